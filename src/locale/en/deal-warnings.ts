import type { AnySaid } from '../said.js';
import type { Wording } from '../wording.js';
import { listed, many, number, quoted } from './words.js';

/** A value of a column, and how many rows have it. */
interface Value {
  readonly value: string;
  readonly rows: number;
}

const counted = (values: readonly Value[], more: number): string =>
  listed(
    values.map(({ value, rows }) => `"${value}" (${number(rows)})`),
    more,
  );

/** What decided which of two rows with one id counts. */
type OrderRule = 'modified' | 'closed' | 'closing' | 'activity' | 'created' | 'file' | 'amount' | 'content' | 'equal';
const RULES: { readonly [Rule in OrderRule]: string } = {
  modified: 'the newest modified counts',
  closed: 'a closed one counts before an open one',
  closing: 'the latest closing counts',
  activity: 'the latest stage change or activity counts',
  created: 'the latest creation counts',
  file: 'the file given last counts',
  amount: 'nothing tells which is newer, and the greater amount counts',
  content: 'nothing tells which is newer, and one counts, the same in any order of rows',
  equal: 'alike in every field',
};

/** What became of a deal, for how much, and which rows are one. */
export const DEAL_WARNINGS = {
  unknown_outcome: ({
    deals,
    closed,
    stages,
    more,
    hasStages,
    blank,
  }: {
    readonly deals: number;
    /** Those of them that are closed, in whatever way. */
    readonly closed: number;
    /** The stages in question, most rows first, and how many there are beside. */
    readonly stages: readonly Value[];
    readonly more: number;
    readonly hasStages: boolean;
    /** Rows without a stage. */
    readonly blank: number;
  }) => {
    const asks = stages.length > 0 || blank === 0;
    return [
      `${many(deals, 'deal is', 'deals are')} neither won, lost nor open by anything in the file and ${deals === 1 ? 'was' : 'were'} left out of every figure${closed === 0 ? '' : ` (${number(closed)} of them closed, but nothing says how)`}.`,
      ...(stages.length === 0 ? [] : [`Stages in question: ${counted(stages, more)}.`]),
      ...(asks ? [`${hasStages ? '--stage "NAME=won|lost|open|excluded"' : '--map stage="COLUMN"'} settles it.`] : []),
      ...(blank === 0
        ? []
        : [
            `${many(blank, 'row names', 'rows name')} no stage: --stage "(blank)=open" says what ${blank === 1 ? 'it is' : 'they are'}.`,
          ]),
    ].join(' ');
  },
  assumed_open: ({
    file,
    rows,
    stages,
    more,
  }: {
    readonly file: string;
    readonly rows: number;
    readonly stages: readonly Value[];
    readonly more: number;
  }) =>
    `${file}: ${many(rows, 'row', 'rows')} in stages of other names ${rows === 1 ? 'counts' : 'count'} as open, because nothing in the names ends a deal: ${counted(stages, more)} (--stage "NAME=won|lost|open|excluded" settles it).`,
  other_status: ({ file, column }: { readonly file: string; readonly column: string }) =>
    `${file}: "${column}" never says won, and says something else of deals whose stage does, so the stage decided (--ignore "${column}" leaves it out altogether).`,
  set_aside: (
    {
      rows,
      column,
      value,
      what,
    }: { readonly rows: number; readonly column: string; readonly value: string; readonly what: AnySaid },
    { say }: Wording,
  ) =>
    `${many(rows, 'row is no deal and was', 'rows are no deals and were')} left out of every figure: "${column}" is "${value}" (${say(what)}).`,
  repeating_amounts: ({
    column,
    once,
    kinds,
  }: {
    readonly column: string;
    /** Amounts that are paid once. */
    readonly once: number;
    readonly kinds: readonly Value[];
  }) => {
    const named = kinds.map(({ value, rows }) => `${number(rows)} ${value}`).join(', ');
    return once === 0 && kinds.length === 1
      ? `every amount is paid again and again ("${column}": ${named}); figures are of one payment.`
      : `amounts that are paid again and again stand beside one-time ones ("${column}": ${named}, ${number(once)} once) and are added as they stand; --by "${column}" keeps them apart.`;
  },
  tomans: ({ amounts }: { readonly amounts: number }) =>
    `${many(amounts, 'amount in toman was', 'amounts in toman were')} taken as rials (ten to one), because both units are written.`,
  repeated_ids: ({
    rows,
    conflicting,
    rules,
  }: {
    readonly rows: number;
    /** Those of them that differ from the row that counts. */
    readonly conflicting: number;
    readonly rules: readonly { readonly rule: OrderRule; readonly rows: number }[];
  }) => {
    const how = rules.map(({ rule, rows: of }) =>
      rules.length === 1 ? RULES[rule] : `${RULES[rule]} (${number(of)})`,
    );
    const said =
      conflicting === 0
        ? 'all identical'
        : `${number(conflicting)} of them with other facts: ${how.join('; ')}; --repeated-ids lines or all counts them otherwise`;
    return `${many(rows, 'row repeats', 'rows repeat')} the id of another deal and ${rows === 1 ? 'was' : 'were'} not counted again (${said}).`;
  },
  reused_ids: ({ file, ids, deals }: { readonly file: string; readonly ids: number; readonly deals: number }) =>
    `${file}: ${many(ids, 'id stands', 'ids stand')} for several deals (${many(deals, 'deal', 'deals')} in all, with customers, outcomes or days that one deal cannot have), and each counts (--repeated-ids newest counts one row of each id, lines adds up the rows of one customer and outcome).`,
  damaged_ids: ({ ids }: { readonly ids: number }) =>
    `${many(ids, 'deal id was', 'deal ids were')} destroyed by a spreadsheet (4.2E+17, or zeros after the fifteenth digit), so no row was taken for a repeat of another. Export again and open the file as text.`,
  line_items: ({
    file,
    deals,
    rows,
    summed,
    ownDays,
  }: {
    readonly file: string;
    readonly deals: number;
    /** Rows beyond the first of each. */
    readonly rows: number;
    /** The amount of a deal is the sum over its lines. */
    readonly summed: boolean;
    /** Each line has days of its own. */
    readonly ownDays: boolean;
  }) =>
    `${file}: ${many(deals, 'deal stands', 'deals stand')} in several rows, one per product line (${many(rows, 'further row', 'further rows')}); each counts once${summed ? ', and its amount is the sum over its lines' : ''}${ownDays ? ', created with the first and closed with the last of them' : ''}. A breakdown by a column of lines takes the line with the greatest amount${ownDays ? ' or the last closing; --repeated-ids newest or all counts them otherwise' : ''}.`,
  possible_line_items: ({
    file,
    rows,
    deals,
    idColumn,
  }: {
    readonly file: string;
    readonly rows: number;
    readonly deals: number;
    readonly idColumn: string | null;
  }) =>
    `${file}: ${many(rows, 'row agrees', 'rows agree')} with the one above in the deal's name, company, dates and everything else but products, amounts and contacts, and no column has the deal's id. They may be lines of ${many(deals, 'deal', 'deals')}, and count as deals of their own (${idColumn === null ? 'an export with the id settles it' : `--map id="${idColumn}" makes one deal of each name`}).`,
  snapshots: (
    {
      files,
      newest,
      several,
      onlyOlder,
    }: {
      readonly files: readonly { readonly file: string /** ISO 8601. */; readonly day: string | null }[];
      readonly newest: string;
      /** Deals that stand in several files, and in an older one only. */
      readonly several: number;
      readonly onlyOlder: number;
    },
    { day }: Wording,
  ) =>
    `${files.map((one) => `${one.file}${one.day === null ? '' : ` (${day(one.day)})`}`).join(', ')} hold the same deals at different dates: ${many(several, 'deal stands', 'deals stand')} in several of them and ${several === 1 ? 'counts' : 'count'} once, as in ${newest}${onlyOlder === 0 ? '' : `; ${many(onlyOlder, 'stands', 'stand')} in an older one only and ${onlyOlder === 1 ? 'counts' : 'count'} as there`}.`,
  group_carried: ({
    file,
    column,
    cells,
  }: {
    readonly file: string;
    readonly column: string;
    readonly cells: number;
  }) =>
    `${file}: the file is a report of groups, and "${column}" stands in the first row of each group alone; ${many(cells, 'empty cell took', 'empty cells took')} the value above.`,
  groups_left_out: ({
    file,
    column,
    rows,
  }: {
    readonly file: string;
    readonly column: string;
    readonly rows: number;
  }) =>
    `${file}: "${column}" is empty in every record, and ${many(rows, 'row holds', 'rows hold')} a name alone; if the names are its values, they were left out (an export with the value in every row settles it).`,
  orders_waiting: ({
    file,
    column,
    rows,
    values,
  }: {
    readonly file: string;
    readonly column: string;
    readonly rows: number;
    readonly values: readonly string[];
  }) =>
    `${file}: ${many(rows, 'row is', 'rows are')} not paid or sent yet ("${column}": ${quoted(values)}) and ${rows === 1 ? 'counts' : 'count'} as sales.`,
  orders_as_deals: ({ files }: { readonly files: readonly string[] }) =>
    `${files.join(', ')}: every order counts as a won deal, and a return as a credit; orders tell nothing of lost or open deals.`,
};
