/** Which deals of two exports a list is of: by what became of them, by what was moved. */
import type { ComparedPair, Comparison } from '../analysis/snapshots/compare.js';
import {
  CLASS_CODE,
  CLASSES,
  type DealClass,
  MOVE_BIT,
  type Move,
  STEP_CODE,
  type Step,
} from '../analysis/snapshots/definition.js';
import { flowsOf } from '../analysis/snapshots/flows.js';
import type { ListWord } from '../locale/deal-changes.js';
import type { Reason } from '../locale/reasons.js';
import { OPEN } from '../model/outcome.js';
import type { Period } from '../model/period.js';

/** A word, and the deals that it fits. */
export interface WordFound {
  readonly word: ListWord;
  /** Null with a reason, where nobody can say which. */
  readonly deals: number | null;
  readonly reason: Reason | null;
}

export interface ChangedSelection {
  /** Positions in the comparison, ascending. */
  readonly positions: Uint32Array;
  readonly words: readonly WordFound[];
}

type Test = (at: number) => boolean;

/**
 * The deals that one of the words fits. With a period a word that is a step of its waterfall means the deals of that
 * step, any other those of its deals: open and expected to close in it in either export, or, of deals open in neither,
 * closed in it.
 *
 * @param words null = every deal that changed; then the words found are the classes of these
 */
export function selectChanged(
  comparison: Comparison,
  words: readonly ListWord[] | null,
  period: Period | null,
): ChangedSelection {
  const [pair] = comparison.pairs;
  const tests = testsOf(comparison, period);
  if (words === null) {
    const reason = period === null ? null : pair.waterfallReason;
    return reason === null ? everyChange(pair, tests.isIn) : { positions: new Uint32Array(0), words: [] };
  }
  const { size } = pair.compared;
  const chosen = new Uint8Array(size);
  const found = words.map((word): WordFound => {
    const reason = reasonOf(word, comparison, period);
    if (reason !== null) return { word, deals: null, reason };
    const fits = tests.of(word);
    let deals = 0;
    for (let at = 0; at < size; at++) {
      if (!fits(at)) continue;
      deals++;
      chosen[at] = 1;
    }
    return { word, deals, reason };
  });
  return { positions: positionsOf(chosen), words: found };
}

/** Classes of deals that are as they were. */
const SAME: readonly DealClass[] = ['unchanged', 'closed_unchanged'];

function everyChange(pair: ComparedPair, isIn: Test): ChangedSelection {
  const { size, old, now, classOf } = pair.compared;
  const [was, is] = [pair.before, pair.after].map(({ snapshot }) => snapshot.deals.column('outcome'));
  const counts = new Uint32Array(CLASSES.length);
  const chosen = new Uint8Array(size);
  const same = SAME.map((name) => CLASS_CODE[name]);
  for (let at = 0; at < size; at++) {
    const code = classOf[at] as number;
    if (same.includes(code) || !isIn(at)) continue;
    const [row, rowNow] = [old[at] as number, now[at] as number];
    // What no figure counts has changed where a figure counted it.
    if (code === CLASS_CODE.excluded && (row < 0 || rowNow < 0 || was?.[row] === is?.[rowNow])) continue;
    chosen[at] = 1;
    counts[code] = (counts[code] as number) + 1;
  }
  return {
    positions: positionsOf(chosen),
    words: CLASSES.flatMap((word, code): WordFound[] =>
      counts[code] === 0 ? [] : [{ word, deals: counts[code] as number, reason: null }],
    ),
  };
}

function positionsOf(chosen: Uint8Array): Uint32Array {
  let size = 0;
  for (const one of chosen) size += one;
  const positions = new Uint32Array(size);
  let next = 0;
  chosen.forEach((one, at) => {
    if (one === 1) positions[next++] = at;
  });
  return positions;
}

function testsOf({ pairs: [pair], pushed }: Comparison, period: Period | null) {
  const { compared, before, after } = pair;
  const { classOf, moves, now } = compared;
  const flows = period === null ? null : flowsOf(compared, before, after, period);
  const isIn: Test = flows === null || period === null ? () => true : inPeriod(pair, flows, period);
  const of = (word: ListWord): Test => {
    const step = stepOf(word);
    if (step !== null && flows !== null) return (at) => flows.stepOf[at] === STEP_CODE[step];
    if (word === 'pushed') {
      const rows = new Set(pushed.deals.map(({ row }) => row));
      return (at) => rows.has(now[at] as number) && isIn(at);
    }
    const bit = MOVE_BIT[word as Move] as number | undefined;
    if (bit !== undefined) return (at) => ((moves[at] as number) & bit) !== 0 && isIn(at);
    const code = CLASS_CODE[word as DealClass] as number | undefined;
    return (at) => classOf[at] === code && isIn(at);
  };
  return { isIn, of };
}

/** The step of the waterfall that a word is; null of others. */
function stepOf(word: ListWord): Step | null {
  const step = word === 'currency_changed' ? 'currency' : word;
  return Object.hasOwn(STEP_CODE, step) ? (step as Step) : null;
}

function inPeriod(
  { compared: { old, now }, before, after }: ComparedPair,
  flows: ReturnType<typeof flowsOf>,
  period: Period,
): Test {
  const sides = [before, after].map(({ snapshot: { deals } }, side) => {
    const [outcome, closed] = [deals.column('outcome'), deals.column('closed_at')];
    const rows = side === 0 ? old : now;
    return {
      isOpen: (at: number) => outcome[rows[at] as number] === OPEN,
      closedIn: (at: number) => {
        const day = closed[rows[at] as number];
        return day !== undefined && day >= period.start && day < period.end;
      },
    };
  });
  return (at) =>
    flows.wasIn[at] === 1 ||
    flows.isIn[at] === 1 ||
    (sides.every(({ isOpen }) => !isOpen(at)) && sides.some(({ closedIn }) => closedIn(at)));
}

/** Classes that amounts tell. */
const OF_AMOUNTS: readonly ListWord[] = ['currency_changed', 'priced', 'unpriced'];

function reasonOf(word: ListWord, { pairs: [pair], pushed }: Comparison, period: Period | null): Reason | null {
  if (period !== null && pair.waterfallReason !== null) return pair.waterfallReason;
  if (word === 'pushed') return pushed.reason;
  const move = OF_AMOUNTS.includes(word) ? 'grown' : word;
  return pair.moves.find((one) => one.move === move)?.reason ?? null;
}
