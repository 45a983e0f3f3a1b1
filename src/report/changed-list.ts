import { type ComparedPair, type Comparison, compareSnapshots } from '../analysis/snapshots/compare.js';
import { MOVE_BIT } from '../analysis/snapshots/definition.js';
import { UnitSums } from '../analysis/snapshots/money-sums.js';
import { CHANGE_CLASSES, type ChangeClass, LIST_WORDS, type ListWord } from '../locale/deal-changes.js';
import type { Reason } from '../locale/reasons.js';
import { type AnySaid, once } from '../locale/said.js';
import type { Lang, Text } from '../locale/text.js';
import { isAllTime } from '../model/period.js';
import { NO_TODAY } from './as-of.js';
import {
  CHANGED_COLUMNS,
  type ChangedCells,
  changedCells,
  changedColumn,
  classAt,
  movesOf,
  sortChanged,
} from './changed-columns.js';
import type { ChangedDeal, ChangedList } from './changed-list-schema.js';
import { type ChangedSelection, selectChanged } from './changed-selection.js';
import { type Compared, comparedExports, newestOf } from './compared-exports.js';
import type { ListSort } from './deal-list.js';
import { filterEntry, messageEntry, periodEntry, type Tool } from './documents.js';
import { incomparable } from './incomparable.js';
import { clockOf, clockWarnings } from './measure-request.js';
import type { Samples } from './redact.js';
import type { Resolved } from './request.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { comparedSnapshot, wholesOf } from './sections/parts/changes.js';
import { notesOf } from './sections/parts/changes-words.js';
import { snapshotEntries } from './sections/parts/snapshot-entries.js';
import { nameless } from './withheld.js';

export interface ChangedListContext {
  readonly resolved: Resolved;
  /** The exports, oldest first. */
  readonly compared: Compared;
  readonly lang: Lang;
  readonly tool: Tool;
  /** What deals are listed by; null = every deal that changed. */
  readonly words: readonly ListWord[] | null;
  readonly sort: ListSort | null;
  /** Deals listed at most; 0 = all. */
  readonly limit: number;
  readonly samples: Samples;
}

/**
 * The deals that changed from the first of some exports to the last, before and after.
 * @throws UserError `unknown_column` for a column to sort by that such a list does not have (exit 2)
 */
export function buildChangedList(context: ChangedListContext): ChangedList {
  const { resolved, compared, lang, tool, words, samples } = context;
  const asked = context.sort === null ? null : { column: changedColumn(context.sort.by), ...context.sort };
  const read = newestOf(compared).dataset;
  const clock = clockOf(read, resolved.asOf, NO_TODAY);
  const exports = comparedExports(read, compared, { resolved, clock });
  const { dataset } = newestOf(exports);
  const period = isAllTime(resolved.period) ? null : resolved.period;
  const comparison = compareSnapshots(exports.snapshots.map(comparedSnapshot), { period });
  const [pair] = comparison.pairs;
  const cells = changedCells(pair, comparison);
  const incomparableBy = incomparable(exports.snapshots);
  const { positions, words: found } =
    incomparableBy === null ? selectChanged(comparison, words, period) : noneOf(words ?? [], incomparableBy);
  const { rows, sort } = ordered(positions, pair, cells, asked);
  const most = samples === 'none' ? 0 : context.limit === 0 ? rows.length : context.limit;
  const { method, byId, byName, reusedIds, ambiguous } = pair.matching;
  const { currencies } = comparison.money;
  const speech = { lang, calendar: resolved.calendar };
  const said = (message: AnySaid) => messageEntry(samples === 'full' ? message : nameless(message), speech);
  const untold = incomparableBy ?? (words === null ? (period === null ? null : pair.waterfallReason) : whyNone(found));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    calendar: resolved.calendar,
    period: periodEntry(resolved.period, resolved.relative),
    filter: filterEntry(dataset),
    samples,
    snapshots: snapshotEntries(exports.snapshots, comparison.money),
    matching: { method, byId, byName, reusedIds, ambiguous },
    selection: {
      all: words === null,
      words: found.map((one) => ({ ...one, title: titleOf(one.word, words === null)[lang] })),
    },
    total: positions.length,
    before: sumOf(pair.before, positions, pair.compared.old, comparison),
    after: sumOf(pair.after, positions, pair.compared.now, comparison),
    currency: currencies.length === 1 ? currencies[0] || null : null,
    sort,
    columns: CHANGED_COLUMNS.map(({ name, key, title, kind }) => ({ name, key, title: title[lang], kind })),
    deals: Array.from(rows.subarray(0, most), (at) => entryOf(pair, cells, at)).map((deal) =>
      samples === 'full' ? deal : withheld(deal),
    ),
    reason: untold,
    notes: incomparableBy === null ? notesOf({ comparison, speech, period, wholes: wholesOf(exports.snapshots) }) : [],
    warnings: once([...exports.warnings, ...dataset.warnings, ...clockWarnings(clock, resolved)]).map(said),
  };
}

/** Of exports that cannot be compared no word tells any deal. */
function noneOf(words: readonly ListWord[], reason: Reason): ChangedSelection {
  return { positions: new Uint32Array(0), words: words.map((word) => ({ word, deals: null, reason })) };
}

