import { NO_DAY } from '../model/civil-day.js';
import { type CategoryColumn, type DayColumn, type FlagColumn, numbersIn, type RatioColumn } from '../model/column.js';
import { EXCLUDED, LOST, OPEN, OUTCOMES, type Outcome, WON } from '../model/outcome.js';
import { roomInBlock } from '../model/shared-memory.js';
import type { Codes } from '../model/text-column.js';
import { isKnown, type Meaning } from './outcome.js';

/** The columns that tell what became of a deal, most decisive first. Undefined where the file has none. */
export interface OutcomeColumns {
  readonly isWon?: FlagColumn | undefined;
  readonly isClosed?: FlagColumn | undefined;
  readonly status?: CategoryColumn | undefined;
  readonly stage?: CategoryColumn | undefined;
  readonly wonAt?: DayColumn | undefined;
  readonly lostAt?: DayColumn | undefined;
  /** The day on which a deal was actually closed. */
  readonly closedAt?: DayColumn | undefined;
  /** A close date that is the expected one while a deal is open. */
  readonly closeDate?: DayColumn | undefined;
  readonly createdAt?: DayColumn | undefined;
  readonly probability?: RatioColumn | undefined;
  /** Rows that are leads, not deals yet. */
  readonly isLead?: ((row: number) => boolean) | undefined;
}

/** What became of every deal, and what stays in question. */
export interface ResolvedOutcomes {
  readonly outcome: Uint8Array;
  /** 1 for deals that are closed by a flag, a day or a word, who knows how: among the excluded. */
  readonly closed: Uint8Array;
  /** Whether there is one: of many deals mostly none, and then nobody has to look through them. */
  readonly anyClosed: boolean;
  /** Rows that count as open by a guess, per value of the column that it rests on. */
  readonly guessed: { readonly status: Uint32Array; readonly stage: Uint32Array };
  /** The status is about something else than the deal's end (an approval, a lead), so the stage came first. */
  readonly stageFirst: boolean;
}

/** How a value decides: nothing, known, by the user's word, guessed open, or only that the deal is not open any more. */
const [NOTHING, KNOWN, SAID, GUESS, ENDED] = [0, 1, 2, 3, 4];

/** The meanings of a column's values as arrays, one entry per code. */
interface Names {
  readonly codes: Codes;
  readonly how: Uint8Array;
  readonly outcome: Uint8Array;
}

function codesOf(column: CategoryColumn, meanings: readonly Meaning[], field: 'status' | 'stage'): Names {
  const how = new Uint8Array(column.values.length);
  const outcome = new Uint8Array(column.values.length).fill(EXCLUDED);
  // Beside "Won", "Active" is a status of the deal; alone it is one of the record, or of the customer.
  const ofDeal = field === 'stage' || meanings.some((one) => one.outcome === 'won' && isKnown(one));
  meanings.forEach((meaning, code) => {
    if (meaning.outcome !== null) outcome[code] = OUTCOMES.indexOf(meaning.outcome);
    if (meaning.reason === 'said_with_stage') how[code] = SAID;
    else if (meaning.outcome === null) how[code] = meaning.ended ? ENDED : NOTHING;
    else if (!isKnown(meaning) || (meaning.lifecycle && !ofDeal)) how[code] = GUESS;
    else how[code] = KNOWN;
  });
  return { codes: column.codes, how, outcome };
}

const NO_COLUMN: Names = { codes: new Uint32Array(0), how: new Uint8Array(1), outcome: new Uint8Array(1) };

/**
 * Exactly one outcome per deal. In this order: explicit flags; what is known of the status; the won or lost day; what
 * is known of the stage; a flag that says not won beside the day of closing; a probability of 100 or 0 %; guesses. A
 * guess that a name is open yields to every sign that the deal is closed, and a status that is about something else than
 * the deal's end comes after the stage. What none of them settles is `excluded` (and
 * a rule reports it), never guessed: unless the user says what `everything` else is, or a row whose names are `blank`.
 */
