import { type CategoryColumn, codesFor } from '../model/column.js';
import type { Codes, PlainColumn } from '../model/text-column.js';
import type { WrittenTexts } from '../model/written-texts.js';
import { companiesOfTexts, nameIn } from './companies-of-texts.js';
import { companyNumbers } from './company-numbers.js';

/** The customers of deals that have nothing but a name, as plain data: names are told by their code in the column. */
export interface NamedCustomers {
  /** The customer of each deal, numbered from 1 on as they are met; null where that is the code of its name. */
  readonly codes: Codes | null;
  /**
   * By customer: the writing that most deals have, among those the first of the alphabet. Of 0: none. Null where each name
   * is a customer, and the customer of its number.
   */
  readonly labelOf: Uint32Array | null;
  /** The writings of each customer that has several, as they are met. */
  readonly several: readonly (readonly number[])[];
  /** How many deals each name has; nothing where no customer has several. */
  readonly deals: Uint32Array;
}

const NO_COUNTS = new Uint32Array(0);

/** What a column of names tells by itself. */
export function namedCustomers({ codes, values }: CategoryColumn): NamedCustomers {
  const { numberOf, companies } = companyNumbers(values);
  return customersOf(codes, null, { names: values.length, numberOf, companies }, (name) => values[name] as string);
}

/** Distinct texts by their bytes, and which of them stands in each row. */
export interface NameCells {
  readonly codes: Codes;
  readonly texts: WrittenTexts;
}

/**
 * The same of the cells that such a column is read from, of which few texts are made: what another thread does meanwhile.
 * Null where cells hold more than a name each.
 */
export function customersOfCells({ codes, texts }: NameCells): NamedCustomers | null {
  const column: PlainColumn = { kind: 'plain', ...texts };
  const told = companiesOfTexts(column);
  if (told !== 'own') {
    return told && customersOf(codes, told.nameOf, told, (name) => nameIn(column, told.textOf[name] as number));
  }
  const names = texts.length;
  if (areMetInOrder(codes, names)) return { codes: null, labelOf: null, several: [], deals: NO_COUNTS };
  const numberOf = Uint32Array.from({ length: names }, (_, name) => name);
  return customersOf(codes, null, { names, numberOf, companies: names - 1 }, (name) => nameIn(column, name));
}

/** Whether rows name all from 1 on, each behind the one before. */
function areMetInOrder(codes: Codes, names: number): boolean {
  let next = 1;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code > next) return false;
    if (code === next) next++;
  }
  return next === names;
}

/**
 * Begins to find them while something else is done. Null where that would not pay; `take` is null where nobody has begun
 * by then, or where they are left to whoever reads the texts: who finds them makes no difference.
 */
export type CustomersAhead = (cells: NameCells) => { take(): NamedCustomers | null } | null;

/** @param nameOf the name of each code; null = names are told by their codes */
function customersOf(
  codes: Codes,
  nameOf: Uint32Array | null,
  {
    names,
    numberOf,
    companies,
  }: { readonly names: number; readonly numberOf: Uint32Array; readonly companies: number },
  writing: (name: number) => string,
): NamedCustomers {
  const { deals, met } = namesOfRows(codes, nameOf, names);
  const codeOf = new Uint32Array(companies + 1);
  const codeOfName = new Uint32Array(names);
  /** By code: the writing that is met first, and the one that most deals have. */
  const first = new Uint32Array(companies + 1);
  const best = new Uint32Array(companies + 1);
  const several = new Map<number, number[]>();
  const isBetter = (name: number, known: number): boolean => {
    const more = (deals[name] as number) - (deals[known] as number);
    return more > 0 || (more === 0 && writing(name) < writing(known));
  };
  let customers = 0;
  for (let at = 0; at < met.length; at++) {
    const name = met[at] as number;
    const number = numberOf[name] as number;
    if (number === 0) continue;
    let code = codeOf[number] as number;
    if (code === 0) {
      code = ++customers;
      codeOf[number] = code;
      first[code] = name;
      best[code] = name;
    } else {
      const writings = several.get(code);
      if (writings === undefined) several.set(code, [first[code] as number, name]);
      else writings.push(name);
      if (isBetter(name, best[code] as number)) best[code] = name;
    }
    codeOfName[name] = code;
  }
  const areOwn = codeOfName.every((code, name) => code === name);
  return {
    codes: areOwn ? null : recoded(codes, nameOf, codeOfName),
    labelOf: areOwn ? null : best.subarray(0, customers + 1),
    several: [...several.values()],
    deals: several.size === 0 ? NO_COUNTS : deals,
  };
}

/** How many deals each name has, and the names that deals have, in the order of the first row of each. */
function namesOfRows(
  codes: Codes,
  nameOf: Uint32Array | null,
  names: number,
): { readonly deals: Uint32Array; readonly met: Uint32Array } {
  const distinct = nameOf?.length ?? names;
  const rows = new Uint32Array(distinct);
  const seen = new Uint32Array(distinct);
  let used = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    const before = rows[code] as number;
    if (before === 0) seen[used++] = code;
    rows[code] = before + 1;
  }
  if (nameOf === null) return { deals: rows, met: seen.subarray(0, used) };
  const deals = new Uint32Array(names);
  let met = 0;
  for (let at = 0; at < used; at++) {
    const code = seen[at] as number;
    const name = nameOf[code] as number;
    // A name is never behind its code.
    if (deals[name] === 0) seen[met++] = name;
    deals[name] = (deals[name] as number) + (rows[code] as number);
  }
  return { deals, met: seen.subarray(0, met) };
}

/** A code per row, by another for each name. */
function recoded(codes: Codes, nameOf: Uint32Array | null, codeOfName: Uint32Array): Codes {
  const codeOf = nameOf?.map((name) => codeOfName[name] as number) ?? codeOfName;
  const mapped = codesFor(codeOfName.length, codes.length);
  for (let row = 0; row < codes.length; row++) mapped[row] = codeOf[codes[row] as number] as number;
  return mapped;
}
