import { headlineEntries } from '../../headline.js';
import type { SummaryPart } from '../definition.js';
import type { headlineShape } from './headline-schema.js';

export const headline: SummaryPart<typeof headlineShape> = {
  absent: { headline: [] },
  summarize: (document, { lang }) => ({ headline: headlineEntries(document, lang) }),
};
