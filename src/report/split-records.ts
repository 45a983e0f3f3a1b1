/** The records of the files as they stand there, those without an error apart from those with one. */

import type { Lang } from '../locale/text.js';
import type { Deals } from '../model/deals.js';
import { sheetRowAt } from '../model/row-places.js';
import { cellText } from '../model/text-column.js';
import type { CheckResult } from '../quality/check.js';
import type { ReadTableText } from './raw.js';

/** A record of a file. */
export interface SplitRecord {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  /** As they are written, one per column of the split; behind them what stands beyond the file's last column. */
  readonly cells: readonly string[];
  /** Ids of the rules that it breaks with an error; none of a good one. */
  readonly rules: readonly string[];
  /** What is wrong with it, a sentence per fault. */
  readonly reasons: readonly string[];
}

/** The records of files of one kind: every one of them is either good or bad. */
export interface RecordSplit {
  /** The headers of all files, in the order in which they are met. */
  readonly columns: readonly string[];
  readonly good: Iterable<SplitRecord>;
  readonly bad: Iterable<SplitRecord>;
  /** Ids of rules with errors that name no record: those of columns and files, and those that name only the first ones. */
  readonly elsewhere: readonly string[];
}

interface Faults {
  readonly rules: Set<string>;
  readonly reasons: Set<string>;
}

/** Splits the records of tables that were read as they are written. O(records + errors). */
export function splitRecords(
  tables: readonly ReadTableText[],
  { results }: CheckResult,
  deals: Pick<Deals, 'lineItems'>,
  lang: Lang,
): RecordSplit {
  const faults = new Map<string, Faults>();
  const unplaced = new Map<string, Set<string>>();
  const nameless = new Set<string>();
  for (const result of results) {
    if (result.severity !== 'error' || result.violations === 0) continue;
    const described = result.describe();
    // Of some rules only the first places are known.
    if (described.length < result.violations) nameless.add(result.rule.id);
    for (const { place, row, message } of described) {
      // A deal of several lines is bad in all of them.
      const lines = row === null ? [] : (deals.lineItems?.placesOf?.(row) ?? []);
      for (const key of new Set([place, ...lines].map((one) => keyOf(one.file, one.sheet, one.row)))) {
        const known = faults.get(key) ?? { rules: new Set(), reasons: new Set() };
        known.rules.add(result.rule.id);
        known.reasons.add(message[lang]);
        faults.set(key, known);
        unplaced.set(key, (unplaced.get(key) ?? new Set()).add(result.rule.id));
      }
    }
  }
  for (const { head, places, size } of tables) {
    for (let index = 0; index < size; index++) unplaced.delete(keyOf(head.file, head.sheet, sheetRowAt(places, index)));
  }
  const layout = layoutOf(tables);
  const part = (bad: boolean): Iterable<SplitRecord> => ({
    [Symbol.iterator]: () => recordsOf(tables, layout, faults, bad),
  });
  return {
    columns: layout.columns,
    good: part(false),
    bad: part(true),
    elsewhere: [...new Set([...nameless, ...[...unplaced.values()].flatMap((ids) => [...ids])])],
  };
}

function keyOf(file: string, sheet: string | null, row: number): string {
  return `${row}\n${sheet ?? ''}\n${file}`;
}

interface Layout {
  readonly columns: readonly string[];
  /** By table, the column of the split that each of its columns is. */
  readonly places: readonly (readonly number[])[];
}

/** One list of headers for all files; of a header that a file has twice, the second is a column of its own. */
function layoutOf(tables: readonly ReadTableText[]): Layout {
  const columns: string[] = [];
  const known = new Map<string, number>();
  const places = tables.map(({ head, written }) => {
    const seen = new Map<string, number>();
    return head.columns.map((name, index) => {
      const header = written?.header[index] ?? name;
      const nth = (seen.get(header) ?? 0) + 1;
      seen.set(header, nth);
      const key = `${nth} ${header}`;
      const place = known.get(key) ?? columns.push(header) - 1;
      known.set(key, place);
      return place;
    });
  });
  return { columns, places };
}

function* recordsOf(
  tables: readonly ReadTableText[],
  { columns: headers, places }: Layout,
  faults: ReadonlyMap<string, Faults>,
  bad: boolean,
): Generator<SplitRecord, void, undefined> {
  for (const [at, { head, size, columns, places: stands, written }] of tables.entries()) {
    const own = places[at] ?? [];
    for (let index = 0; index < size; index++) {
      const row = sheetRowAt(stands, index);
      const found = faults.get(keyOf(head.file, head.sheet, row));
      if ((found !== undefined) !== bad) continue;
      const cells = headers.map(() => '');
      columns.forEach((column, place) => {
        cells[own[place] ?? 0] = column === undefined ? '' : cellText(column, index);
      });
      yield {
        file: head.file,
        sheet: head.sheet,
        row,
        cells: [...cells, ...(written?.beyond.get(index) ?? [])],
        rules: [...(found?.rules ?? [])],
        reasons: [...(found?.reasons ?? [])],
      };
    }
  }
}