export function resolveOutcomes(
  size: number,
  columns: OutcomeColumns,
  statusMeanings: readonly Meaning[],
  stageMeanings: readonly Meaning[],
  everything: Outcome | null,
  blank: Outcome | null = null,
): ResolvedOutcomes {
  const outcome = roomInBlock(Uint8Array, size);
  const closed = new Uint8Array(size);
  const { isWon, isClosed, wonAt, lostAt, closedAt, closeDate, createdAt, probability, isLead } = columns;
  const status = columns.status === undefined ? NO_COLUMN : codesOf(columns.status, statusMeanings, 'status');
  const stage = columns.stage === undefined ? NO_COLUMN : codesOf(columns.stage, stageMeanings, 'stage');
  const guessed = { status: new Uint32Array(status.how.length), stage: new Uint32Array(stage.how.length) };
  const noNames = !columns.status && !columns.stage && !isWon && !isClosed;
  const fallback = everything === null ? -1 : OUTCOMES.indexOf(everything);
  const unnamed = blank === null ? -1 : OUTCOMES.indexOf(blank);
  // A flag that no row has set is not in use: it says nothing against a name or a day.
  const closedInUse = isClosed?.includes(1) ?? false;
  const closingDay = closedAt ?? (isWon !== undefined && isActual(isWon, columns) ? closeDate : undefined);
  const dayTells = closedAt !== undefined && !isOnOpenDeals(closedAt, status, stage);
  const statusEnds = statusMeanings.some((one) => isKnown(one) && (one.outcome === 'won' || one.outcome === 'lost'));
  const blankIsOpen = saysOnlyHowItEnded(columns.closedAt ?? closeDate, status, stage);
  const probabilityAt = probability === undefined ? null : numbersIn(probability);
  const zeroIsLost = probability !== undefined && isAnyAbove(probability, 0);
  const surelyWon = probabilityAt === null ? null : alwaysFull(probabilityAt, status, stage);
  const stageFirst = isOtherStatus(status, stage, size);
  let anyClosed = false;
  for (let row = 0; row < size; row++) outcome[row] = one(row);
  return { outcome, closed, anyClosed, guessed, stageFirst };

  function one(row: number): number {
    if (isWon?.[row] === 1) return WON;
    const flagged = isClosed?.[row];
    if (flagged === 0 && closedInUse) return OPEN;
    if (flagged === 1 && isWon?.[row] === 0) return LOST;
    const statusCode = status.codes[row] ?? 0;
    const byStatus = status.how[statusCode] as number;
    const ofStatus = status.outcome[statusCode] as number;
    if (byStatus === SAID) return ofStatus;
    if (byStatus === KNOWN && !stageFirst && (ofStatus !== OPEN || flagged !== 1)) return ofStatus;
    const won = wonAt?.[row] ?? NO_DAY;
    const lost = lostAt?.[row] ?? NO_DAY;
    if (won !== NO_DAY || lost !== NO_DAY) return won >= lost ? WON : LOST;
    const stageCode = stage.codes[row] ?? 0;
    const byStage = stage.how[stageCode] as number;
    const ofStage = stage.outcome[stageCode] as number;
    const ended = flagged === 1 || byStatus === ENDED;
    if (byStage === SAID) return ofStage;
    const day = closingDay?.[row] ?? NO_DAY;
    // Where the status tells how deals end, a name there that nobody knows, beside the day of closing, may be one of the
    // ends: the stage that the deal was left in says nothing against it. Without such a day its being open is a guess.
    const unsure = byStatus === GUESS && !stageFirst && statusEnds && !statusMeanings[statusCode]?.lifecycle;
    const endsUnknown = unsure && dayTells && day !== NO_DAY;
    if (byStage === KNOWN && (ofStage !== OPEN || !(ended || endsUnknown))) {
      if (unsure && ofStage === OPEN) guessed.status[statusCode] = (guessed.status[statusCode] as number) + 1;
      return ofStage;
    }
    if (byStatus === KNOWN && stageFirst && (ofStatus !== OPEN || flagged !== 1)) return ofStatus;
    if (isWon?.[row] === 0 && (day !== NO_DAY || ended)) return LOST;
    const isEnded = ended || byStage === ENDED || (dayTells && day !== NO_DAY);
    const isGuess = byStatus === GUESS || byStage === GUESS;
    const p = probabilityAt?.(row) ?? Number.NaN;
    if (p === 1 && (isEnded || !isGuess || surelyWon?.(statusCode, stageCode))) return WON;
    if (p === 0 && (isEnded || (!isGuess && zeroIsLost && !isLead?.(row)))) return LOST;
    if (isEnded) {
      if (fallback >= 0) return fallback;
      closed[row] = 1;
      anyClosed = true;
      return EXCLUDED;
    }
    if (isGuess) {
      if (byStatus === GUESS) guessed.status[statusCode] = (guessed.status[statusCode] as number) + 1;
      else guessed.stage[stageCode] = (guessed.stage[stageCode] as number) + 1;
      return OPEN;
    }
    if (isWon !== undefined && (closingDay ?? closeDate)?.[row] === NO_DAY) return OPEN;
    if (flagged === 0) return OPEN;
    if (unnamed >= 0 && statusCode === 0 && stageCode === 0) return unnamed;
    // A row without a day of creation may be a sum.
    if (
      blankIsOpen &&
      (createdAt?.[row] ?? NO_DAY) !== NO_DAY &&
      statusCode === 0 &&
      stageCode === 0 &&
      day === NO_DAY &&
      p !== 0
    )
      return OPEN;
    if (fallback >= 0) return fallback;
    // A table of won (or lost) dates alone: a deal without one is not closed yet.
    if (noNames && (wonAt !== undefined || lostAt !== undefined) && (closedAt?.[row] ?? NO_DAY) === NO_DAY) return OPEN;
    return EXCLUDED;
  }
}

