import type { CategoryColumn } from '../../model/column.js';
import type { TextColumn } from '../../model/text-column.js';
import { cellFindings, filledCells } from '../cell-findings.js';
import { oddBytes } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { holding, rowsPassing, TEXT_FIELDS, textColumns } from '../texts.js';

/** What stands for bytes that were no text. */
const REPLACEMENT = /\ufffd/;
/** UTF-8 read as windows-1252 or Latin-1: `Ã©` for é, `Ø³` for س, `â€™` for an apostrophe. */
const MOJIBAKE =
  /[\u00c3\u00c2][\u0080-\u00bf]|(?:[\u00d8\u00d9\u00da\u00db][\u0080-\u00bf\u2020\u2021\u0152\u0153\u0160\u0161\u017d\u017e\u2013-\u203a]){2}|\u00e2\u20ac/;
/** Letters that the target encoding did not have. */
const QUESTIONS = /\?{3,}/;
/** Arabic ye and kaf, and the Persian ones. */
const ARABIC = /[\u064a\u0643]/;
const PERSIAN = /[\u06cc\u06a9]/;

const FOREIGN = ['\ufffd', '\u00c3', '\u00c2', '\u00d8', '\u00d9', '\u00da', '\u00db', '\u00e2\u20ac'];
const DAMAGED = holding(FOREIGN);
const QUESTIONABLE = holding(['???'], { possible: (column) => oddBytes(column).questions });
const ARABIC_LETTERS = holding(['\u064a', '\u0643']);
const PERSIAN_LETTERS = holding(['\u06cc', '\u06a9']);

export const textEncodingDamage = defineRule({
  id: 'text.encoding_damage',
  title: { en: 'Damaged letters', fa: 'حروف آسیب‌دیده' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all filled text cells, those with the replacement character, with letters of a wrong encoding (Ã© for é, Ø³ for س), with three and more question marks in a row; and those with the Arabic ye or kaf in a column where most cells with these letters have the Persian ones.',
    fa: 'از همه‌ی خانه‌های متنی پر، آن‌هایی که نویسه‌ی جای‌گزین، حروف رمزگذاری نادرست (Ã© به‌جای é، Ø³ به‌جای س) یا سه علامت پرسش و بیشتر پشت سر هم دارند؛ و آن‌هایی که ی یا ک عربی دارند در ستونی که بیشتر خانه‌هایش ی و ک فارسی دارند.',
  },
  source: 'Python package ftfy, "fixes text for you"; Unicode Standard, U+FFFD',
  needs: [],
  needsAny: TEXT_FIELDS,
  affects: ['customers', 'repeat_purchase_rate'],
  check({ population }) {
    const columns = textColumns(population, TEXT_FIELDS);
    return cellFindings(
      filledCells(columns),
      columns.map((one) => ({
        ...one,
        rows: union(
          rowsPassing(one.column, { hint: DAMAGED, test: (text) => damageIn(text) !== null }),
          rowsPassing(one.column, { hint: QUESTIONABLE, test: (text) => QUESTIONS.test(text) }),
          mixedLetters(one.column),
        ),
      })),
      (text) => ({ text, damage: damageIn(text) ?? 'letters' }),
    );
  },
  message: {
    en: ({ text, damage }) => `"${text}" ${DAMAGE[damage].en}`,
    fa: ({ text, damage }) => `«${text}» ${DAMAGE[damage].fa}`,
  },
  fix: {
    en: 'Export as UTF-8 and open the file with that encoding; --encoding says how this file is written.',
    fa: 'با UTF-8 خروجی بگیرید و فایل را با همان رمزگذاری باز کنید؛ --encoding رمزگذاری این فایل را مشخص می‌کند.',
  },
  examples: {
    accept: 'id name account\nD1 Café_Ångström علی\nD2 Why?? ياسر_كريم',
    reject: 'id name\nD1 Café_Ångström\nD2 CafÃ©',
  },
});

const DAMAGE = {
  replacement: { en: 'holds a letter that was lost', fa: 'حرفی ازدست‌رفته دارد' },
  mojibake: { en: 'was read in a wrong encoding', fa: 'با رمزگذاری نادرست خوانده شده است' },
  questions: { en: 'has question marks for letters', fa: 'به‌جای حروف علامت پرسش دارد' },
  letters: {
    en: 'has an Arabic ye or kaf where most have the Persian ones',
    fa: 'ی یا ک عربی دارد و بیشتر خانه‌ها فارسی‌اند',
  },
} as const;

function damageIn(text: string): keyof typeof DAMAGE | null {
  if (REPLACEMENT.test(text)) return 'replacement';
  if (MOJIBAKE.test(text)) return 'mojibake';
  return QUESTIONS.test(text) ? 'questions' : null;
}

/** Cells with Arabic letters in a column where more have the Persian ones. */
function mixedLetters(column: CategoryColumn | TextColumn): number[] {
  const arabic = rowsPassing(column, { hint: ARABIC_LETTERS, test: (text) => ARABIC.test(text) });
  if (arabic.length === 0) return [];
  const persian = rowsPassing(column, { hint: PERSIAN_LETTERS, test: (text) => PERSIAN.test(text) });
  return persian.length > arabic.length ? arabic : [];
}

function union(...lists: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = lists.filter(({ length }) => length > 0);
  return others.length === 0 ? [...first] : [...new Set(first.concat(...others))].sort((x, y) => x - y);
}
