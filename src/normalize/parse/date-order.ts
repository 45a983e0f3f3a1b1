import { isValidJalaaliDate } from 'jalaali-js';
import {
  cleanDate,
  FAMILIES,
  FORMS,
  FORMS_PER_FAMILY,
  formOf,
  hasSlash,
  offsetIn,
  SPLITS,
  shortJalaliYear,
  YEAR_LAST,
} from './date-cell.js';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';
type DayOrder = 'dmy' | 'mdy';

/** How the dates of one column are written. Decided once, over all its cells. */
export interface DateFormat {
  /** Order of day and month where the year comes last; of most cells, where forms differ. */
  readonly order: DayOrder;
  /** What `03/05/12` is: year last as `order` says, or the year first, Gregorian or Jalali. */
  readonly shortYear: 'last' | 'first' | 'first-jalali';
  readonly decidedBy: 'cells' | 'option' | 'sibling' | 'separator' | 'preset' | 'default';
  /** Cells that would be another day under the other order; 0 when the cells settled it. */
  readonly ambiguous: number;
  /** Cells with day and month before the year, whatever their days. */
  readonly dayMonthCells: number;
  /** The order of every written form, by its number; left out where all are alike. */
  readonly orders?: readonly DayOrder[] | undefined;
  /** What was decided for every separator and length of year that the column has, most cells first. */
  readonly families?: readonly FamilyFormat[] | undefined;
  /** Time stamps are read as the day that is written, whatever their offset. */
  readonly asWritten?: boolean | undefined;
}

/** What was decided for the dates of one separator and length of year. */
export interface FamilyFormat {
  readonly order: DayOrder;
  readonly decidedBy: DateFormat['decidedBy'];
  readonly ambiguous: number;
  readonly cells: number;
  /** A cell of it. */
  readonly example: string;
}

/** Counts what the cells of a column say about the order of day and month. */
export interface OrderEvidence {
  /** Cells whose first number can only be a day. */
  readonly dmy: number;
  /** Cells whose second number can only be a day. */
  readonly mdy: number;
  /** Cells with the year last at all. */
  readonly yearLast: number;
  /** Cells of three two-digit numbers, and how many of them are a Jalali date with the year first. */
  readonly short: number;
  readonly shortJalali: number;
  /** The same by written form: `dmy`, `mdy`, `either` (both could be a month and the readings differ) and all cells. */
  readonly forms: Float64Array;
  /** A cell of each family; '' = it has none. */
  readonly examples: readonly string[];
  /** Minutes east of Greenwich of time stamps (NaN = `Z`), and how many say so. */
  readonly offsets: ReadonlyMap<number, number>;
}

const [DMY, MDY, EITHER, CELLS, COUNTS] = [0, 1, 2, 3, 4];

export function noEvidence(): OrderEvidence {
  return mergedEvidence([]);
}

/** What several columns say together. */
export function mergedEvidence(columns: readonly OrderEvidence[]): OrderEvidence {
  const forms = new Float64Array(FORMS * COUNTS);
  const examples = new Array<string>(FAMILIES).fill('');
  const offsets = new Map<number, number>();
  let [dmy, mdy, yearLast, short, shortJalali] = [0, 0, 0, 0, 0];
  for (const one of columns) {
    dmy += one.dmy;
    mdy += one.mdy;
    yearLast += one.yearLast;
    short += one.short;
    shortJalali += one.shortJalali;
    one.forms.forEach((count, at) => {
      forms[at] = (forms[at] as number) + count;
    });
    one.examples.forEach((example, family) => {
      if (examples[family] === '') examples[family] = example;
    });
    for (const [offset, count] of one.offsets) offsets.set(offset, (offsets.get(offset) ?? 0) + count);
  }
  return { dmy, mdy, yearLast, short, shortJalali, forms, examples, offsets };
}

/** Collects what the cells of a column say, by their texts: cells with the year first and no offset say nothing. */
export class OrderWitness {
  readonly #forms = new Float64Array(FORMS * COUNTS);
  readonly #examples = new Array<string>(FAMILIES).fill('');
  readonly #offsets = new Map<number, number>();
  #short = 0;
  #shortJalali = 0;

