import { allocate, release } from './memory';
import { placeCodes, Store, takePlanned, valuesOf, willHoldValues } from './store';
import { SLACK } from './text';
import { cellBytes, lookBytes, moveTexts, moveValues, PLACES, Values } from './values';

/** Where two readers put what they read, so that one's rows stand behind the other's. */

const SPARE: usize = 1 << 17;

/** Words that `planPlaces` writes: those of the column's own part, and those of the part that follows. */
export const PLAN_BYTES: usize = 104;
/** Where the words of the part that follows begin, then words for both: whether they hold values, and are plain already. */
const PLAN_OF_NEXT: usize = 16;
const PLANS_VALUES: usize = 32;
const PLANS_PLAIN: usize = 36;
/** Of ids, what they have in common: see ids.ts. */
const FORM: usize = 44;
/** Of a dictionary: bytes of a code, then where codes of that width stand and those of twice as many bytes; the same of the next. */
const CODES_WIDTH: usize = 40;
const CODES: usize = 48;
const CODES_OF_NEXT: usize = 64;
/** Of values beside which many texts stand: where those of the next stand, and of which rows they are. */
const TEXTS_OF_NEXT: usize = 80;
/** Where so many times the distinct cells could be told by codes of a width, no wider ones will be needed. */
const FEW: u32 = 16;

/** Chooses where the cells of a column will stand. Room that stays empty costs nothing. */
export function planPlaces(column: Store, plan: usize, firstRows: u32, allRows: u32): void {
  memory.fill(plan, 0, PLAN_BYTES);
  if (!column.isPlain) planCodes(column, plan, firstRows, allRows);
  planTexts(column, plan, firstRows, allRows);
}

/** Places for codes as long as the column is a dictionary. */
function planCodes(column: Store, plan: usize, firstRows: u32, allRows: u32): void {
  const first = (max(firstRows, column.rows) + 16) & ~15;
  const all = max(first, allRows) + 16;
  const width = column.width;
  const most: u32 = width === 1 ? 0x100 : width === 2 ? 0x10000 : 0;
  store<u32>(plan, width, CODES_WIDTH);
  planCodesOf(<usize>width, plan, first, all);
  if (most > 0 && column.distinct * FEW > most) planCodesOf(<usize>width * 2, plan + 8, first, all);
  column.plannedCodes = plan + CODES;
  column.plannedWidth = width;
  placeCodes(column);
}

function planCodesOf(width: usize, plan: usize, first: u32, all: u32): void {
  const codes = allocate(<usize>all * width);
  store<u32>(plan, <u32>codes, CODES);
  store<u32>(plan, first, CODES + 4);
  store<u32>(plan, <u32>(codes + <usize>first * width), CODES_OF_NEXT);
  store<u32>(plan, all - first, CODES_OF_NEXT + 4);
}

/**
 * Chooses where the texts of a column will stand that is plain, or will be: those of the first part, and right behind
 * them those that another thread reads, so that they need not be copied but only moved up to them.
 */
function planTexts(column: Store, plan: usize, firstRows: u32, allRows: u32): void {
  const texts = column.isPlain ? column.rows : column.distinct;
  // Most cells repeat: it stays a dictionary.
  if (texts === 0 || texts * 3 < column.rows) return;
  if (column.isPlain ? column.values !== 0 : willHoldValues(column)) {
    planValues(column, plan, firstRows, allRows);
    return;
  }
  const mean = <f64>column.used / <f64>texts;
  const bytesRoom = <usize>(mean * <f64>allRows) + SPARE;
  const firstBytes = (<usize>(mean * <f64>firstRows) + SPARE / 2) & ~15;
  const firstOffsets = (firstRows + 4) & ~3;
  const bytes = allocate(bytesRoom);
  const offsets = allocate((<usize>(allRows + 8)) << 2);
  if (column.used + SLACK > firstBytes || column.rows >= firstOffsets) return;
  store<u32>(plan, <u32>bytes);
  store<u32>(plan, <u32>firstBytes, 4);
  store<u32>(plan, <u32>offsets, 8);
  store<u32>(plan, firstOffsets, 12);
  store<u32>(plan, <u32>(bytes + firstBytes), 16);
  store<u32>(plan, <u32>(bytesRoom - firstBytes), 20);
  store<u32>(plan, <u32>(offsets + ((<usize>firstOffsets) << 2)), 24);
  store<u32>(plan, allRows + 8 - firstOffsets, 28);
  column.planned = plan;
  if (!column.isPlain) return;
  store<u32>(plan, 1, PLANS_PLAIN);
  memory.copy(bytes, column.bytes, column.used);
  memory.copy(offsets, column.offsets, (<usize>(column.rows + 1)) << 2);
  release(column.bytes, column.bytesRoom);
  release(column.offsets, (<usize>column.offsetsRoom) << 2);
  takePlanned(column);
}

