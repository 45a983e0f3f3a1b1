/** How the parts of a change are called and written, on every page that tells why a figure changed. */
import { decimalText, differenceText, pointsText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import { WHY_COLUMNS } from '../../locale/why-figures.js';
import type { Report } from '../../report/schema.js';
import { data, type PageOptions, type Sentence, type Words } from '../page.js';
import { fieldNames } from './field-names.js';
import { valueWords } from './figures.js';
import { proseTitle } from './prose-title.js';

export type Why = NonNullable<Report['why']>;
export type WhyChange = Why['changes'][number];
export type WhyPart = WhyChange['parts'][number];
export type PartOf<Kind extends WhyPart['kind']> = Extract<WhyPart, { readonly kind: Kind }>;

export const WHY_WORDS = {
  factor: { en: 'Factor', fa: 'عامل' },
  movement: { en: 'Movement', fa: 'تغییر' },
  before: { en: 'Before', fa: 'قبل' },
  after: { en: 'After', fa: 'بعد' },
  records: { en: 'Records', fa: 'رکورد' },
  recordsBefore: { en: 'Records before', fa: 'رکوردهای قبل' },
  recordsAfter: { en: 'Records after', fa: 'رکوردهای بعد' },
  mix: { en: 'Mix', fa: 'ترکیب' },
  within: { en: 'Within', fa: 'درون گروه' },
  effect: { en: 'Adds', fa: 'اثر' },
  all: { en: 'All', fa: 'جمع' },
} as const satisfies Record<string, Text>;

const EMPTY: Text = { en: '(empty)', fa: '(خالی)' };
const OTHERS: Sentence<string> = {
  en: (groups) => [`${groups} others`],
  fa: (groups) => [`${groups} گروه دیگر`],
};

/** What the groups of a part are by: `owner`, `محصول`, `created in the same period`. */
export function byText(by: string, lang: Lang): string {
  return isOurs(by) ? proseTitle(WHY_COLUMNS[by].title[lang], lang) : fieldNames([by], lang);
}

/** A group by its name; what is not named by the number of groups. */
export function groupWords(
  { key, groups }: { readonly key: string | null; readonly groups: number },
  by: string,
  lang: Lang,
): Words {
  if (key === null) return OTHERS[lang](decimalText(groups, 0, lang));
  if (key === '') return [EMPTY[lang]];
  if (isOurs(by) && (key === 'yes' || key === 'no')) return [WHY_COLUMNS[by][key][lang]];
  return [data(key)];
}

function isOurs(by: string): by is keyof typeof WHY_COLUMNS {
  return Object.hasOwn(WHY_COLUMNS, by);
}

/** What is added, with its sign: `−0.90 M`, `+3.1 pp`. A rounded zero has none. */
export function effectWords(effect: number, unit: string, options: PageOptions): Words {
  const { lang } = options;
  if (unit === 'ratio') return [pointsText(effect, lang)];
  if (unit === 'count') return [differenceText(effect, lang)];
  const words = valueWords(effect, { unit, currency: null }, options);
  const isShown = words.some((word) => typeof word === 'string' && /[1-9۱-۹]/.test(word));
  return effect > 0 && isShown ? ['+', ...words] : words;
}

/** A value without its currency, which the sentence has. */
export function levelWords(value: number | null, unit: string, options: PageOptions): Words {
  return value === null ? [] : valueWords(value, { unit, currency: null }, options);
}
