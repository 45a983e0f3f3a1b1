import type { DealField } from '../../src/model/deals.js';
import type { Population } from '../../src/model/population.js';

/** The same deals, seen through a population that notes every field that is read or looked for, also through its parts. */
export function recording(population: Population<DealField>, read: Set<DealField>): Population<DealField> {
  return {
    size: population.size,
    isAll: population.isAll,
    rows: population.rows,
    withRows: (work) => population.withRows(work),
    inPieces: (work) => population.inPieces(work),
    at: (place) => population.at(place),
    found: null,
    column: (field) => {
      read.add(field);
      return population.column(field);
    },
    has: (field) => {
      read.add(field);
      return population.has(field);
    },
    some: (test) => population.some(test),
    where: (test) => recording(population.where(test), read),
    select: (rows) => recording(population.select(rows), read),
    having: (trait) => {
      for (const field of trait.fields) read.add(field);
      return recording(population.having(trait), read);
    },
    split: (codes, parts) => population.split(codes, parts).map((part) => recording(part, read)),
    taking: (other) => recording(population.taking(other), read),
    holdsRow: (row) => population.holdsRow(row),
    holds: (other) => population.holds(other),
    census: () => population.census(),
    membership: () => population.membership(),
    again: () => recording(population.again(), read),
    ofPart: () => null,
    amongParts: () => null,
  };
}
