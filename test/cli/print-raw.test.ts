import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rawSchema } from '../../src/report/schema.js';
import { kpi } from '../support/run.js';
import { workbookBytes, zip } from '../support/workbook-bytes.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const TRAPS = 'fixtures/traps';

describe('kpi inspect --raw', () => {
  it('prints the cells under their header as CSV, as a person would have copied them', () => {
    const run = kpi(['inspect', `${TRAPS}/everything-at-once.csv`, '--raw', '--quiet']);
    expect(run).toEqual({
      status: 0,
      stderr: '',
      stdout: 'id,name,amount\nD1,Alpha,100\nD2,"He said ""hi"" twice",200\nD3,Gamma,\n',
    });
  });

  it('quotes what RFC 4180 says must be quoted, and changes no cell', () => {
    place.put('hard.csv', 'id;note;amount\nD1;"two\r\nlines; ""x"", y";=1+1\nD2; spaces ;\'-5\n');
    const run = kpi(['inspect', place.at('hard.csv'), '--raw']);
    expect(run.stdout).toBe('id,note,amount\nD1,"two\r\nlines; ""x"", y",=1+1\nD2, spaces ,\'-5\n');
  });

  it('is read by itself as the same table', () => {
    const first = kpi(['inspect', 'fixtures/crm/hubspot.csv', '--raw']).stdout;
    place.put('again.csv', first);
    expect(kpi(['inspect', place.at('again.csv'), '--raw']).stdout).toBe(first);
  });

  it('prints JSON with the place of every row, what was left out, and how the file was read', () => {
    const run = kpi(['inspect', `${TRAPS}/second-table-below.csv`, '--raw', '--format', 'json']);
    const document = rawSchema.parse(JSON.parse(run.stdout));
    expect(document).toMatchObject({
      file: `${TRAPS}/second-table-below.csv`,
      sheet: null,
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1,
      preamble: [],
      columns: ['id', 'name', 'stage', 'amount'],
      rows: [
        { row: 2, line: 2, cells: ['D1', 'Alpha', 'Won', '100'] },
        { row: 3, line: 3, cells: ['D2', 'Beta', 'Lost', '200'] },
        { row: 4, line: 4, cells: ['D3', 'Gamma', 'Won', '300'] },
      ],
      skipped: [
        { reason: 'total row', rows: 1, places: [5] },
        { reason: 'blank row', rows: 2, places: [6, 11] },
        { reason: 'other table', rows: 7, places: [7, 8, 9, 10, 12, 13, 14] },
      ],
    });
    expect(document.warnings.map(({ code }) => code)).toEqual(['other_tables']);
    expect(run.stderr).toMatch(/^warning: .*more than one table.* 7–10, 12–14/);
  });

  it('prints an empty table', () => {
    expect(kpi(['inspect', `${TRAPS}/header-only.csv`, '--raw']).stdout).toMatch(/^[^\n]+\n$/);
    const run = kpi(['inspect', `${TRAPS}/header-only.csv`, '--raw', '-f', 'json']);
    expect(rawSchema.parse(JSON.parse(run.stdout)).rows).toEqual([]);
  });

  it('names columns by position where there is no header', () => {
    const run = kpi(['inspect', `${TRAPS}/no-header.csv`, '--raw']);
    expect(run.stdout.split('\n')[0]).toBe('Column 1,Column 2,Column 3,Column 4,Column 5');
  });

  it('writes a file in the format of its ending', () => {
    for (const [name, begin] of [
      ['out.csv', 'id,'],
      ['out.json', '{\n  "schemaVersion": 1,'],
    ] as const) {
      const run = kpi(['inspect', `${TRAPS}/pipes.csv`, '--raw', '--output', place.at(name)]);
      expect([run.status, run.stdout]).toEqual([0, '']);
      expect(kpi(['inspect', `${TRAPS}/pipes.csv`, '--raw', '-f', name.slice(4)]).stdout.startsWith(begin)).toBe(true);
    }
    const run = kpi(['inspect', `${TRAPS}/pipes.csv`, '--raw', '--output', place.at('out.md')]);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('--format json|csv')]);
  });

  it('reads every kind of input: standard input, gzip, workbooks, archives', () => {
    const csv = 'id,amount\nD1,5\n';
    const bytes = workbookBytes({ Deals: [['id', 'amount'], ['D1', 5]] }); // biome-ignore format: a table
    writeFileSync(place.at('deals.xlsx'), bytes);
    writeFileSync(place.at('deals.csv.gz'), gzipSync(csv));
    writeFileSync(place.at('deals.zip'), zip([{ name: 'deals.csv', content: Buffer.from(csv) }]));
    for (const file of ['deals.xlsx', 'deals.csv.gz', 'deals.zip']) {
      expect(kpi(['inspect', place.at(file), '--raw']), file).toEqual({ status: 0, stderr: '', stdout: csv });
    }
    expect(kpi(['inspect', '-', '--raw'], { input: csv }).stdout).toBe(csv);
    const json = JSON.parse(kpi(['inspect', place.at('deals.xlsx'), '--raw', '-f', 'json']).stdout);
    expect(json).toMatchObject({ sheet: 'Deals', delimiter: null, rows: [{ row: 2, line: null, cells: ['D1', '5'] }] });
  });

  it('obeys what is said of the file', () => {
    const run = kpi(['inspect', `${TRAPS}/semicolon-decimal-comma.csv`, '--raw', '--delimiter', 'comma', '-f', 'json']);
    expect(JSON.parse(run.stdout).delimiter).toBe(',');
  });

  it('is about one file', () => {
    const run = kpi(['inspect', '--deals', place.at('deals.csv'), '--leads', place.at('deals.csv'), '--raw']);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('--raw prints one file, and 2 are named.')]);
  });

  it('has no table for the terminal', () => {
    const run = kpi(['inspect', place.at('deals.csv'), '--raw', '--format', 'table']);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('json, csv')]);
  });

  it('gives the same bytes for a large file every time', () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `D${row},"Deal, ${row}",${row % 97}`);
    const csv = `id,name,amount\n${rows.join('\n')}\n`;
    place.put('large.csv', csv);
    const runs = [1, 2].map(() => kpi(['inspect', place.at('large.csv'), '--raw']).stdout);
    expect(runs.map((text) => text === csv)).toEqual([true, true]);
  });

  it('is described by a schema', () => {
    const schema = JSON.parse(kpi(['schema', 'raw']).stdout);
    expect(schema.required).toEqual(expect.arrayContaining(['columns', 'rows', 'skipped', 'headerRow']));
  });
});
