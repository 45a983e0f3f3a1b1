import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { bytesSource } from '../../src/load/bytes.js';
import { openSource } from '../../src/load/open.js';
import type { OpenOptions, OpenTable, RawTable } from '../../src/load/raw-table.js';
import { openXlsx } from '../../src/load/xlsx.js';
import { cellText } from '../../src/model/text-column.js';
import { ownCells, sheetJsCells } from '../support/sheet-cells.js';
import { claiming, workbookBytes, type XlsxParts, xlsxBytes, zip } from '../support/workbook-bytes.js';

/** Our own reader and no other; null when it declines. */
function own(bytes: Buffer, options: OpenOptions = {}): Promise<OpenTable | null> {
  const otherwise = (): Promise<OpenTable> => Promise.reject(new Error('asked another reader'));
  return openXlsx({ file: 'deals.xlsx', bytes, sha256: '', otherwise }, options);
}

/** The reader that the program uses: ours, or SheetJS where ours declines. */
async function any(bytes: Buffer, options: OpenOptions = {}): Promise<OpenTable> {
  return openSource(await bytesSource('deals.xlsx', bytes), options);
}

function rowsOf(table: RawTable): string[][] {
  return Array.from({ length: table.size }, (_, row) =>
    table.columns.map((column) => (column === undefined ? '' : cellText(column, row))),
  );
}

const SHEET = 'xl/worksheets/sheet1.xml';
const HEADER = '<row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>amount</v></c></row>';
const row = (number: number, id: string, amount: string): string =>
  `<row r="${number}"><c r="A${number}" t="str"><v>${id}</v></c><c r="B${number}"><v>${amount}</v></c></row>`;
const DEALS = `${HEADER}${row(2, 'D1', '5')}${row(3, 'D2', '6')}`;

