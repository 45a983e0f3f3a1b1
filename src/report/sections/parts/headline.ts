import { z } from 'zod';
import { headlineEntries } from '../../headline.js';
import { message } from '../../schema-parts.js';
import type { SummaryPart } from '../definition.js';

const shape = {
  headline: z.array(message).describe('one to three sentences to repeat; none where the figures asked for make none'),
};

export const headline: SummaryPart<typeof shape> = {
  shape,
  absent: { headline: [] },
  summarize: (document, { lang }) => ({ headline: headlineEntries(document, lang) }),
};