/**
 * Whether a date that may be the expected one is the day of closing: won deals have it, some that are not won lack it,
 * and none of those that have it lies more than a month after all that has happened.
 */
function isActual(isWon: FlagColumn, { closeDate, createdAt }: OutcomeColumns): boolean {
  if (closeDate === undefined) return false;
  let [won, dated, others, newest, latest] = [0, 0, 0, NO_DAY, NO_DAY];
  for (let row = 0; row < isWon.length; row++) {
    const day = closeDate[row] as number;
    const created = createdAt?.[row] ?? NO_DAY;
    if (created > newest) newest = created;
    if (isWon[row] === 1) {
      won++;
      if (day !== NO_DAY) dated++;
      if (day > newest) newest = day;
    } else if (day === NO_DAY) others++;
    else if (day > latest) latest = day;
  }
  return won > 0 && dated === won && others > 0 && latest <= newest + MONTH;
}

/** How far a last closing may lie behind the last creation or sale; what is expected lies further ahead for some. */
const MONTH = 31;

/** Deals, and share of those whose stage says won, of which a status says something else: then it is about that. */
const [FEWEST_OTHERWISE, OTHERWISE] = [2, 0.2];

/**
 * Whether a status is no status of the deal: it never says won, the stage says won and lost, and where the stage says
 * won the status says lost or open. `Approved, Pending, Rejected` beside `Closed Won` are an approval's.
 */
function isOtherStatus(status: Names, stage: Names, size: number): boolean {
  const says = ({ how, outcome }: Names, wanted: number): boolean =>
    how.some((one, code) => one === KNOWN && outcome[code] === wanted);
  if (says(status, WON) || status.how.includes(SAID) || !says(stage, WON) || !says(stage, LOST)) return false;
  if (!status.how.includes(KNOWN)) return false;
  let [won, otherwise] = [0, 0];
  for (let row = 0; row < size; row++) {
    const code = stage.codes[row] ?? 0;
    if (stage.how[code] !== KNOWN || stage.outcome[code] !== WON) continue;
    won++;
    if (status.how[status.codes[row] ?? 0] === KNOWN) otherwise++;
  }
  return otherwise >= FEWEST_OTHERWISE && otherwise > won * OTHERWISE;
}

/** Whether most deals that are known to be open have the day on which they were closed: then it is none. */
function isOnOpenDeals(closedAt: DayColumn, status: Names, stage: Names): boolean {
  let [open, dated] = [0, 0];
  const { codes, how, outcome } = status === NO_COLUMN ? stage : status;
  const isOpen = how.map((one, code) => Number(one === KNOWN && outcome[code] === OPEN));
  for (let row = 0; row < codes.length; row++) {
    if (isOpen[codes[row] as number] === 0) continue;
    open++;
    if (closedAt[row] !== NO_DAY) dated++;
  }
  return dated * 2 > open;
}

/**
 * Whether a result is written down when a deal ends and not before: the column knows won and lost and nothing else,
 * every row that has one has its day of closing, and every row without one lacks it.
 */
function saysOnlyHowItEnded(closed: DayColumn | undefined, status: Names, stage: Names): boolean {
  if (closed === undefined || (status === NO_COLUMN) === (stage === NO_COLUMN)) return false;
  const { codes, how, outcome } = status === NO_COLUMN ? stage : status;
  let [won, lost, blank] = [0, 0, 0];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    const dated = closed[row] !== NO_DAY;
    if (code === 0) {
      if (dated) return false;
      blank++;
      continue;
    }
    if (!dated || how[code] !== KNOWN) return false;
    if (outcome[code] === WON) won++;
    else if (outcome[code] === LOST) lost++;
    else return false;
  }
  return blank > 0 && won > 0 && lost > 0;
}

/** Whether any row has more than so much. */
function isAnyAbove(ratios: RatioColumn, bound: number): boolean {
  if (!('numbers' in ratios)) return ratios.some((ratio) => ratio > bound);
  const above = ratios.numbers.map((ratio) => Number(ratio > bound));
  return ratios.codes.some((code) => above[code] === 1);
}

/** Whether every row with a name that is guessed stands at 100 %. */
function alwaysFull(
  probabilityAt: (row: number) => number,
  status: Names,
  stage: Names,
): (statusCode: number, stageCode: number) => boolean {
  const less = [status, stage].map(({ codes, how }) => {
    const found = new Uint8Array(how.length);
    // What only guesses are asked about.
    if (how.includes(GUESS))
      for (let row = 0; row < codes.length; row++) if (probabilityAt(row) !== 1) found[codes[row] as number] = 1;
    return { found, how };
  });
  const full = (at: number, code: number): boolean => less[at]?.how[code] === GUESS && less[at].found[code] === 0;
  return (statusCode, stageCode) => full(0, statusCode) || full(1, stageCode);
}
