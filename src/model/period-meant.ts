import type { CivilDay } from './civil-day.js';
import { parsePeriod } from './period-parse.js';

/** What periods are called in other programs. */
const CALLED: Readonly<Record<string, string>> = {
  ytd: 'this-year',
  qtd: 'this-quarter',
  mtd: 'this-month',
  wtd: 'this-week',
  'year-to-date': 'this-year',
  'quarter-to-date': 'this-quarter',
  'month-to-date': 'this-month',
  yesterday: 'last-1-days',
  today: 'this-day',
  quarter: 'this-quarter',
  month: 'this-month',
  year: 'this-year',
  week: 'this-week',
};

/** Words in which a slip of the finger is looked for. */
const WORDS = [
  'last-week',
  'last-month',
  'last-quarter',
  'last-year',
  'this-week',
  'this-month',
  'this-quarter',
  'this-year',
];

/** Other ways to write a period, and how it is written here. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^q([1-4])-?(\d{4})$/, '$2-q$1'],
  [/^(\d{4})-?q([1-4])$/, '$1-q$2'],
  [/^(\d{4})-?w(\d{1,2})$/, '$1-w$2'],
  [/^(\d{1,2})-(\d{4})$/, '$2-$1'],
  [/^(?:past|previous|prev)-(.+)$/, 'last-$1'],
  [/^current-(.+)$/, 'this-$1'],
  [/^(?:last-)?(\d{1,5})-?d(?:ays?)?$/, 'last-$1-days'],
  [/^last-(\d{1,5})-(day|week|month|quarter|year)$/, 'last-$1-$2s'],
  [/^(\d{4}(?:-\d{1,2}){0,2})-(?:to|bis|until)-(\d{4}(?:-\d{1,2}){0,2})$/, '$1..$2'],
  [/^(\d{4}(?:-\d{1,2}){0,2}):(\d{4}(?:-\d{1,2}){0,2})$/, '$1..$2'],
];

/**
 * The period that was probably meant by a text that names none (`Q3 2025`, `last quarter`, `ytd`, `2025/09`), as it is
 * written here; null where nobody can know.
 *
 * @param suggest finds the word that is spelt most like another
 */
export function periodMeant(
  text: string,
  anchor: CivilDay,
  suggest: (word: string, words: readonly string[]) => string | null,
): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_/.]+/g, '-');
  const written = FORMS.flatMap(([form, ours]) => (form.test(plain) ? [plain.replace(form, ours)] : []));
  for (const candidate of [plain, CALLED[plain] ?? '', ...written]) {
    if (candidate !== '' && parsePeriod(candidate, { anchor }) !== null) return candidate.replace(/-([qw]\d)/, upper);
  }
  return suggest(plain, WORDS);
}

function upper(part: string): string {
  return part.toUpperCase();
}