  /** Hears a cell that so many rows hold. */
  hear(text: string, count: number): void {
    if (text.length < 6 || text.length > 40) return;
    const cell = cleanDate(text);
    const offset = offsetIn(cell);
    if (offset !== null) this.#offsets.set(offset, (this.#offsets.get(offset) ?? 0) + count);
    const match = YEAR_LAST.exec(cell);
    if (match === null) return;
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (match[4]?.length === 2) {
      this.#short += count;
      if (isValidJalaaliDate(shortJalaliYear(first), second, Number(match[4]))) this.#shortJalali += count;
    }
    const form = formOf(match);
    this.#add(form, CELLS, count);
    const family = Math.floor(form / FORMS_PER_FAMILY);
    if (this.#examples[family] === '') this.#examples[family] = cell;
    if (first > 12 && second <= 12) this.#add(form, DMY, count);
    else if (second > 12 && first <= 12) this.#add(form, MDY, count);
    else if (first !== second && first <= 12 && second <= 12) this.#add(form, EITHER, count);
  }

  evidence(): OrderEvidence {
    const forms = this.#forms;
    const total = (what: number): number => sum(forms, 0, FORMS, what);
    return {
      dmy: total(DMY),
      mdy: total(MDY),
      yearLast: total(CELLS),
      short: this.#short,
      shortJalali: this.#shortJalali,
      forms,
      examples: this.#examples,
      offsets: this.#offsets,
    };
  }

  #add(form: number, what: number, count: number): void {
    const at = form * COUNTS + what;
    this.#forms[at] = (this.#forms[at] as number) + count;
  }
}

function sum(forms: Float64Array, from: number, to: number, what: number): number {
  let total = 0;
  for (let form = from; form < to; form++) total += forms[form * COUNTS + what] as number;
  return total;
}

/** What else is known of the order of day and month. */
export interface OrderHints {
  readonly option?: DateOrder;
  /** The order of the file's other date columns. */
  readonly sibling?: DayOrder | null;
  /** What all date columns of the file say together: a form that one column leaves open may be settled by another. */
  readonly file?: OrderEvidence | undefined;
  readonly preset?: DateOrder;
  /** The header or the cells are Persian: `03/05/12` is 12 Mordad 1403 there. */
  readonly persian?: boolean;
}

/**
 * Decides the order of day and month for a column. The user's word comes first. Else each written form (its separator
 * and length of year) is decided by the cells of it that fit only one order, in this column, then in the file's others.
 * What no cell settles is read as the column's other forms, then the other columns, then the preset, then as the
 * separator is used (dots and dashes day first), last month first; with the number of cells that would change.
 */
export function decideDateFormat(evidence: OrderEvidence, hints: OrderHints): DateFormat {
  const { yearLast, short, shortJalali } = evidence;
  const jalali = hints.persian === true && short > 0 && shortJalali === short;
  if (short > 0 && short === yearLast && (hints.option === 'ymd' || (hints.option === undefined && jalali))) {
    const decidedBy = hints.option === 'ymd' ? 'option' : 'cells';
    const shortYear = jalali ? 'first-jalali' : 'first';
    return { order: 'dmy', shortYear, decidedBy, ambiguous: 0, dayMonthCells: yearLast };
  }
  const plain = { shortYear: 'last', ambiguous: 0, dayMonthCells: yearLast } as const;
  if (hints.option === 'dmy' || hints.option === 'mdy') return { ...plain, order: hints.option, decidedBy: 'option' };
  const decided = Array.from({ length: FAMILIES }, (_, family) => decideFamily(family, evidence, hints));
  const there = decided.filter(({ cells }) => cells > 0).sort((a, b) => b.cells - a.cells);
  const main = there[0];
  if (main === undefined) return { ...plain, order: 'dmy', decidedBy: 'default' };
  const orders = decided.flatMap(({ orders: own }) => own);
  return {
    ...plain,
    order: main.order,
    decidedBy: main.decidedBy,
    ambiguous: there.reduce((all, { ambiguous }) => all + ambiguous, 0),
    orders: orders.every((order) => order === main.order) ? undefined : orders,
    families: there.map(({ order, decidedBy, ambiguous, cells, example }) => ({
      order,
      decidedBy,
      ambiguous,
      cells,
      example,
    })),
  };
}

interface DecidedFamily extends FamilyFormat {
  readonly orders: readonly DayOrder[];
}

