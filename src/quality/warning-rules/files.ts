import { warningRule } from '../warning-rule.js';
import { COUNT_FIGURES, EVERY_FIGURE } from './figures.js';

/** Rules about files that were read in part, or by a guess. */
export const fileRules = [
  warningRule({
    id: 'file.sheet_missing',
    title: { en: 'Sheets that are listed and not there', fa: 'برگه‌هایی که نامشان آمده و نیستند' },
    dimension: 'integrity',
    severity: 'error',
    scope: 'file',
    condition: {
      en: 'Of all workbooks, those whose list names sheets that the file does not hold: it was cut off, or taken apart.',
      fa: 'از همه‌ی کارپوشه‌ها، آن‌هایی که برگه‌ای را نام می‌برند که در فایل نیست: فایل بریده یا دست‌کاری شده است.',
    },
    source: 'ECMA-376, part 1, 18.2.19: every sheet of a workbook is a part of the package',
    affects: COUNT_FIGURES,
    fix: { en: 'Export or save the workbook again.', fa: 'کارپوشه را دوباره خروجی بگیرید یا ذخیره کنید.' },
    example: 'sheet_missing . . . .',
  }),
  warningRule({
    id: 'file.other_tables',
    title: { en: 'Files with a second table', fa: 'فایل‌های دارای جدول دوم' },
    dimension: 'completeness',
    severity: 'error',
    scope: 'file',
    condition: {
      en: 'Of all files, those that hold several tables one below the other: the rows of all but one were left out.',
      fa: 'از همه‌ی فایل‌ها، آن‌هایی که چند جدول زیر هم دارند: ردیف‌های جدول‌های دیگر کنار گذاشته شده‌اند.',
    },
    source: 'Pollock benchmark of messy CSV files (2022), multiple tables',
    affects: COUNT_FIGURES,
    fix: {
      en: 'Give each table a file of its own, and pass those that count.',
      fa: 'هر جدول را در فایلی جدا بگذارید و آن‌هایی را که به کار می‌آیند بدهید.',
    },
    example: 'other_tables . . . .',
  }),
  warningRule({
    id: 'file.other_sheets',
    title: { en: 'Sheets that were not read', fa: 'برگه‌هایی که خوانده نشدند' },
    dimension: 'completeness',
    severity: 'warn',
    scope: 'file',
    condition: {
      en: 'Of all workbooks, those in which other sheets than the one that was read hold data, and none was named.',
      fa: 'از همه‌ی کارپوشه‌ها، آن‌هایی که برگه‌های دیگرشان هم داده دارد و برگه‌ای نام برده نشده است.',
    },
    source: 'Our own: a quarter may stand in the next sheet',
    affects: COUNT_FIGURES,
    fix: { en: 'Say which sheet counts: --sheet "Name".', fa: 'برگه را بگویید: --sheet "نام".' },
    example: 'other_sheets . . . .',
  }),
  warningRule({
    id: 'file.encoding_damage',
    title: { en: 'Files whose letters may be wrong', fa: 'فایل‌هایی که شاید حروفشان نادرست باشد' },
    dimension: 'validity',
    severity: 'warn',
    scope: 'file',
    condition: {
      en: 'Of all files, those with bytes that are no text in their encoding, and those in an encoding that is none of the known ones.',
      fa: 'از همه‌ی فایل‌ها، آن‌هایی که بایت‌هایی نامعتبر در رمزگذاری خود دارند، و آن‌هایی که رمزگذاری‌شان شناخته نیست.',
    },
    source: 'WHATWG Encoding Standard, decoder errors',
    affects: ['customers', 'repeat_purchase_rate'],
    fix: {
      en: 'Export as UTF-8, or say how the file is written: --encoding.',
      fa: 'با UTF-8 خروجی بگیرید، یا رمزگذاری فایل را بگویید: --encoding.',
    },
    example: 'encoding_damage . . . 2',
  }),
  warningRule({
    id: 'file.encoding_guessed',
    title: { en: 'Files whose encoding was guessed', fa: 'فایل‌هایی که رمزگذاری‌شان حدس زده شده است' },
    dimension: 'validity',
    severity: 'info',
    scope: 'file',
    condition: {
      en: 'Of all files, those that are not in UTF-8 and whose encoding was told by their bytes.',
      fa: 'از همه‌ی فایل‌ها، آن‌هایی که UTF-8 نیستند و رمزگذاری‌شان از بایت‌ها شناخته شده است.',
    },
    source: 'Our own: names that are read wrongly are other customers',
    affects: ['customers', 'repeat_purchase_rate'],
    fix: {
      en: 'Say how the file is written: --encoding; or export as UTF-8.',
      fa: 'رمزگذاری فایل را بگویید: --encoding؛ یا با UTF-8 خروجی بگیرید.',
    },
    example: 'encoding_guessed . . . .',
  }),
  warningRule({
    id: 'file.nul_bytes',
    title: { en: 'Files with NUL bytes', fa: 'فایل‌های دارای بایت NUL' },
    dimension: 'integrity',
    severity: 'warn',
    scope: 'file',
    condition: {
      en: 'Of all text files, those with NUL bytes, which were left out: a copy that broke off, or a wrong encoding.',
      fa: 'از همه‌ی فایل‌های متنی، آن‌هایی که بایت NUL دارند و کنار گذاشته شده است: رونوشتی ناتمام یا رمزگذاری نادرست.',
    },
    source: 'DuckDB and pandas, CSV readers: NUL bytes',
    affects: EVERY_FIGURE,
    fix: { en: 'Export or copy the file again.', fa: 'فایل را دوباره خروجی بگیرید یا رونوشت کنید.' },
    example: 'nul_bytes . . . 2',
  }),
  warningRule({
    id: 'file.snapshots',
    title: {
      en: 'Files that hold the same deals at different dates',
      fa: 'فایل‌هایی از همان معامله‌ها در تاریخ‌های دیگر',
    },
    dimension: 'uniqueness',
    severity: 'info',
    scope: 'row',
    condition: {
      en: 'Of all rows, those of deals that stand in several files of different dates; each counts once, as the newest file has it.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی از معامله‌هایی که در چند فایل با تاریخ‌های گوناگون آمده‌اند؛ هر کدام یک بار، آن‌گونه که در تازه‌ترین فایل است، شمرده می‌شود.',
    },
    source: 'Our own: two exports are not twice the deals',
    affects: COUNT_FIGURES,
    fix: {
      en: 'Nothing has to be done. Pass the newest file alone where the older ones are not wanted.',
      fa: 'کاری لازم نیست. اگر فایل‌های کهنه‌تر نمی‌خواهید، تنها تازه‌ترین فایل را بدهید.',
    },
    example: 'snapshots . . deals 2',
  }),
] as const;
