/** The columns of a list of records; one that no record fills is left out. */
import type { DateStyle } from '../../locale/calendar.js';
import { moneyText, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Explanation } from '../../report/schema.js';
import { type Column, data, say, type Words } from '../page.js';
import { currencyWords, dayWords } from './figures.js';
import { placeWords } from './places.js';
import { outcomeWords } from './sources.js';

type Shown = Explanation['records'][number]['shown'][number];

interface RecordColumn extends Omit<Column, 'title'> {
  readonly title: Text;
  readonly always?: true;
  /** Shown only where the formula speaks of it. */
  readonly formula?: RegExp;
  /** Null = nothing to show. */
  readonly cellOf: (record: Shown, lang: Lang, style: DateStyle) => Words | null;
}

const text = (value: string | null): Words | null => (value === null || value === '' ? null : [data(value)]);
const day = (value: string | null, style: DateStyle): Words | null =>
  value === null ? null : [dayWords(value, style)];

export const RECORD_COLUMNS: readonly RecordColumn[] = [
  {
    title: { en: 'Place', fa: 'جا' },
    align: 'left',
    drop: 0,
    min: 10,
    always: true,
    cellOf: (record) => placeWords(record),
  },
  { title: { en: 'Id', fa: 'شناسه' }, align: 'left', drop: 2, min: 6, cellOf: ({ id }) => text(id) },
  { title: { en: 'Name', fa: 'نام' }, align: 'left', drop: 5, min: 10, cellOf: ({ name }) => text(name) },
  {
    title: { en: 'Owner', fa: 'مسئول' },
    align: 'left',
    drop: 7,
    min: 6,
    formula: /owner|stage|مسئول|مرحله/,
    cellOf: ({ owner }) => text(owner),
  },
  {
    title: { en: 'Outcome', fa: 'نتیجه' },
    align: 'left',
    drop: 1,
    cellOf: ({ outcome }, lang) => outcomeWords(outcome, lang),
  },
  {
    title: { en: 'Amount', fa: 'مبلغ' },
    align: 'right',
    drop: 3,
    cellOf: ({ amount }, lang) => (amount === null ? null : [moneyText(amount, lang)]),
  },
  {
    title: { en: 'In the file', fa: 'در فایل' },
    align: 'right',
    drop: 8,
    cellOf: ({ original }, lang) =>
      original === null ? null : say`${moneyText(original.amount, lang)} ${currencyWords(original.currency, lang)}`,
  },
  {
    title: { en: 'Probability', fa: 'احتمال' },
    align: 'right',
    drop: 1,
    formula: /probability|احتمال(?!ی)/,
    cellOf: ({ probability }, lang) => (probability === null ? null : [ratioText(probability, lang)]),
  },
  {
    title: { en: 'Product', fa: 'حاصل‌ضرب' },
    align: 'right',
    drop: 1,
    cellOf: ({ weighted }, lang) => (weighted === null ? null : [moneyText(weighted, lang)]),
  },
  {
    title: { en: 'Created', fa: 'ایجاد' },
    align: 'left',
    drop: 6,
    cellOf: ({ createdAt }, _, style) => day(createdAt, style),
  },
  {
    title: { en: 'Closed', fa: 'بسته شدن' },
    align: 'left',
    drop: 4,
    cellOf: ({ closedAt }, _, style) => day(closedAt, style),
  },
  {
    title: { en: 'Expected', fa: 'انتظار' },
    align: 'left',
    drop: 10,
    formula: /expected|due|احتمالی|سررسید/,
    cellOf: ({ expectedClose }, _, style) => day(expectedClose, style),
  },
];
