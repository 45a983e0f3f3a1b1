import { z } from 'zod';
import { message } from '../../schema-parts.js';

export const headlineShape = {
  headline: z.array(message).describe('one to three sentences to repeat; none where the figures asked for make none'),
};