/** Of all changes the classes are told, of which a move of the same name may have more. */
function titleOf(word: ListWord, isClass: boolean): Text {
  return isClass && Object.hasOwn(CHANGE_CLASSES, word) ? CHANGE_CLASSES[word as ChangeClass] : LIST_WORDS[word];
}

/** Why no word tells which deals it means; null where one does. */
function whyNone(found: ReturnType<typeof selectChanged>['words']): ChangedList['reason'] {
  return found.some(({ deals }) => deals !== null) ? null : (found[0]?.reason ?? null);
}

interface Ordered {
  readonly rows: Uint32Array;
  readonly sort: ChangedList['sort'];
}

/** As was asked; else by class, in each the most money first. */
function ordered(
  positions: Uint32Array,
  pair: ComparedPair,
  cells: ChangedCells,
  asked: (ListSort & { readonly column: (typeof CHANGED_COLUMNS)[number] }) | null,
): Ordered {
  if (asked === null) return { rows: byClass(positions, pair), sort: null };
  const { name, kind } = asked.column;
  const direction = asked.direction ?? (kind === 'text' || kind === 'category' ? 'asc' : 'desc');
  return { rows: sortChanged(positions, cells[name], direction), sort: { by: name, direction } };
}

function byClass(positions: Uint32Array, pair: ComparedPair): Uint32Array {
  const { classOf } = pair.compared;
  const weights = Float64Array.from(positions, (at) => weightOf(pair, at));
  const order = Uint32Array.from(positions, (_, index) => index).sort((a, b) => {
    const [one, other] = [positions[a] as number, positions[b] as number];
    return (
      (classOf[one] as number) - (classOf[other] as number) || (weights[b] as number) - (weights[a] as number) || a - b
    );
  });
  return order.map((index) => positions[index] as number);
}

/** How much money a deal is about: by how much it grew or shrank, else what it was or is worth, whichever is more. */
function weightOf({ compared: { old, now, moves }, before, after }: ComparedPair, at: number): number {
  const was = before.amounts.units[old[at] as number] ?? Number.NaN;
  const is = after.amounts.units[now[at] as number] ?? Number.NaN;
  if (((moves[at] as number) & (MOVE_BIT.grown | MOVE_BIT.shrunk)) !== 0) return Math.abs(is - was);
  return Math.max(Number.isNaN(was) ? 0 : Math.abs(was), Number.isNaN(is) ? 0 : Math.abs(is));
}

/** What one of the exports says the deals are worth. */
function sumOf(
  { amounts }: ComparedPair['before'],
  positions: Uint32Array,
  rowOf: Int32Array,
  { money }: Comparison,
): ChangedList['before'] {
  const sums = new UnitSums(money);
  let [deals, priced] = [0, 0];
  for (const at of positions) {
    const row = rowOf[at] as number;
    if (row < 0) continue;
    deals++;
    const units = amounts.units[row] as number;
    if (Number.isNaN(units)) continue;
    priced++;
    sums.add(units, amounts.bucket[row] as number);
  }
  const { amount, byCurrency } = sums.total(priced > 0);
  return { deals, priced, amount, byCurrency: byCurrency === null ? null : byCurrency.map((one) => ({ ...one })) };
}

type State = NonNullable<ChangedDeal['before']>;

function entryOf(pair: ComparedPair, cells: ChangedCells, at: number): ChangedDeal {
  const { old, now, moves } = pair.compared;
  const text = (name: 'id' | 'name' | 'account' | 'owner') => cells[name](at) as string | null;
  return {
    class: classAt(pair, at),
    moves: movesOf(moves[at] as number),
    id: text('id'),
    name: text('name'),
    account: text('account'),
    owner: text('owner'),
    before: (old[at] as number) < 0 ? null : stateOf(cells, at, '_before'),
    after: (now[at] as number) < 0 ? null : { ...stateOf(cells, at, ''), owner: text('owner') },
    amountChange: cells.amount_change(at) as number | null,
    daysMoved: cells.days_moved(at) as number | null,
    timesPushed: cells.times_pushed(at) as number | null,
  };
}

function stateOf(cells: ChangedCells, at: number, side: '' | '_before'): State {
  return {
    outcome: cells[`outcome${side}`](at) as string | null,
    stage: cells[`stage${side}`](at) as string | null,
    owner: cells[`owner${side}`](at) as string | null,
    amount: cells[`amount${side}`](at) as number | null,
    currency: cells[`currency${side}`](at) as string | null,
    closeDate: cells[`close_date${side}`](at) as string | null,
    file: cells[`file${side}`](at) as string,
    sheet: cells[`sheet${side}`](at) as string | null,
    row: cells[`row${side}`](at) as number,
  };
}

/** A deal that can be found in the files, without what stands in it. */
function withheld(deal: ChangedDeal): ChangedDeal {
  const state = (one: ChangedDeal['before']): ChangedDeal['before'] =>
    one === null
      ? null
      : { ...one, outcome: null, stage: null, owner: null, amount: null, currency: null, closeDate: null };
  return {
    ...deal,
    name: null,
    account: null,
    owner: null,
    before: state(deal.before),
    after: state(deal.after),
    amountChange: null,
    daysMoved: null,
    timesPushed: null,
  };
}
