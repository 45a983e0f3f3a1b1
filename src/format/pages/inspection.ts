/** An inspection as a page: what was understood of a file, column by column, and why. */
import type { DateStyle } from '../../locale/calendar.js';
import { countText, moneyText, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Inspection } from '../../report/schema.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  code,
  data,
  join,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type View,
  type Words,
} from '../page.js';
import { shellWord } from '../sanitize.js';
import { comma, dayWords, proseDayWords } from './figures.js';
import { outcomeWords, partitionWords, roleWords, skippedWords } from './sources.js';

type Source = Inspection['sources'][number];
type SourceColumn = Source['columns'][number];

const EXAMPLES = 2;
const PREAMBLE_LINES = 3;
const RECORDS = 5;
/** A mapping below this is worth a second look. */
const DOUBTFUL = 0.8;
/** The columns of the records that say most; the others follow. */
const RECORD_FIELDS = ['id', 'name', 'outcome', 'amount', 'createdAt', 'closedAt'];

const WORDS = {
  role: { en: 'holds', fa: 'محتوا' },
  preset: { en: 'read as', fa: 'الگو' },
  encoding: { en: 'encoding', fa: 'کدگذاری' },
  delimiter: { en: 'delimiter', fa: 'جداکننده' },
  sheet: { en: 'sheet', fa: 'برگه' },
  header: { en: 'header row', fa: 'سطر سرستون' },
  noHeader: { en: 'none: columns are named by position', fa: 'ندارد؛ ستون‌ها به ترتیب نام گرفته‌اند' },
  above: { en: 'above it', fa: 'بالای آن' },
  rows: { en: 'rows', fa: 'سطرها' },
  deals: { en: 'deals', fa: 'معامله‌ها' },
  history: { en: 'stage history', fa: 'تاریخچه‌ی مرحله‌ها' },
  asOf: { en: 'as of', fa: 'وضعیت در' },
  currency: { en: 'currency', fa: 'ارز' },
  columns: { en: 'Columns', fa: 'ستون‌ها' },
  column: { en: 'Column', fa: 'ستون' },
  field: { en: 'Field', fa: 'فیلد' },
  confidence: { en: 'Sure', fa: 'اطمینان' },
  reason: { en: 'Because', fa: 'دلیل' },
  reading: { en: 'Reading', fa: 'خوانش' },
  filled: { en: 'Filled', fa: 'پر' },
  unreadable: { en: 'Unreadable', fa: 'ناخوانا' },
  examples: { en: 'Examples', fa: 'نمونه' },
  unmapped: { en: 'Columns not used', fa: 'ستون‌های بی‌استفاده' },
  stages: { en: 'Stages', fa: 'مرحله‌ها' },
  stage: { en: 'Stage', fa: 'مرحله' },
  outcome: { en: 'Outcome', fa: 'نتیجه' },
  stageRows: { en: 'Rows', fa: 'سطر' },
  records: { en: 'First records', fa: 'نخستین رکوردها' },
  warnings: { en: 'Warnings', fa: 'هشدارها' },
  next: { en: 'Next', fa: 'گام بعد' },
  toSplit: { en: 'to break down by a column', fa: 'برای تفکیک بر پایه‌ی یک ستون' },
  toMap: { en: 'to say what a column is', fa: 'برای گفتن معنای یک ستون' },
  empty: { en: '(empty)', fa: '(خالی)' },
} as const satisfies Record<string, Text>;

const ROWS: Sentence<{ rows: string; records: string; skipped: Words }> = {
  en: ({ rows, records, skipped }) => say`${rows} = ${records} records${skipped}`,
  fa: ({ rows, records, skipped }) => say`${rows} = ${records} رکورد${skipped}`,
};
const PRESET: Sentence<{ preset: string; reason: string }> = {
  en: ({ preset, reason }) => (reason === '' ? [data(preset)] : say`${data(preset)}: ${data(reason)}`),
  fa: ({ preset, reason }) => (reason === '' ? [data(preset)] : say`${data(preset)}: ${data(reason)}`),
};

const HISTORY: Sentence<{ entries: string; deals: string; stages: Words; log: boolean }> = {
  en: ({ entries, deals, stages, log }) =>
    say`${entries} entries for ${deals} deals from ${log ? 'this log' : 'columns'}: ${stages}`,
  fa: ({ entries, deals, stages, log }) =>
    say`${entries} ورود به مرحله برای ${deals} معامله از ${log ? 'این فهرست تغییرها' : 'ستون‌ها'}: ${stages}`,
};