function decideFamily(family: number, evidence: OrderEvidence, hints: OrderHints): DecidedFamily {
  const [from, to] = [family * FORMS_PER_FAMILY, (family + 1) * FORMS_PER_FAMILY];
  const cells = sum(evidence.forms, from, to, CELLS);
  const either = sum(evidence.forms, from, to, EITHER);
  const made = (order: DayOrder, decidedBy: DateFormat['decidedBy'], ambiguous = 0): DecidedFamily => {
    const orders = new Array<DayOrder>(FORMS_PER_FAMILY).fill(order);
    return { order, decidedBy, ambiguous, cells, example: evidence.examples[family] ?? '', orders };
  };
  for (const [known, decidedBy] of [
    [evidence, 'cells'],
    [hints.file, 'sibling'],
  ] as const) {
    if (known === undefined) continue;
    const [dmy, mdy] = [sum(known.forms, from, to, DMY), sum(known.forms, from, to, MDY)];
    if (dmy === 0 && mdy === 0) continue;
    const whole = made(dmy >= mdy ? 'dmy' : 'mdy', decidedBy);
    return dmy > 0 && mdy > 0 ? { ...whole, ...splitFamily(whole, from, known, evidence) } : whole;
  }
  if (either === 0) return made(usualOrder(evidence, hints) ?? 'dmy', 'default');
  const own = usualOrder(evidence, {});
  if (own !== null) return made(own, 'cells', either);
  if (hints.sibling) return made(hints.sibling, 'sibling', hints.file === undefined ? 0 : either);
  if (hints.preset === 'dmy' || hints.preset === 'mdy') return made(hints.preset, 'preset', either);
  return hasSlash(family) ? made('mdy', 'default', either) : made('dmy', 'separator', either);
}

/** The order that most cells show which fit only one, or the other columns'. */
function usualOrder({ dmy, mdy }: OrderEvidence, { sibling = null }: OrderHints): DayOrder | null {
  if (dmy === 0 && mdy === 0) return sibling;
  return dmy >= mdy ? 'dmy' : 'mdy';
}

/** So many cells of each order make two hands of one family, rather than slips. */
const LEAST_CELLS = 3;

/**
 * Where cells of one separator fit both orders: two programs wrote the column (`01/13/2024 10:00` beside `13/01/2024`,
 * `1/13/2024` beside `13/01/2024`) if the time of day or leading zeros part the two without an exception.
 */
function splitFamily(
  { order: most }: DecidedFamily,
  from: number,
  known: OrderEvidence,
  own: OrderEvidence,
): Pick<DecidedFamily, 'orders' | 'ambiguous'> | null {
  const forms = Array.from({ length: FORMS_PER_FAMILY }, (_, at) => from + at);
  const at = (form: number, what: number): number => known.forms[form * COUNTS + what] as number;
  for (const classOf of SPLITS) {
    const count = (part: number, what: number): number =>
      forms.filter((form) => classOf(form) === part).reduce((all, form) => all + at(form, what), 0);
    const parts = [...new Set(forms.map(classOf))].map((part) => ({ dmy: count(part, DMY), mdy: count(part, MDY) }));
    if (parts.some(({ dmy, mdy }) => dmy > 0 && mdy > 0)) continue;
    const enough = (what: number): boolean => forms.reduce((all, form) => all + at(form, what), 0) >= LEAST_CELLS;
    if (!enough(DMY) || !enough(MDY)) return null;
    const told = parts.map(({ dmy, mdy }): DayOrder | null => (dmy > 0 ? 'dmy' : mdy > 0 ? 'mdy' : null));
    const untold = forms.filter((form) => told[classOf(form)] === null);
    return {
      orders: forms.map((form) => told[classOf(form)] ?? most),
      ambiguous: untold.reduce((all, form) => all + (own.forms[form * COUNTS + EITHER] as number), 0),
    };
  }
  return null;
}

/** Greatest difference of two offsets that are one place in winter and in summer. */
const DAYLIGHT_MINUTES = 60;

/**
 * Whether all time stamps carry the offset of one place, alone or with daylight saving: then the day that is written is
 * the day there. `Z` is no place.
 */
export function isOnePlace(offsets: ReadonlyMap<number, number>): boolean {
  const minutes = [...offsets.keys()];
  if (minutes.length === 0 || minutes.length > 2 || minutes.some(Number.isNaN) || minutes.every((one) => one === 0))
    return false;
  return Math.max(...minutes) - Math.min(...minutes) <= DAYLIGHT_MINUTES;
}