/** The same for a column of values: `firstRows` of them, and what the rest of all needs. */
function planValues(column: Store, plan: usize, firstRows: u32, allRows: u32): void {
  const kind = column.mayBe;
  const first = (max(firstRows, column.rows) + 16) & ~15;
  const all = max(first, allRows) + 16;
  const cells = allocate(<usize>all * cellBytes(kind));
  const looks = allocate(<usize>all * lookBytes(kind));
  store<u32>(plan, <u32>cells);
  store<u32>(plan, first, 4);
  store<u32>(plan, <u32>looks, 8);
  store<u32>(plan, first, 12);
  store<u32>(plan, <u32>(cells + <usize>first * cellBytes(kind)), 16);
  store<u32>(plan, all - first, 20);
  store<u32>(plan, <u32>(looks + <usize>first * lookBytes(kind)), 24);
  store<u32>(plan, all - first, 28);
  store<u32>(plan, 1, PLANS_VALUES);
  store<u32>(plan, <u32>column.form, FORM);
  column.planned = plan;
  column.plansValues = true;
  if (column.values === 0) return;
  store<u32>(plan, 1, PLANS_PLAIN);
  moveValues(valuesOf(column), cells, looks, first);
  if (kind === PLACES) planOthers(valuesOf(column), plan, first, all);
}

/** The same for the texts beside values, as many as the rows so far promise. */
function planOthers(values: Values, plan: usize, first: u32, all: u32): void {
  const texts = changetype<Store>(values.texts);
  const share = <f64>texts.rows / <f64>max(values.rows, 1);
  const mean = <f64>texts.used / <f64>max(texts.rows, 1);
  const firstTexts = ((<u32>(share * <f64>first) + texts.rows) & ~15) + 16;
  const moreTexts = (<u32>(share * <f64>(all - first)) & ~15) + 16;
  const firstBytes = (<usize>(mean * <f64>firstTexts) & ~15) + SPARE;
  const moreBytes = (<usize>(mean * <f64>moreTexts) & ~15) + SPARE;
  const bytes = allocate(firstBytes + moreBytes);
  const offsets = allocate((<usize>(firstTexts + moreTexts)) << 2);
  const rows = allocate((<usize>(firstTexts + moreTexts)) << 2);
  moveTexts(values, bytes, firstBytes, offsets, rows, firstTexts);
  const next = plan + TEXTS_OF_NEXT;
  store<u32>(next, <u32>(bytes + firstBytes));
  store<u32>(next, <u32>moreBytes, 4);
  store<u32>(next, <u32>(offsets + ((<usize>firstTexts) << 2)), 8);
  store<u32>(next, <u32>(rows + ((<usize>firstTexts) << 2)), 12);
  store<u32>(next, moreTexts, 16);
}

/** The same for the part that follows, by the plan of the first. */
export function followPlan(column: Store, plan: usize): void {
  column.plannedWidth = load<u32>(plan, CODES_WIDTH);
  if (column.plannedWidth !== 0) {
    column.plannedCodes = plan + CODES_OF_NEXT;
    placeCodes(column);
  }
  if (load<u32>(plan) === 0) return;
  column.planned = plan + PLAN_OF_NEXT;
  column.plansValues = load<u32>(plan, PLANS_VALUES) !== 0;
  column.form = <usize>load<u32>(plan, FORM);
  if (load<u32>(plan, TEXTS_OF_NEXT) !== 0) column.plannedTexts = plan + TEXTS_OF_NEXT;
  column.startsPlain = load<u32>(plan, PLANS_PLAIN) !== 0;
}
