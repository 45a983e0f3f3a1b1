/** Who says how much will be won: the model, simple rules, the probabilities of the file. */
import type { Text } from '../../locale/text.js';
import { data, type PageOptions, type Piece } from '../page.js';
import { METHODS } from './sections/forecast-words.js';

const CRM: Text = { en: 'probabilities of the file', fa: 'احتمال‌های فایل' };

export function methodWords(method: string, { lang }: PageOptions): Piece {
  return method === 'crm' ? CRM[lang] : (METHODS[method]?.[lang] ?? data(method));
}
