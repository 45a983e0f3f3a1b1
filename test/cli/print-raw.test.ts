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

  it('invents nothing for a file without a header', () => {
    const run = kpi(['inspect', `${TRAPS}/no-header.csv`, '--raw']);
    expect(run.stdout.split('\n')[0]).toBe('D1,Alpha,Won,1000,2024-01-05');
    const json = rawSchema.parse(JSON.parse(kpi(['inspect', `${TRAPS}/no-header.csv`, '--raw', '-f', 'json']).stdout));
    expect([json.headerRow, json.columns, json.rows[0]?.cells.length]).toEqual([0, [], 5]);
  });

  it('prints a header as it is written, blanks and repeated names too; names made up for use go to inspect', () => {
    place.put('header.csv', 'id, name ,,Notes,Notes,\nD1,Alpha,x,a,b,\nD2,Beta,y,c,d,\nD3,Gamma,z,e,f,\n');
    const run = kpi(['inspect', place.at('header.csv'), '--raw']);
    expect(run.stdout.split('\n')[0]).toBe('id, name ,,Notes,Notes');
    expect(run.stderr).toContain('columns with the same name: Notes');
    const json = JSON.parse(kpi(['inspect', place.at('header.csv'), '--raw', '-f', 'json']).stdout);
    expect(json.columns).toEqual(['id', ' name ', '', 'Notes', 'Notes']);
    expect(kpi(['inspect', place.at('header.csv'), '-f', 'json']).stdout).toContain('"Notes #2"');
  });

  it('keeps cells behind the last column, and leaves rows of another width as they stand', () => {
    const rows = ['id,closed,amount', 'D1,2024-01-05,5', 'D2,2024-01-06,6', 'D3,2024-01-07,7'];
    place.put('wide.csv', [...rows, 'D4,2024-01-08,1,200', 'D5,2024-01-09,8,see mail,twice', 'D6,7', ''].join('\n'));
    const run = kpi(['inspect', place.at('wide.csv'), '--raw']);
    expect(run.status).toBe(0);
    expect(run.stdout).toBe([...rows, 'D4,2024-01-08,1,200', 'D5,2024-01-09,8,see mail,twice', 'D6,7,', ''].join('\n'));
    expect(run.stderr).not.toContain('left out');
    const json = JSON.parse(kpi(['inspect', place.at('wide.csv'), '--raw', '-f', 'json']).stdout);
    expect(json.rows[4].cells).toEqual(['D5', '2024-01-09', '8', 'see mail', 'twice']);
    expect(json.skipped).toEqual([]);
  });

  it('keeps what stands behind the last column of a sheet', () => {
    const bytes = workbookBytes({ Deals: [['id', 'amount'], ['D1', 5], ['D2', 6, null, 'late'], ['D3', 7]] }); // biome-ignore format: a table
    writeFileSync(place.at('beyond.xlsx'), bytes);
    expect(kpi(['inspect', place.at('beyond.xlsx'), '--raw']).stdout).toBe('id,amount\nD1,5\nD2,6,,late\nD3,7\n');
  });

  it('keeps line ends inside cells, whichever they are and whoever reads them', () => {
    const cell = '"a\r\nb\rc\nd"';
    for (const odd of ['', 'D9,5" pipe,1\r\n']) {
      const text = `id,note,amount\r\nD1,${cell},5\r\n${odd}D2,x,6\r\n`;
      place.put('ends.csv', text);
      const { stdout } = kpi(['inspect', place.at('ends.csv'), '--raw']);
      expect(stdout.split('D2')[0]).toContain(`D1,${cell},5\n`);
    }
  });

  it('writes a file in the format of its ending', () => {
    for (const [name, begin] of [
      ['out.csv', 'id,'],
      ['out.json', '{\n  "schemaVersion": 2,'],
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