export const inspectionView: View<Inspection> = function* (inspection, options) {
  const { lang } = options;
  for (const source of inspection.sources) {
    yield { kind: 'title', words: [data(source.file)] };
    yield { kind: 'facts', facts: factsOf(source, inspection, options) };
    yield* columnBlocks(source, options);
    yield* stageBlocks(source, lang);
  }
  yield* recordBlocks(inspection, options);
  if (inspection.warnings.length > 0) {
    yield { kind: 'heading', words: [WORDS.warnings[lang]] };
    yield { kind: 'list', items: inspection.warnings.map(({ message }) => cell([data(message)], 'warn')) };
  }
  const [unmapped] = inspection.sources.flatMap(({ file, role, columns }) =>
    columns.filter((one) => one.field === null && isNameless(one)).map(({ column }) => ({ file, role, column })),
  );
  if (unmapped === undefined) return;
  const { file, role, column } = unmapped;
  const [path, header] = [shellWord(file), shellWord(column)];
  const field = role === 'deals' || role === 'lookup' ? 'FIELD' : `${role}.FIELD`;
  // Leads and stage changes are no records that figures are broken down by; a table to join needs its deals.
  const split =
    role === 'deals' || role === 'orders'
      ? `kpi report ${path} --by ${header}`
      : role === 'customers' || role === 'lookup'
        ? `kpi report DEALS ${path} --by ${header}`
        : null;
  yield { kind: 'heading', words: [WORDS.next[lang]] };
  yield {
    kind: 'facts',
    facts: [
      ...(split === null ? [] : [{ name: WORDS.toSplit[lang], value: [code(split)] }]),
      { name: WORDS.toMap[lang], value: [code(`kpi inspect ${path} --map ${field}=${header}`)] },
    ],
  };
};

function factsOf(source: Source, inspection: Inspection, style: DateStyle): { name: string; value: Words }[] {
  const { lang } = style;
  const { sheet, sheets, delimiter, headerRow, preamble } = source;
  const skipped = skippedWords(source, lang);
  const above = preamble.slice(0, PREAMBLE_LINES).map((text) => [data(text)]);
  const others =
    sheets.length > 1
      ? say` (${join(
          sheets.map((name) => [data(name)]),
          comma(lang),
        )})`
      : [];
  const counted = { rows: countText(source.rows, lang), records: countText(source.records, lang), skipped };
  const facts: (readonly [Text, Words] | null)[] = [
    [WORDS.role, roleWords(source.role, lang)],
    [WORDS.preset, PRESET[lang]({ preset: source.preset, reason: source.presetReason.message })],
    [WORDS.encoding, [data(source.encoding)]],
    delimiter === null ? null : [WORDS.delimiter, delimiterWords(delimiter)],
    sheet === null ? null : [WORDS.sheet, say`${data(sheet)}${others}`],
    [WORDS.header, headerRow < 1 ? [WORDS.noHeader[lang]] : [countText(headerRow, lang)]],
    above.length === 0 ? null : [WORDS.above, join(above, ' · ')],
    [WORDS.rows, ROWS[lang](counted)],
    inspection.partition === null || source.role !== 'deals'
      ? null
      : [WORDS.deals, partitionWords(inspection.partition, lang)],
    source.history === null ? null : [WORDS.history, historyWords(source.history, lang)],
    inspection.asOf === null ? null : [WORDS.asOf, [proseDayWords(inspection.asOf, style)]],
    inspection.currency === null ? null : [WORDS.currency, [data(inspection.currency)]],
  ];
  return facts.flatMap((fact) => (fact === null ? [] : [{ name: fact[0][lang], value: fact[1] }]));
}

function historyWords({ source, entries, deals, stages }: NonNullable<Source['history']>, lang: Lang): Words {
  const names = stages.map((name) => [data(name)]);
  return HISTORY[lang]({
    entries: countText(entries, lang),
    deals: countText(deals, lang),
    stages: join(names, comma(lang)),
    log: source === 'log',
  });
}

/** A delimiter that cannot be seen is named. */
function delimiterWords(delimiter: string): Words {
  if (delimiter === '\t') return ['TAB'];
  return delimiter.trim() === '' ? [JSON.stringify(delimiter)] : [code(delimiter)];
}

function* columnBlocks({ columns }: Source, { lang }: PageOptions): Generator<Block, void, undefined> {
  const mapped = columns.filter(({ field }) => field !== null);
  if (mapped.length > 0) {
    yield { kind: 'heading', words: [WORDS.columns[lang]] };
    yield {
      kind: 'table',
      columns: [
        { title: [WORDS.column[lang]], align: 'left', drop: 0, min: 10 },
        { title: [WORDS.field[lang]], align: 'left', drop: 0 },
        { title: [WORDS.confidence[lang]], align: 'right', drop: 2 },
        { title: [WORDS.reason[lang]], align: 'left', drop: 4, min: 12 },
        { title: [WORDS.reading[lang]], align: 'left', drop: 1, min: 12 },
        { title: [WORDS.filled[lang]], align: 'right', drop: 5 },
        { title: [WORDS.unreadable[lang]], align: 'right', drop: 3 },
        { title: [WORDS.examples[lang]], align: 'left', drop: 6, min: 12 },
      ],
      rows: mapped.map((column): Row => ({ kind: 'cells', cells: columnCells(column, lang) })),
    };
  }
  const unused = columns.filter(({ field }) => field === null);
  if (unused.length === 0) return;
  yield { kind: 'heading', words: [WORDS.unmapped[lang]] };
  const names = (group: readonly SourceColumn[]): Words =>
    join(
      group.map(({ column }) => [data(column)]),
      comma(lang),
    );
  const plain = unused.filter(isNameless);
  if (plain.length > 0) yield { kind: 'paragraph', words: names(plain) };
  const reasons = new Set(unused.filter((column) => !isNameless(column)).map(({ reason }) => reason.message));
  if (reasons.size === 0) return;
  yield {
    kind: 'list',
    items: [...reasons].map((reason) =>
      cell(say`${names(unused.filter((column) => column.reason.message === reason))}: ${data(reason)}`),
    ),
  };
}

