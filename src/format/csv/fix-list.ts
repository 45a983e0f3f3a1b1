import type { Lang, Text } from '../../locale/text.js';
import type { Repair } from '../../report/fix-list.js';
import type { Failure } from '../../report/schema.js';
import { spreadsheetText } from '../sanitize.js';
import { csvLine } from './line.js';

/** Excel takes a file without it for the code page of its country, and shows Persian names as question marks. */
const BYTE_ORDER_MARK = '\ufeff';

interface Column {
  readonly title: Text;
  readonly cellOf: (repair: Repair) => string | number | null;
}

const SEVERITIES: Readonly<Record<Repair['severity'], Text>> = {
  error: { en: 'error', fa: 'خطا' },
  warn: { en: 'warning', fa: 'هشدار' },
  info: { en: 'hint', fa: 'اطلاع' },
};
const OUTCOMES: Readonly<Record<Repair['outcome'], Text>> = {
  won: { en: 'won', fa: 'برنده' },
  lost: { en: 'lost', fa: 'ازدست‌رفته' },
  open: { en: 'open', fa: 'باز' },
  excluded: { en: 'excluded', fa: 'کنارگذاشته' },
};

const PROBLEM: Text = { en: 'What is wrong', fa: 'چه چیزی نادرست است' };
const REPAIR: Text = { en: 'How to repair it', fa: 'چگونه اصلاح شود' };

function columnsIn(lang: Lang): readonly Column[] {
  return [
    { title: { en: 'Amount', fa: 'مبلغ' }, cellOf: ({ amount }) => amount },
    { title: { en: 'Currency', fa: 'ارز' }, cellOf: ({ currency }) => currency },
    { title: { en: 'Owner', fa: 'مسئول' }, cellOf: ({ owner }) => owner },
    { title: { en: 'Id', fa: 'شناسه' }, cellOf: ({ id }) => id },
    { title: { en: 'Deal', fa: 'معامله' }, cellOf: ({ name }) => name },
    { title: { en: 'Account', fa: 'شرکت' }, cellOf: ({ account }) => account },
    { title: { en: 'Outcome', fa: 'سرانجام' }, cellOf: ({ outcome }) => OUTCOMES[outcome][lang] },
    { title: { en: 'Severity', fa: 'شدت' }, cellOf: ({ severity }) => SEVERITIES[severity][lang] },
    { title: PROBLEM, cellOf: ({ problems }) => problems.join(' · ') },
    { title: REPAIR, cellOf: ({ repairs }) => repairs.join(' · ') },
    { title: { en: 'Rules', fa: 'قاعده‌ها' }, cellOf: ({ rules }) => rules.join(' ') },
    { title: { en: 'File', fa: 'فایل' }, cellOf: ({ file }) => file },
    { title: { en: 'Sheet', fa: 'برگه' }, cellOf: ({ sheet }) => sheet },
    { title: { en: 'Row', fa: 'سطر' }, cellOf: ({ row }) => row },
  ];
}

/**
 * The records to repair as CSV for a spreadsheet: UTF-8 with a byte order mark, titles in the reader's language, numbers
 * with a point, and an apostrophe before what a spreadsheet would take for a formula.
 */
export function* printFixList(repairs: Iterable<Repair>, lang: Lang): Generator<string, void, undefined> {
  const columns = columnsIn(lang);
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title[lang]));
  for (const repair of repairs) {
    yield csvLine(
      columns.map(({ cellOf }) => {
        const cell = cellOf(repair);
        return typeof cell === 'number' ? String(cell) : spreadsheetText(cell ?? '');
      }),
    );
  }
}

/** In place of the list where there is no usable data: no record, and one line that says why. */
export function* printNoFixList({ error }: Failure, lang: Lang): Generator<string, void, undefined> {
  const columns = columnsIn(lang);
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title[lang]));
  const said = new Map([
    [PROBLEM, error.message],
    [REPAIR, error.hint],
  ]);
  yield csvLine(columns.map(({ title }) => spreadsheetText(said.get(title) ?? '')));
}
