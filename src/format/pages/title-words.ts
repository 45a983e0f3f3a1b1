/** What the title of a report says, in every format: what it is of, against what, how far the files reach. */
import type { Text } from '../../locale/text.js';
import { type Sentence, say, type Words } from '../page.js';

export const SALES: Text = { en: 'Sales', fa: 'فروش' };
export const ALL_DATA: Text = { en: 'all data', fa: 'همه‌ی داده‌ها' };
export const AGAINST: Sentence<Words> = {
  en: (period) => say`against ${period}`,
  fa: (period) => say`در مقایسه با ${period}`,
};