/** Whether a column is not used only because nothing is called so: there is no more to say of it. */
function isNameless({ reason }: SourceColumn): boolean {
  return reason.code === 'no_field' || reason.code === 'column_to_join';
}

function columnCells(
  { column, field, fieldTitle, confidence, reason, reading, filled, unreadable, examples }: SourceColumn,
  lang: Lang,
): Cell[] {
  const samples = examples.slice(0, EXAMPLES).map((text) => [data(text)]);
  return [
    cell([data(column)]),
    cell(
      fieldTitle === null || lang === 'en' ? [code(field ?? '')] : say`${data(fieldTitle)} ${code(field ?? '')}`,
      'strong',
    ),
    confidence === null ? cell('') : cell(ratioText(confidence, lang), confidence < DOUBTFUL ? 'warn' : undefined),
    cell([data(reason.message)]),
    cell(reading === null ? '' : [data(reading.message)]),
    cell(countText(filled, lang)),
    cell(unreadable === 0 ? '' : countText(unreadable, lang), 'bad'),
    cell(join(samples, ' · '), 'dim'),
  ];
}

function* stageBlocks({ stages }: Source, lang: Lang): Generator<Block, void, undefined> {
  if (stages.length === 0) return;
  yield { kind: 'heading', words: [WORDS.stages[lang]] };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.column[lang]], align: 'left', drop: 1, min: 8 },
      { title: [WORDS.stage[lang]], align: 'left', drop: 0, min: 10 },
      { title: [WORDS.stageRows[lang]], align: 'right', drop: 0 },
      { title: [WORDS.outcome[lang]], align: 'left', drop: 0 },
      { title: [WORDS.reason[lang]], align: 'left', drop: 2, min: 12 },
    ],
    rows: stages.map(({ column, value, rows, outcome, reason }) => ({
      kind: 'cells',
      cells: [
        cell([data(column)]),
        cell(value === '' ? WORDS.empty[lang] : [data(value)]),
        cell(countText(rows, lang)),
        cell(outcomeWords(outcome, lang), 'strong'),
        cell([data(reason.message)], 'dim'),
      ],
    })),
  };
}

const RECORD_TITLES: Readonly<Record<string, Text>> = {
  row: { en: 'row', fa: 'سطر' },
  id: { en: 'id', fa: 'شناسه' },
  name: { en: 'name', fa: 'نام' },
  account: { en: 'account', fa: 'شرکت' },
  owner: { en: 'owner', fa: 'مسئول' },
  stage: { en: 'stage', fa: 'مرحله' },
  outcome: { en: 'outcome', fa: 'نتیجه' },
  amount: { en: 'amount', fa: 'مبلغ' },
  currency: { en: 'currency', fa: 'ارز' },
  createdAt: { en: 'created', fa: 'ایجاد' },
  closedAt: { en: 'closed', fa: 'بسته شدن' },
  expectedClose: { en: 'expected close', fa: 'بسته شدن احتمالی' },
};

/** Fields of the first records that are days. */
const DAYS: readonly string[] = ['createdAt', 'closedAt', 'expectedClose'];

function* recordBlocks({ records }: Inspection, style: DateStyle): Generator<Block, void, undefined> {
  const { lang } = style;
  const shown = records.slice(0, RECORDS);
  const present = new Set(shown.flatMap((record) => Object.keys(record).filter((key) => record[key] !== null)));
  const fields = [...new Set([...RECORD_FIELDS, ...present])].filter((field) => present.has(field));
  if (fields.length === 0) return;
  yield { kind: 'heading', words: [WORDS.records[lang]] };
  yield {
    kind: 'table',
    columns: fields.map((field, index): Column => {
      const numeric = shown.some((record) => typeof record[field] === 'number');
      const title = [RECORD_TITLES[field]?.[lang] ?? data(field)];
      return numeric ? { title, align: 'right', drop: index } : { title, align: 'left', drop: index, min: 10 };
    }),
    rows: shown.map((record) => ({
      kind: 'cells',
      cells: fields.map((field) => {
        const value = record[field] ?? null;
        if (value === null) return cell('');
        if (typeof value === 'number') return cell(moneyText(value, lang));
        if (field === 'outcome') return cell(outcomeWords(value, lang));
        return cell([DAYS.includes(field) ? dayWords(value, style) : data(value)]);
      }),
    })),
  };
}
