import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/load/bytes.js';
import { openSource } from '../../src/load/open.js';
import type { RawTable } from '../../src/load/raw-table.js';
import { cellText } from '../../src/model/text-column.js';
import { writtenPlaces } from '../support/row-places.js';
import { workbookBytes, zip } from '../support/workbook-bytes.js';

const MANIFEST =
  '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>';

/** An .ods with the given tables: what stands in each `table:table`. */
function ods(tables: Readonly<Record<string, string>>, manifest = MANIFEST): Buffer {
  const list = Object.entries(tables).map(
    ([name, rows]) => `<table:table table:name="${name}"><table:table-column/>${rows}</table:table>`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${list.join('')}<table:named-expressions/></office:spreadsheet></office:body></office:document-content>`;
  return zip([
    { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), stored: true },
    { name: 'META-INF/manifest.xml', content: Buffer.from(manifest) },
    { name: 'content.xml', content: Buffer.from(content) },
  ]);
}
const word = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const HEADER = row(word('id'), word('value'));

async function read(bytes: Buffer, options: { sheet?: string; pieceSize?: number } = {}): Promise<RawTable> {
  const source = await bytesSource('deals.ods', bytes);
  const opened = await openSource(source, options.sheet === undefined ? {} : { sheet: options.sheet });
  return opened.read();
}
const rowsOf = (table: RawTable): string[][] =>
  Array.from({ length: table.size }, (_, index) =>
    table.columns.map((column) => (column === undefined ? '' : cellText(column, index))),
  );

describe('a cell of an OpenDocument sheet', () => {
  it.each([
    ['a number', 'office:value-type="float" office:value="700"', '700'],
    ['a number with decimals', 'office:value-type="float" office:value="0.1"', '0.1'],
    ['a large number', 'office:value-type="float" office:value="1.5E7"', '15000000'],
    ['an amount of money', 'office:value-type="currency" office:currency="EUR" office:value="1250.5"', '1250.5'],
    ['a percentage', 'office:value-type="percentage" office:value="0.07"', '7%'],
    ['a day', 'office:value-type="date" office:date-value="2024-01-31"', '2024-01-31'],
    ['an instant', 'office:value-type="date" office:date-value="2024-01-31T13:05:59"', '2024-01-31 13:05:59'],
    ['midnight', 'office:value-type="date" office:date-value="2024-01-31T00:00:00"', '2024-01-31'],
    ['a time', 'office:value-type="time" office:time-value="PT13H05M59S"', '13:05:59'],
    ['a long time', 'office:value-type="time" office:time-value="PT36H00M00.4S"', '36:00:00'],
    ['true', 'office:value-type="boolean" office:boolean-value="true"', 'true'],
    ['a text', 'office:value-type="string" office:string-value="R&amp;D"', 'R&D'],
    ['a value of a formula', 'table:formula="of:=2+3" office:value-type="float" office:value="5"', '5'],
  ])('keeps %s that is shown as nothing, or as something else', async (_, attributes, text) => {
    const bare = `<table:table-cell ${attributes}/>`;
    const empty = `<table:table-cell ${attributes}></table:table-cell>`;
    const blank = `<table:table-cell ${attributes}><text:p/></table:table-cell>`;
    const shown = `<table:table-cell ${attributes}><text:p>about € 1.2k</text:p></table:table-cell>`;
    const cells = [bare, empty, blank, shown];
    const table = await read(
      ods({ Deals: HEADER + cells.map((cell, index) => row(word(`D${index}`), cell)).join('') }),
    );
    expect(rowsOf(table)).toEqual(cells.map((__, index) => [`D${index}`, text]));
    expect(table.findings).toEqual([]);
  });

  it('has the text of its paragraphs, and nothing of its notes and drawings', async () => {
    const note =
      '<office:annotation><dc:date>2020-01-01</dc:date><text:p>call back</text:p></office:annotation><draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame>';
    const cell = `<table:table-cell office:value-type="string">${note}<text:p>Acme<text:s text:c="2"/><text:span>&amp; <text:a>Sons</text:a></text:span></text:p><text:p>Ltd.<text:line-break/>York</text:p></table:table-cell>`;
    expect(rowsOf(await read(ods({ Deals: HEADER + row(word('D1'), cell) })))).toEqual([
      ['D1', 'Acme  & Sons\nLtd.\nYork'],
    ]);
    const noted = `<table:table-cell office:value-type="float" office:value="5">${note}</table:table-cell>`;
    expect(rowsOf(await read(ods({ Deals: HEADER + row(word('D1'), noted) })))).toEqual([['D1', '5']]);
  });

  it('of an error or of a formula without a value is a finding', async () => {
    const error =
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>';
    const table = await read(
      ods({
        Deals: HEADER + row(word('D1'), error) + row(word('D2'), '<table:table-cell table:formula="of:=[.A1]"/>'),
      }),
    );
    expect(rowsOf(table)).toEqual([
      ['D1', '#DIV/0!'],
      ['D2', ''],
    ]);
    expect(table.findings).toEqual([
      { code: 'cell_error', count: 1, places: [2], detail: '#DIV/0!' },
      { code: 'formula_without_value', count: 1, places: [3], detail: '' },
    ]);
  });
});

describe('rows of an OpenDocument sheet', () => {
  it('may be repeated, as cells may; covered cells keep their place', async () => {
    const header = row(word('id'), word('a'), word('b'), word('value'));
    const seven = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>';
    const gap = '<table:table-cell table:number-columns-repeated="2"/>';
    const covered = '<table:covered-table-cell table:number-columns-repeated="2"/>';
    const end = '<table:table-cell table:number-columns-repeated="16380"/>';
    const table = await read(
      ods({
        Deals: `<table:table-header-rows>${header}</table:table-header-rows><table:table-row-group>${row(word('D1'), seven, word('x'), end)}</table:table-row-group><table:table-row table:number-rows-repeated="3">${word('D2')}${gap}${word('y')}</table:table-row><table:table-row table:number-rows-repeated="2">${end}</table:table-row>${row(word('D3'), covered, word('z'))}<table:table-row table:number-rows-repeated="1048000">${end}</table:table-row>`,
      }),
    );
    expect(rowsOf(table)).toEqual([
      ['D1', '7', '7', 'x'],
      ['D2', '', '', 'y'],
      ['D2', '', '', 'y'],
      ['D2', '', '', 'y'],
      ['D3', '', '', 'z'],
    ]);
    expect(writtenPlaces(table.places).rowOf).toEqual([2, 3, 4, 5, 8]);
    expect(table.skipped).toEqual([{ reason: 'blank row', rows: 2, places: [6, 7] }]);
  });

  it('that stand for more cells than there can be are refused, and soon', async () => {
    const cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="7"/>';
    const bytes = ods({ Deals: `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>` });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'damaged_workbook' });
  });

  it('come from the sheet that is meant', async () => {
    const bytes = ods({
      Notes: row(word('nothing')),
      Deals: HEADER + row(word('D1'), word('x')) + row(word('D2'), word('y')),
    });
    expect((await read(bytes)).head).toMatchObject({ sheet: 'Deals', sheets: ['Notes', 'Deals'] });
    expect((await read(bytes)).findings).toMatchObject([{ code: 'other_sheets', detail: 'Notes' }]);
    expect((await read(bytes, { sheet: 'notes' })).head.columns).toEqual(['nothing']);
  });

  it('are those that SheetJS wrote', async () => {
    const table = await read(
      workbookBytes({ Deals: [['id', 'amount', 'won'], ['D1', 5.25, true], ['D2', null, false]] }, { bookType: 'ods' }), // biome-ignore format: a table
    );
    expect(rowsOf(table)).toEqual([
      ['D1', '5.25', 'true'],
      ['D2', '', 'false'],
    ]);
  });
});

describe('an OpenDocument sheet under a password', () => {
  it('says so, in either way of encrypting', async () => {
    const entry =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    const each = ods({ Deals: HEADER }, `<manifest:manifest>${entry}</manifest:manifest>`);
    await expect(read(each)).rejects.toMatchObject({ code: 'encrypted_workbook' });
    const whole = zip([
      { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), stored: true },
      { name: 'META-INF/manifest.xml', content: Buffer.from(MANIFEST) },
      { name: 'encrypted-package', content: Buffer.alloc(300, 7), stored: true },
    ]);
    await expect(read(whole)).rejects.toMatchObject({ code: 'encrypted_workbook' });
  });
});
