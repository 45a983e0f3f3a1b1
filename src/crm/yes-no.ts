import { foldText } from '../locale/fold.js';

/** Words of yes and no, in the languages that headers are known in; short forms only beside their pair. */
const WORDS = new Set(
  (
    'yes no true false ja nein oui non vrai faux si sí verdadero falso sim não verdadeiro sì vero nee waar onwaar tak nie ' +
    'prawda fałsz да нет истина ложь evet hayır doğru yanlış hayir dogru yanlis ano ne nej igen nem da nu kyllä ei ' +
    'بله خیر بلی آری نه نعم لا صحيح خطأ درست نادرست دارد 是 否 真 假 はい いいえ 有 无 無 예 아니요 ' +
    '✓ ✔ ✗ ✘ ☑ ☐ checked unchecked'
  )
    .split(' ')
    .map(foldText),
);
/** Short forms: a column of `N` alone may be anything, one of `Y` and `N` is not. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['y', 'n'],
  ['t', 'f'],
  ['j', 'n'],
  ['s', 'n'],
  ['o', 'n'],
  ['t', 'n'],
  ['e', 'h'],
  ['д', 'н'],
];
/** Short words that are names, too: alone they answer nothing. */
const ALONE = new Set(['ne', 'nu', 'da', 'ei', 'si', 'tak', 'ano'].map(foldText));
const DIGITS: readonly [string, string] = ['1', '0'];

/**
 * Whether the distinct values of a column are answers of yes and no. `digits`: 1 and 0 are, too (in a column of ids
 * they are not).
 */
export function areYesNo(values: readonly string[], digits: boolean): boolean {
  const folded = [...new Set(values.map((value) => foldText(value)))];
  if (folded.length === 0 || folded.length > 4) return false;
  if (folded.every((value) => WORDS.has(value))) return folded.length > 1 || !ALONE.has(folded[0] ?? '');
  const pairs = digits ? [...PAIRS, DIGITS] : PAIRS;
  return folded.length === 2 && pairs.some((pair) => pair.every((one) => folded.includes(one)));
}
