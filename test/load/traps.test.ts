import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../src/load/open.js';
import type { RawTable, ReadFinding, SkippedRows } from '../../src/load/raw-table.js';
import { cellText } from '../../src/model/text-column.js';
import { writtenPlaces } from '../support/row-places.js';

/** What a person says the file holds. Parts that are left out are not looked at. */
interface Golden {
  readonly trap: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly preamble?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rowOf?: readonly number[];
  readonly lineOf?: readonly number[];
  readonly skipped: readonly SkippedRows[];
  readonly findings: readonly ReadFinding[];
}

const folder = fileURLToPath(new URL('../../fixtures/traps/', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

function rowsOf(table: RawTable): string[][] {
  return Array.from({ length: table.size }, (_, row) =>
    table.columns.map((column) => (column === undefined ? '' : cellText(column, row))),
  );
}

describe('the reading traps', () => {
  it('come in pairs of a file and what it holds', () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => name.slice(0, -'.csv'.length));
    expect(files).toEqual(names);
    expect(names.length).toBeGreaterThanOrEqual(15);
  });

  it.each(names)('%s is read as its golden says', async (name) => {
    const golden = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as Golden;
    const opened = await openTable(`${folder}${name}.csv`, {});
    const table = await opened.read();
    const seen: { readonly [part in keyof Golden]?: unknown } = {
      encoding: opened.head.encoding,
      delimiter: opened.head.delimiter,
      header: opened.head.columns,
      headerRow: opened.head.headerRow,
      preamble: opened.head.preamble,
      rows: rowsOf(table),
      ...writtenPlaces(table.places),
      skipped: table.skipped,
      findings: table.findings,
    };
    for (const part of Object.keys(golden) as (keyof Golden)[]) {
      if (part !== 'trap') expect({ [part]: seen[part] }, golden.trap).toEqual({ [part]: golden[part] });
    }
    expect(opened.head.sample, 'the sample is the first rows').toEqual(rowsOf(table).slice(0, 200));
  });
});
