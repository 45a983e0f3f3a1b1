/** Who says how much will be won: the model, rules of thumb, the CRM. */
import type { Text } from '../../locale/text.js';
import { data, type PageOptions, type Piece } from '../page.js';

const METHODS: Readonly<Record<string, Text>> = {
  model: { en: 'the model', fa: 'مدل' },
  last_period: { en: 'the month before', fa: 'ماه پیش' },
  mean_of_three: { en: 'mean of three months', fa: 'میانگین سه ماه' },
  same_month_last_quarter: { en: 'same month of the quarter before', fa: 'همان ماه از فصل پیش' },
  same_month_last_year: { en: 'same month of the year before', fa: 'همان ماه از سال پیش' },
  crm: { en: 'probabilities of the file', fa: 'احتمال‌های فایل' },
};

export function methodWords(method: string, { lang }: PageOptions): Piece {
  return METHODS[method]?.[lang] ?? data(method);
}