describe('our own reader of .xlsx', () => {
  it('gives the same table as SheetJS does', async () => {
    const bytes = xlsxBytes({ sheets: { Deals: DEALS, Notes: HEADER } });
    const table = await (await own(bytes))?.read();
    expect(table?.head).toEqual({
      file: 'deals.xlsx',
      format: 'excel',
      sheet: 'Deals',
      encoding: 'utf-8',
      delimiter: null,
      columns: ['id', 'amount'],
      headerRow: 1,
      preamble: [],
      sample: [
        ['D1', '5'],
        ['D2', '6'],
      ],
      sheets: ['Deals', 'Notes'],
    });
    expect(table === undefined ? [] : rowsOf(table)).toEqual([
      ['D1', '5'],
      ['D2', '6'],
    ]);
    expect(table?.findings).toEqual([{ code: 'other_sheets', count: 1, places: [], detail: 'Notes' }]);
    expect(await sheetJsCells(bytes)).toEqual(await ownCells(bytes));
  });

  it('reads workbooks with macros, and with parts in other places and other letter cases', async () => {
    expect(await own(workbookBytes({ Deals: [['id'], ['D1']] }, { bookType: 'xlsm' }))).not.toBeNull();
    const moved = zip([
      {
        name: '_rels/.rels',
        content: Buffer.from(
          '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Book/Main.xml"/></Relationships>',
        ),
      },
      {
        name: 'book/main.xml',
        content: Buffer.from('<x:workbook><x:sheets><x:sheet name="A &amp; B" r:id="b"/></x:sheets></x:workbook>'),
      },
      {
        name: 'book/_rels/main.xml.rels',
        content: Buffer.from(
          '<Relationships><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="..\\tabs\\one.xml"/></Relationships>',
        ),
      },
      { name: 'tabs\\ONE.xml', content: Buffer.from(`<worksheet><sheetData>${DEALS}</sheetData></worksheet>`) },
    ]);
    expect((await own(moved))?.head).toMatchObject({ sheet: 'A & B', columns: ['id', 'amount'] });
  });

  it('looks at the first rows only until the table is read', async () => {
    let rows = DEALS;
    for (let number = 4; number < 30_000; number++) rows += row(number, `D${number}`, String(number));
    const progress: number[] = [];
    const table = await own(xlsxBytes({ sheets: { Deals: rows } }), { onProgress: (bytes) => progress.push(bytes) });
    expect(progress).toEqual([]);
    expect((await table?.read())?.size).toBe(29_998);
    expect(progress.length).toBeGreaterThan(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('can be read more than once, and in some columns', async () => {
    const table = await own(xlsxBytes({ sheets: { Deals: DEALS } }));
    const amounts = await table?.read(new Set([1]));
    expect(amounts?.columns.map((column) => column?.length)).toEqual([undefined, 2]);
    expect((await table?.read())?.size).toBe(2);
  });
});

describe('of several sheets', () => {
  const long = (rows: number): string =>
    Array.from({ length: rows }, (_, index) => row(index + 1, `P${index}`, '1')).join('');
  const sheetOf = async (sheets: XlsxParts['sheets'], options: OpenOptions = {}): Promise<string | null | undefined> =>
    (await own(xlsxBytes({ sheets }), options))?.head.sheet;

  it('the longest is taken, and counted past the rows that are looked at first', async () => {
    expect(await sheetOf({ A: long(700), B: long(900), C: long(800) })).toBe('B');
    expect(await sheetOf({ A: long(900), B: long(900) })).toBe('A');
  });

  it('a known header is worth more than any length', async () => {
    const headerScore = (cells: readonly string[]): number => (cells.includes('amount') ? 1 : 0);
    expect(await sheetOf({ A: long(900), B: DEALS }, { headerScore })).toBe('B');
  });

  it('empty ones, blank ones and charts do not count', async () => {
    const blank = '<row r="1"><c r="A1" t="str"><v> </v></c></row>';
    expect(await sheetOf({ Empty: '', Blank: blank, Deals: DEALS })).toBe('Deals');
    const chart = xlsxBytes({
      sheets: { Deals: DEALS },
      others: {
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="Chart" r:id="c"/><sheet name="Deals" r:id="d"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="c" Type="x/chartsheet" Target="chartsheets/1.xml"/><Relationship Id="d" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
    });
    const table = await own(chart);
    expect(table?.head).toMatchObject({ sheet: 'Deals', sheets: ['Chart', 'Deals'] });
    expect((await table?.read())?.findings).toEqual([]);
  });

  it('that are listed and not in the file are named; macros, dialogs and charts are not missed', async () => {
    const listed = (relation: string, type: string): Buffer =>
      xlsxBytes({
        sheets: { Deals: DEALS },
        others: {
          'xl/workbook.xml': `<workbook><sheets><sheet name="Other" state="veryHidden" r:id="${relation}"/><sheet name="Deals" r:id="d"/></sheets></workbook>`,
          'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="m" Type="x/${type}" Target="other/1.xml"/><Relationship Id="d" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        },
      });
    for (const [relation, type, count] of [
      ['', 'worksheet', 0],
      ['m', 'xlMacrosheet', 0],
      ['m', 'xlIntlMacrosheet', 0],
      ['m', 'dialogsheet', 0],
      ['m', 'chartsheet', 0],
      ['m', 'worksheet', 1],
      ['gone', 'worksheet', 1],
    ] as const) {
      const table = await own(listed(relation, type));
      expect(table?.head, type).toMatchObject({ sheet: 'Deals', sheets: ['Other', 'Deals'] });
      const missing = count === 0 ? [] : [{ code: 'sheet_missing', count, places: [], detail: 'Other' }];
      expect((await table?.read())?.findings, `${relation} ${type}`).toEqual(missing);
    }
  });

  it('may have no root, no types, no styles, no strings, and targets of any form', async () => {
    const parts: Record<string, string> = {
      'xl/workbook.xml': '<workbook><sheets><sheet name="Deals" r:id="d"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>id</t></is></c><c t="inlineStr"><is><t>amount</t></is></c></row><row r="2"><c t="inlineStr"><is><t>D1</t></is></c><c s="3"><v>5</v></c></row></sheetData></worksheet>',
    };
    const written = (target: string, name: (part: string) => string, order: 1 | -1): Buffer => {
      const list = [['xl/_rels/workbook.xml.rels', relationsTo(target)], ...Object.entries(parts)] as const;
      const files = list.map(([part, content]) => ({ name: name(part), content: Buffer.from(content) }));
      return zip(order === 1 ? files : files.reverse());
    };
    const relationsTo = (target: string): string =>
      `<Relationships><Relationship Id="d" Type="x/worksheet" Target="${target}"/><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
    for (const target of [
      'worksheets/sheet1.xml',
      '/xl/worksheets/sheet1.xml',
      'worksheets\\sheet1.xml',
      '../xl/worksheets/Sheet1.XML',
    ]) {
      for (const name of [
        (part: string) => part,
        (part: string) => part.replaceAll('/', '\\'),
        (part: string) => part.toUpperCase(),
      ]) {
        for (const order of [1, -1] as const) {
          const table = await (await any(written(target, name, order))).read();
          expect(rowsOf(table), `${target} ${name('xl/workbook.xml')} ${order}`).toEqual([['D1', '5']]);
        }
      }
    }
  });

  it('none with a cell is an empty file', async () => {
    await expect(own(xlsxBytes({ sheets: { A: '', B: '' } }))).rejects.toMatchObject({ code: 'empty_file' });
  });
});

describe('what our own reader declines', () => {
  const part = (xml: string): Buffer => xlsxBytes({ sheets: { Deals: xml } });
  const bomb = zip([{ name: 'xl/workbook.xml', content: Buffer.alloc(60 * 1024 ** 2) }]);
  const good = xlsxBytes({ sheets: { Deals: DEALS } });
  const liar = claiming(good, SHEET, 'size', 10);
  const withOther = (name: string, content: string | Buffer): Buffer =>
    xlsxBytes({ sheets: { Deals: DEALS }, others: { [name]: content } });
  const tabs = (second: string): string =>
    `<workbook><sheets><sheet name="Deals" r:id="rId1"/>${second}</sheets></workbook>`;

  it.each<[string, Buffer]>([
    ['an OpenDocument sheet', workbookBytes({ Deals: [['id'], ['D1']] }, { bookType: 'ods' })],
    ['a binary workbook', workbookBytes({ Deals: [['id'], ['D1']] }, { bookType: 'xlsb' })],
    ['another archive', zip([{ name: 'deals.csv', content: Buffer.from('a,b') }])],
    ['an archive that ends early', good.subarray(0, good.length - 30)],
    ['an encrypted one', zip([{ name: 'xl/workbook.xml', content: Buffer.from('x'), encrypted: true }])],
    ['a bomb', bomb],
    ['a part that is larger than it claims', liar],
    ['a document type declaration', part('<!DOCTYPE x [<!ENTITY i "9">]><worksheet><sheetData/></worksheet>')],
    ['a document type declaration in the strings', withOther('xl/sharedStrings.xml', '<!DOCTYPE sst []><sst/>')],
    [
      'UTF-16',
      withOther(SHEET, Buffer.from(`\ufeff<worksheet><sheetData>${DEALS}</sheetData></worksheet>`, 'utf16le')),
    ],
    ['another encoding', part(`<?xml version="1.0" encoding="latin1"?><worksheet><sheetData/></worksheet>`)],
    ['a sheet that ends early', part(`<worksheet><sheetData>${DEALS}`)],
    ['a cell that has no end', part(`<worksheet><sheetData>${HEADER}<row><c><v>1`)],
    ['a workbook none of whose sheets is there', withOther('xl/_rels/workbook.xml.rels', '<Relationships/>')],
    ['two sheets of one name', withOther('xl/workbook.xml', tabs('<sheet name="Deals" r:id="rId1"/>'))],
    ['a cell of an unknown type', part('<row r="1"><c r="A1" t="x"><v>1</v></c></row>')],
    ['a cell beyond the grid', part('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['a cell that is in another row', part('<row r="1"><c r="A2"><v>1</v></c></row>')],
    ['a shared string that is not there', part('<row r="1"><c r="A1" t="s"><v>3</v></c></row>')],
    ['rows out of order', part(`${row(2, 'a', '1')}${row(1, 'b', '2')}`)],
    ['a row beyond the grid', part(row(1_048_577, 'a', '1'))],
  ])('%s', async (_, bytes) => {
    expect(await own(bytes)).toBeNull();
  });

  it('is read by SheetJS, or refused with a reason', async () => {
    const table = await any(part(`${row(2, 'id', '1')}${row(1, 'b', '2')}`));
    expect(table.head.format).toBe('excel');
    await expect(any(liar)).rejects.toBeInstanceOf(UserError);
    await expect(any(part('<row r="1"><c r="A1" t="s"><v>3</v></c></row>'))).rejects.toMatchObject({
      code: 'damaged_workbook',
    });
  });

  it('may be found late: then SheetJS reads the sheet', async () => {
    let rows = DEALS;
    for (let number = 4; number < 1000; number++) rows += row(number, `D${number}`, String(number));
    const odd = '<row r="1000"><c r="A1000" t="str"><v>D1000</v></c><c r="B1000" t="odd"><v>7</v></c></row>';
    const bytes = xlsxBytes({ sheets: { Deals: rows + odd, Other: HEADER } });
    await expect((await own(bytes))?.read()).rejects.toThrow('asked another reader');
    const table = await (await any(bytes)).read();
    expect(rowsOf(table).at(-1)).toEqual(['D1000', '7']);
    expect(table.head.sheet).toBe('Deals');
  });

  it('includes damage that only the checksum shows', async () => {
    let rows = DEALS;
    for (let number = 4; number < 1000; number++) rows += row(number, `D${number}`, String(number));
    const bytes = claiming(xlsxBytes({ sheets: { Deals: rows } }), SHEET, 'crc', 1);
    const table = await own(bytes);
    await expect(table?.read()).rejects.toThrow('asked another reader');
    await expect(any(bytes).then((opened) => opened.read())).rejects.toMatchObject({ code: 'damaged_workbook' });
  });
});
