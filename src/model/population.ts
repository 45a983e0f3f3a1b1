import type { DealColumns, DealField, Deals } from './deals.js';
import type { Finding } from './found.js';

/**
 * Some of the deals, as ascending row numbers, seen through the fields the reader declared.
 * `F` is contravariant in effect: a reader that declared more fields can be used where fewer are needed.
 */
export interface Population<in F extends DealField = DealField> extends Finding {
  readonly size: number;
  /** Ascending row numbers. Never write to it. */
  readonly rows: Uint32Array;
  /** The whole column (all deals); index it with the row numbers. An undeclared field is a compile error. */
  column<K extends F>(field: K): DealColumns[K];
  /** Whether the files have the field at all. */
  has(field: F): boolean;
  /** The deals of this population whose row passes the test. */
  where(test: (row: number) => boolean): Population<F>;
  /** The deals of this population at the given ascending row numbers (which must be among its own). */
  select(rows: Uint32Array): Population<F>;
}

/** A population of the given ascending row numbers. */
export function populationOf(deals: Deals, rows: Uint32Array): Population<DealField> {
  return new RowsOfDeals(deals, rows, { population: null });
}

/** A class, so that a population is one small object: a breakdown makes tens of thousands. */
class RowsOfDeals implements Population<DealField> {
  readonly size: number;
  found: Finding['found'] = null;

  constructor(
    private readonly deals: Deals,
    readonly rows: Uint32Array,
    /** No deal is always the same population, so that what was found for none is found again. */
    private readonly nobody: { population: RowsOfDeals | null },
  ) {
    this.size = rows.length;
    if (rows.length === 0) nobody.population ??= this;
  }

  column<K extends DealField>(field: K): DealColumns[K] {
    return this.deals.column(field);
  }

  has(field: DealField): boolean {
    return this.deals.has(field);
  }

  select(rows: Uint32Array): Population<DealField> {
    const { deals, nobody } = this;
    return rows.length === 0 && nobody.population !== null ? nobody.population : new RowsOfDeals(deals, rows, nobody);
  }

  where(test: (row: number) => boolean): Population<DealField> {
    const { rows } = this;
    const kept = takeScratch(rows.length);
    let n = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      if (test(row)) kept[n++] = row;
    }
    scratch = kept;
    return n === rows.length ? this : this.select(n === 0 ? NO_ROWS : kept.slice(0, n));
  }
}

const NO_ROWS = new Uint32Array(0);

/** Room for the rows that a test passes, kept from one selection to the next: most pass few of a million. */
let scratch: Uint32Array | null = null;

function takeScratch(length: number): Uint32Array {
  const taken = scratch;
  // A test may itself select: it then finds none and makes its own.
  scratch = null;
  return taken !== null && taken.length >= length ? taken : new Uint32Array(length);
}
