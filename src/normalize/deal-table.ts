import type { PresetDefinition } from '../crm/definition.js';
import { foldText } from '../locale/fold.js';
import { said } from '../locale/said.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, FlagColumn, RatioColumn } from '../model/column.js';
import type { AmbiguousColumn, StageAccount } from '../model/dataset.js';
import type { DealColumns, DealField } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../model/fields.js';
import { EXCLUDED, LOST, OPEN, OUTCOMES, type Outcome, WON } from '../model/outcome.js';
import { copyOf, roomInBlock } from '../model/shared-memory.js';
import type { Codes } from '../model/text-column.js';
import { firstCompany, realIds } from './company-cells.js';
import { type CurrencyAccount, currencies } from './currencies.js';
import type { MappedColumn } from './mapping.js';
import { BLANK_STAGE, isKnown, type Meaning, meanings } from './outcome.js';
import { type ResolvedOutcomes, resolveOutcomes } from './resolve-outcomes.js';
import { applyMarks, type MarkedRows, type RepeatingAmounts, repeatingAmounts, settleAmounts } from './row-marks.js';
import type { TableReader } from './table-reader.js';

/** What a user has said about stages and money, for every file. */
export interface DealSettings {
  readonly stages: Readonly<Record<string, Outcome>>;
  readonly currency: string | null;
}

/** The deals of one table as columns, every row of it, before files are put together. */
export interface DealTable {
  readonly size: number;
  readonly columns: Partial<Omit<DealColumns, 'customer'>>;
  readonly unreadable: readonly {
    readonly row: number;
    readonly field: DealFieldName;
    readonly column: string;
    readonly text: string;
  }[];
  readonly ambiguous: readonly AmbiguousColumn[];
  /** Date fields whose cells are instants; none when left out. */
  readonly instants?: ReadonlySet<DealField>;
  readonly stages: readonly StageAccount[];
  /** Names that count as open only because nothing in them ends a deal, and how many rows rest on that. */
  readonly guessed?: readonly GuessedName[];
  /** Deals that a flag, a day or a word calls closed, who knows how. */
  readonly closedSomehow?: number;
  /** The row that stands for each row, where rows are lines of an order; left out where each row is a deal. */
  readonly lineOf?: Uint32Array;
  /** Rows that a column of the file says are no deals. */
  readonly setAside: readonly number[];
  readonly marked: readonly MarkedRows[];
  readonly repeating: RepeatingAmounts | null;
  /** What is odd about the currency column. */
  readonly currencies: CurrencyAccount | null;
  /** The column of a status that came after the stage, because it is about something else than the deal's end. */
  readonly otherStatus?: string | null;
  /** Values of orders that are not paid or sent yet and count as sales all the same. */
  readonly waiting?: readonly { readonly column: string; readonly value: string; readonly rows: number }[];
}

