/** What a breakdown splits deals into: by what the file says now, and by what was known at a snapshot in the past. */
import type { Question } from '../kpi/measure.js';
import { partition } from '../kpi/populations.js';
import { openAt } from '../kpi/snapshot.js';
import { type CategoryColumn, codesFor } from '../model/column.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';
import type { Codes } from '../model/text-column.js';
import { type BreakdownColumn, knownThen } from './known-then.js';

/** A part with its deals by what was known at the snapshot: the same ones where that is what the file says now. */
export interface PartThen extends Part {
  readonly populationThen: Population<DealField>;
}

/** The parts that a question has, by {@link keyName}. */
export interface Parts {
  readonly byName: ReadonlyMap<string, PartThen>;
  /** Closing has changed what a column says of the deals open at the snapshot, and nothing tells what it was. */
  readonly overwritten: boolean;
  /** What a part is that the question does not have: no deal of it is there, none was open. */
  readonly nothing: Pick<PartThen, 'population' | 'populationThen'>;
}

/** One text for the values of a group. */
export function keyName(key: readonly string[]): string {
  return JSON.stringify(key);
}

/**
 * The parts of a question; by what was known at its snapshot where figures of open deals are asked for. `now` are the
 * parts by what the file says now, where they are known.
 */
export function partsOf(
  by: readonly BreakdownColumn[],
  population: Population<DealField>,
  question: Question,
  ofOpenDeals: boolean,
  now: readonly Part[] = split(by, population),
): Parts {
  const then = ofOpenDeals ? thenOf(by, question) : null;
  const parts = withPartsThen(now, then, by, question);
  const nobody = population.select(NO_ROWS);
  let nothing: Parts['nothing'] | null = null;
  return {
    byName: new Map(parts.map((part) => [keyName(part.key), part])),
    overwritten: then === 'overwritten',
    get nothing() {
      nothing ??= { population: nobody, populationThen: ofOpenDeals ? idleDeal(question) : nobody };
      return nothing;
    },
  };
}

/** Several parts as one. */
export function together(parts: readonly PartThen[], key: readonly string[]): PartThen {
  const [first] = parts;
  if (first === undefined) throw new RangeError('no part to put together');
  const alike = parts.every(({ population, populationThen }) => population === populationThen);
  const population = union(parts.map((part) => part.population));
  return { key, population, populationThen: alike ? population : union(parts.map((part) => part.populationThen)) };
}

function union(populations: readonly Population<DealField>[]): Population<DealField> {
  const [first] = populations;
  if (first === undefined) throw new RangeError('no population to put together');
  const rows = new Uint32Array(populations.reduce((sum, { size }) => sum + size, 0));
  let end = 0;
  for (const one of populations) {
    rows.set(one.rows, end);
    end += one.size;
  }
  rows.sort();
  // The idle deal that stands in for none may stand in for several.
  return first.select(rows.filter((row, index) => row !== rows[index - 1]));
}

const NO_ROWS = new Uint32Array(0);

/** A deal that was surely not open at the snapshot; none where all may have been. */
function idleDeal(question: Question): Population<DealField> {
  const { population } = question;
  const { open, undatedClosed, undatedCreated } = openAt(population, question);
  const busy = new Set([...open.rows, ...undatedClosed.rows, ...undatedCreated.rows]);
  return population.select(population.rows.filter((row) => !busy.has(row)).subarray(0, 1));
}

/** The columns as they were known at the snapshot: the same ones where that is what the file says now. */
function thenOf(by: readonly BreakdownColumn[], question: Question): BreakdownColumn[] | 'overwritten' {
  const columns: BreakdownColumn[] = [];
  for (const one of by) {
    const column = knownThen(one, question);
    if (column === 'overwritten') return column;
    columns.push(column === one.column ? one : { ...one, column });
  }
  return columns;
}