/** A name of a stage or status that was guessed to be open. */
export interface GuessedName {
  readonly value: string;
  readonly rows: number;
  /** Won and lost are told otherwise, by names or by other columns: what is left is a stage of its own, and no matter of doubt. */
  readonly sure: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Gives the mapped columns of a deals table their meaning. */
export function dealTable(
  reader: TableReader,
  fields: ReadonlyMap<string, MappedColumn>,
  preset: PresetDefinition,
  settings: DealSettings,
): DealTable {
  const columns: Mutable<DealTable['columns']> = {};
  const has = (field: DealFieldName): MappedColumn | undefined => fields.get(field);
  for (const [name, mapped] of fields) {
    const field = name as DealFieldName;
    Object.assign(columns, { [field]: reader.column(mapped.column, field) });
  }
  settleAccounts(columns);
  const status = columns.status as CategoryColumn | undefined;
  const stage = columns.stage as CategoryColumn | undefined;
  const days = (field: DealFieldName): DayColumn | undefined => columns[field] as DayColumn | undefined;
  const told = toldOtherwise(columns);
  const statusMeanings = status === undefined ? [] : meanings(status.values, preset, settings.stages, told.size > 0);
  const byStatus = new Set([...told, ...endsNamed(statusMeanings)]);
  const stageMeanings = stage === undefined ? [] : meanings(stage.values, preset, settings.stages, byStatus.size > 0);
  const resolved = resolveOutcomes(
    reader.size,
    {
      isWon: columns.is_won as FlagColumn | undefined,
      isClosed: columns.is_closed as FlagColumn | undefined,
      status,
      stage,
      wonAt: days('won_at'),
      lostAt: days('lost_at'),
      closedAt: days('closed_at'),
      closeDate: days('close_date'),
      createdAt: days('created_at'),
      probability: columns.probability as RatioColumn | undefined,
      isLead: leadRows(columns.type as CategoryColumn | undefined),
    },
    statusMeanings,
    stageMeanings,
    settings.stages['*'] ?? null,
    settings.stages[BLANK_STAGE] ?? null,
  );
  const { outcome } = resolved;
  const decidable = ['status', 'stage', 'is_won', 'is_closed', 'won_at', 'lost_at', 'probability'] as const;
  const { marked, setAside } = applyMarks(
    reader,
    preset,
    outcome,
    new Set([...fields.values()].map(({ column }) => column)),
  );
  if (decidable.some((field) => has(field)) || settings.stages['*'] !== undefined) columns.outcome = outcome;
  const amount = has('amount');
  if (amount !== undefined && columns.amount !== undefined) {
    columns.amount = settleAmounts(reader, preset, amount, columns.amount, outcome);
  }
  settleDates(columns, resolved, setAside);
  const currency = currencies(reader, fields, columns.currency as CategoryColumn | undefined, settings.currency);
  if (currency.column !== undefined) columns.currency = currency.column;
  return {
    size: reader.size,
    columns,
    unreadable: reader.unreadable(fields),
    ambiguous: reader.ambiguous(fields),
    instants: instantsOf(reader, fields),
    stages: [
      ...stageAccounts(has('status'), status, statusMeanings, outcome),
      ...stageAccounts(has('stage'), stage, stageMeanings, outcome),
    ],
    guessed: [
      ...guessesOf(status, statusMeanings, resolved.guessed.status, told),
      ...guessesOf(stage, stageMeanings, resolved.guessed.stage, byStatus),
    ],
    closedSomehow: resolved.anyClosed ? resolved.closed.reduce((sum, one) => sum + one, 0) : 0,
    otherStatus: resolved.stageFirst ? (has('status')?.header ?? null) : null,
    setAside,
    marked,
    repeating: repeatingAmounts(reader, preset),
    currencies: currency.account,
  };
}

/** One company per deal, and no id that stands for none. */
function settleAccounts(columns: Mutable<DealTable['columns']>): void {
  const { account, account_id: accountId } = columns;
  if (accountId !== undefined) columns.account_id = realIds(firstCompany(accountId).column);
  if (account !== undefined) columns.account = firstCompany(account).column;
}

/**
 * One actual close date and one expected one. A column that serves both ("Close Date" of HubSpot and Salesforce) is
 * the actual date of a closed deal and the expected one of an open deal. A column in which nothing changes stays as it
 * was read.
 */
function settleDates(
  columns: Mutable<DealTable['columns']>,
  { outcome, closed: endedSomehow }: ResolvedOutcomes,
  setAside: readonly number[],
): void {
  const size = outcome.length;
  for (const row of setAside) endedSomehow[row] = 0;
  const { closed_at: closed, won_at: won, lost_at: lost, close_date: dual, expected_close: expected } = columns;
  if (closed !== undefined || won !== undefined || lost !== undefined || dual !== undefined) {
    let closedAt = closed ?? roomInBlock(Int32Array, size).fill(NO_DAY);
    const others = won !== undefined || lost !== undefined || dual !== undefined;
    for (let row = 0; row < size; row++) {
      const code = outcome[row];
      const read = closedAt[row] as number;
      let day = read;
      // A deal that was closed, who knows how, keeps its day: it may have been won or lost then.
      if (code === OPEN || (code === EXCLUDED && endedSomehow[row] === 0)) day = NO_DAY;
      else if (others && day === NO_DAY) {
        const own = (code === WON ? won?.[row] : code === LOST ? lost?.[row] : undefined) ?? NO_DAY;
        day = own === NO_DAY ? (dual?.[row] ?? NO_DAY) : own;
      }
      if (day === read) continue;
      if (closedAt === closed) closedAt = copyOf(closed);
      closedAt[row] = day;
    }
    columns.closed_at = closedAt;
  }
  if (dual !== undefined) {
    let expectedClose = expected ?? roomInBlock(Int32Array, size).fill(NO_DAY);
    for (let row = 0; row < size; row++) {
      if (expectedClose[row] !== NO_DAY || outcome[row] !== OPEN || dual[row] === NO_DAY) continue;
      if (expectedClose === expected) expectedClose = copyOf(expected);
      expectedClose[row] = dual[row] as number;
    }
    columns.expected_close = expectedClose;
  }
}

/** The date fields read from instants; a closing date, or an expected one, from any of the columns that it is made of. */
function instantsOf(reader: TableReader, fields: ReadonlyMap<string, MappedColumn>): ReadonlySet<DealField> {
  const instants = new Set<DealField>();
  for (const [name, { column }] of fields) {
    const field = name as DealFieldName;
    if (DEAL_FIELDS[field].kind === 'day' && reader.hasInstants(column)) instants.add(field);
  }
  if (MADE_OF.closed_at.some((field) => instants.has(field))) instants.add('closed_at');
  if (MADE_OF.expected_close.some((field) => instants.has(field))) instants.add('expected_close');
  return instants;
}

const MADE_OF = {
  closed_at: ['won_at', 'lost_at', 'close_date'],
  expected_close: ['close_date'],
} as const satisfies Partial<Record<DealFieldName, readonly DealFieldName[]>>;

/** The rows that are leads by the deal's own type; undefined where none says so. */
function leadRows(type: CategoryColumn | undefined): ((row: number) => boolean) | undefined {
  const isLead = type?.values.map((value) => LEAD_TYPES.has(foldText(value)));
  if (type === undefined || !isLead?.includes(true)) return undefined;
  return (row) => isLead[type.codes[row] as number] === true;
}

const LEAD_TYPES = new Set(
  ['lead', 'leads', 'raw lead', 'سرنخ', 'лид', 'interessent', 'piste', 'prospecto'].map(foldText),
);

/** The ways to end that a column's names tell. */
function endsNamed(meaning: readonly Meaning[]): Outcome[] {
  return (['won', 'lost'] as const).filter((end) => meaning.some((one) => isKnown(one) && one.outcome === end));
}

/** The ways to end that flags and days tell, whatever a deal's stage is called. */
function toldOtherwise(columns: DealTable['columns']): ReadonlySet<Outcome> {
  const isDated = (days: DayColumn | undefined): boolean => days?.some((day) => day !== NO_DAY) ?? false;
  const told = new Set<Outcome>();
  if (columns.is_won?.includes(1) || isDated(columns.won_at)) told.add('won');
  if (isDated(columns.lost_at)) told.add('lost');
  if (columns.is_closed?.includes(1)) told.add('won').add('lost');
  return told;
}

function guessesOf(
  column: CategoryColumn | undefined,
  meaning: readonly Meaning[],
  rows: Uint32Array,
  otherwise: ReadonlySet<Outcome>,
): GuessedName[] {
  if (column === undefined) return [];
  const sure = new Set([...otherwise, ...endsNamed(meaning)]).size === 2;
  return column.values.flatMap((value, code) => {
    const n = rows[code] ?? 0;
    // What a known word says of a customer needs no word of warning: `Active`, `Lead`.
    return n === 0 || meaning[code]?.reason !== 'no_closing_word' ? [] : [{ value, rows: n, sure }];
  });
}

/** How many rows have each code beside each outcome: a loop by itself, for V8 compiles what stands behind it, too. */
function countPairs(counts: Uint32Array, codes: Codes, outcome: Uint8Array): void {
  const outcomes = OUTCOMES.length;
  for (let row = 0; row < codes.length; row++) {
    const at = (codes[row] as number) * outcomes + (outcome[row] ?? EXCLUDED);
    counts[at] = (counts[at] as number) + 1;
  }
}

function stageAccounts(
  mapped: MappedColumn | undefined,
  column: CategoryColumn | undefined,
  meaning: readonly Meaning[],
  outcome: Uint8Array,
): StageAccount[] {
  if (mapped === undefined || column === undefined) return [];
  const counts = new Uint32Array(column.values.length * OUTCOMES.length);
  const { codes } = column;
  countPairs(counts, codes, outcome);
  return column.values.flatMap((value, code) => {
    const byOutcome = OUTCOMES.map((_, index) => counts[code * OUTCOMES.length + index] ?? 0);
    const rows = byOutcome.reduce((sum, n) => sum + n, 0);
    if (rows === 0) return [];
    const means = meaning[code];
    const commonest = OUTCOMES[byOutcome.indexOf(Math.max(...byOutcome))] ?? 'excluded';
    // Where the value itself decides nothing, or its guess yields, say what other columns made of its rows.
    const decides = means !== undefined && means.outcome !== null && (isKnown(means) || commonest === means.outcome);
    return [
      {
        column: mapped.header,
        value,
        rows,
        outcome: decides ? (means.outcome ?? commonest) : commonest,
        reason: said(means?.reason ?? 'unknown_name', { byOtherColumns: !decides }),
      },
    ];
  });
}