/** Every group with its deals by what the file says now, and by what was known at the snapshot. */
function withPartsThen(
  parts: readonly Part[],
  then: readonly BreakdownColumn[] | 'overwritten' | null,
  by: readonly BreakdownColumn[],
  question: Question,
): PartThen[] {
  if (then === null || then === 'overwritten' || then.every((one, index) => one === by[index])) {
    return parts.map((part) => ({ ...part, populationThen: part.population }));
  }
  const { population } = question;
  const nobody = population.select(NO_ROWS);
  // A count over a group of which no deal was open is 0, but over no deals at all it is null: an idle one stands in.
  const idle = idleDeal(question);
  const known = new Map(split(then, population).map((part) => [keyName(part.key), part]));
  const now = new Map(parts.map((part) => [keyName(part.key), part]));
  return [...new Map([...now, ...known])].map(([name, { key }]) => ({
    key,
    population: now.get(name)?.population ?? nobody,
    populationThen: known.get(name)?.population ?? idle,
  }));
}

/** The deals of one combination of values. */
export interface Part {
  readonly key: readonly string[];
  readonly population: Population<DealField>;
}

/** The population by all columns together; combinations without a deal are left out. */
export function split(by: readonly BreakdownColumn[], population: Population<DealField>): Part[] {
  return by.reduce<Part[]>(
    (parts, { column }) => {
      // One array for all parts, if any needs it: they have no row in common.
      let numbers: Codes | null = null;
      const room = (): Codes => {
        numbers ??= codesFor(column.values.length, column.codes.length);
        return numbers;
      };
      return parts.flatMap(({ key, population }) => splitPart(column, key, population, room));
    },
    [{ key: [], population }],
  );
}

/** A part by the values that occur in it, numbered as they come: the cost stays with the part's size. */
function splitPart(
  { codes, values }: CategoryColumn,
  key: readonly string[],
  population: Population<DealField>,
  room: () => Codes,
): Part[] {
  if (population.size >= MANY_PER_VALUE * values.length) return splitAsCoded(codes, values, key, population);
  const { rows } = population;
  const numbers = room();
  const occurring =
    values.length <= rows.length ? numberedByPlace(codes, values, rows, numbers) : numberedByMap(codes, rows, numbers);
  return partition(population, numbers, occurring.length).map((part, number) => ({
    key: [...key, values[occurring[number] as number] as string],
    population: part,
  }));
}

/** With so many deals for each value of a column most values occur: none need be numbered anew. */
const MANY_PER_VALUE = 64;

/** The same without numbers of their own. The values come as they do in the deals, of which the first tell. */
function splitAsCoded(
  codes: Codes,
  values: readonly string[],
  key: readonly string[],
  population: Population<DealField>,
): Part[] {
  const parts = partition(population, codes, values.length);
  const occurring = firstOccurrences(
    codes,
    population,
    parts.map(({ size }) => size > 0),
  );
  return occurring.map((code) => ({
    key: [...key, values[code] as string],
    population: parts[code] as Population<DealField>,
  }));
}

/** The codes that occur, as they come: no deal is looked at beyond the one that has the last of them. */
function firstOccurrences(codes: Codes, population: Population<DealField>, occurs: readonly boolean[]): number[] {
  const missing = new Set(occurs.flatMap((one, code) => (one ? [code] : [])));
  const found: number[] = [];
  for (let i = 0; missing.size > 0; i++) {
    const code = codes[population.isAll ? i : (population.rows[i] as number)] as number;
    if (missing.delete(code)) found.push(code);
  }
  return found;
}

/** Writes the number of each row's value, and gives the codes of the values by their numbers. */
function numberedByPlace(codes: Codes, values: readonly string[], rows: Uint32Array, numbers: Codes): number[] {
  const occurring: number[] = [];
  const numberOf = new Uint32Array(values.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    if (numberOf[code] === 0) numberOf[code] = occurring.push(code);
    numbers[row] = (numberOf[code] as number) - 1;
  }
  return occurring;
}

/** The same of a column of more values than the part has deals. */
function numberedByMap(codes: Codes, rows: Uint32Array, numbers: Codes): number[] {
  const numberOf = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    const number = numberOf.get(code) ?? numberOf.size;
    if (number === numberOf.size) numberOf.set(code, number);
    numbers[row] = number;
  }
  return [...numberOf.keys()];
}
