import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawTable } from '../../../src/load/raw-table.js';
import { openXlsx } from '../../../src/load/xlsx.js';
import { sheetRowAt } from '../../../src/model/row-places.js';
import { cellText } from '../../../src/model/text-column.js';
import { writtenPlaces } from '../../support/row-places.js';
import { escaped, type XlsxParts, xlsxBytes } from '../../support/workbook-bytes.js';

/** A declined workbook goes to SheetJS: here it is told apart. */
class Elsewhere extends Error {}

const KINDS = new Map([
  [2, 'numbers'],
  [3, 'days'],
] as const);

interface Ways {
  readonly kernel: boolean;
  readonly pieceSize?: number;
}

async function tableOf(bytes: Buffer, { kernel, pieceSize = 100_000 }: Ways): Promise<RawTable | null> {
  const kernelFrom = kernel ? 0 : Number.POSITIVE_INFINITY;
  const otherwise = (): never => {
    throw new Elsewhere();
  };
  const input = { file: 'deals.xlsx', bytes, sha256: '', pieceSize, kernelFrom, otherwise };
  try {
    const opened = await openXlsx(input, {});
    return opened === null ? null : await opened.read(undefined, KINDS);
  } catch (cause) {
    if (cause instanceof Elsewhere) return null;
    throw cause;
  }
}

/** Everything that a table says. */
const said = (table: RawTable | null): unknown =>
  table && {
    head: table.head,
    columns: table.columns.map(
      (column) => column && Array.from({ length: table.size }, (_, row) => cellText(column, row)),
    ),
    ...writtenPlaces(table.places),
    skipped: table.skipped,
    findings: table.findings,
  };

/** The kernel's columns lie in a memory of its own. */
const isOfKernel = (table: RawTable | null): boolean => {
  const [column] = table?.columns ?? [];
  const cells = column?.kind === 'plain' ? column.bytes : column?.codes;
  return cells?.buffer instanceof SharedArrayBuffer;
};

const FORMATS = ['yyyy-mm-dd', '0%', '[h]:mm', '0.00', 'yyyy-mm-dd hh:mm'];
const STRINGS = [
  ...['Id', 'Stage', 'Amount', 'Closed', 'Closed Won', 'Open', '', 'a &amp; b', 'under_score', '_x0041_', 'مشتری'],
  ...['total', 'x'.repeat(70), '12', ' ', 'naïve'],
];
const [ID, STAGE, AMOUNT, CLOSED] = [0, 1, 2, 3];
const HEADER = `<row r="1">${[ID, STAGE, AMOUNT, CLOSED].map((index, column) => `<c r="${'ABCD'[column]}1" t="s"><v>${index}</v></c>`).join('')}</row>`;

const workbook = (rows: string, more: Partial<XlsxParts> = {}): Buffer =>
  xlsxBytes({
    sheets: { Deals: HEADER + rows },
    strings: `${STRINGS.map((text) => `<si><t>${text}</t></si>`).join('')}<si><r><t>rich </t></r><r><t>text</t></r></si><si/>`,
    formats: FORMATS,
    ...more,
  });

/** A record as programs write it. */
const plainRow = (row: number): string =>
  `<row r="${row}" spans="1:4"><c r="A${row}" t="inlineStr"><is><t>D-${row}</t></is></c><c r="B${row}" t="s"><v>${row % 2 === 0 ? 4 : 5}</v></c><c r="C${row}"><v>${row * 10 + 0.5}</v></c><c r="D${row}" s="1"><v>${45_000 + row}</v></c></row>`;

describe('the kernel', () => {
  it('reads the rows of a sheet', async () => {
    const serials: Record<string, string> = { '45292': '2024-01-01', '45322.5': '2024-01-31 12:00:00' };
    const rows = Object.keys(serials).map(
      (serial, index) =>
        `<row r="${index + 2}"><c r="A${index + 2}" t="str"><f>B1&amp;"x"</f><v>D-${index}</v></c><c r="B${index + 2}" t="s"><v>4</v></c><c r="C${index + 2}" s="2"><v>0.25</v></c><c r="D${index + 2}" s="1"><v>${serial}</v></c></row>`,
    );
    const table = await tableOf(workbook(rows.join('')), { kernel: true });
    expect(isOfKernel(table)).toBe(true);
    expect(said(table)).toMatchObject({
      columns: [['D-0', 'D-1'], ['Closed Won', 'Closed Won'], ['25%', '25%'], Object.values(serials)],
      rowOf: [2, 3],
      lineOf: [0, 0],
      findings: [],
    });
  });

  it('keeps thousands of rows, and those that stand between, wherever the pieces are cut', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => plainRow(index + 2));
    rows[1500] = '<row r="1502"><c r="A1502" t="e"><v>#REF!</v></c><c r="B1502" t="s"><v>4</v></c></row>';
    rows[2000] = '';
    for (const pieceSize of [997, 100_000]) {
      const table = await tableOf(workbook(rows.join('')), { kernel: true, pieceSize });
      expect(isOfKernel(table)).toBe(true);
      expect(table?.size).toBe(2999);
      expect(table?.findings).toEqual([{ code: 'cell_error', count: 1, places: [1502], detail: '#REF!' }]);
      expect(table?.skipped).toEqual([{ reason: 'blank row', rows: 1, places: [2002] }]);
      const amounts = table?.columns[2];
      expect(amounts && cellText(amounts, 2998)).toBe('30010.5');
      expect(table && sheetRowAt(table.places, 2998)).toBe(3001);
    }
  });

  it('declines a sheet that ends behind a row, and waits for nothing more', async () => {
    for (const end of ['<row r="3"/>', '<row r="3"/><ro', '<row r="3"></row >']) {
      const xml = `<worksheet xmlns="m"><sheetData>${HEADER}${plainRow(2)}${end}`;
      for (const pieceSize of [1, 100_000]) {
        expect(await tableOf(workbook('', { sheets: { Deals: xml } }), { kernel: true, pieceSize }), end).toBeNull();
      }
    }
  });

  it('leaves a half of a character to others, in the last row too, which is kept when the sheet has ended', async () => {
    const bytes = workbook(
      `${plainRow(2)}<row r='3'><c t="inlineStr"><is><t>&#xD800;</t></is></c></row><row r="4"></row>`,
    );
    const table = await tableOf(bytes, { kernel: true });
    expect(isOfKernel(table)).toBe(false);
    expect(said(table)).toMatchObject({
      columns: [['D-2', '\ud800'], expect.anything(), expect.anything(), expect.anything()],
    });
  });

  it('leaves sheets to others whose tags have prefixes, and says what they say', async () => {
    const xml = `<x:worksheet xmlns:x="m"><x:sheetData>${(HEADER + plainRow(2)).replace(/<(\/?)/g, '<$1x:')}</x:sheetData></x:worksheet>`;
    const bytes = workbook('', { sheets: { Deals: xml } });
    const table = await tableOf(bytes, { kernel: true });
    expect(isOfKernel(table)).toBe(false);
    expect(said(table)).toEqual(said(await tableOf(bytes, { kernel: false })));
  });

  it('writes every day and time as others do, in both ways of counting', async () => {
    const serial = fc.oneof(
      fc.integer({ min: 0, max: 3_000_000 }).map(String),
      fc.double({ min: 0, max: 3_000_000, noNaN: true }).map(String),
      // Seconds, and halves of them.
      fc
        .tuple(fc.integer({ min: 58, max: 60_000 }), fc.nat(172_800))
        .map(([day, half]) => String(day + half / 172_800)),
      fc.constantFrom(
        '60',
        '61',
        '60.99999',
        '2958465',
        '2958465.99999',
        '2957003.999999',
        '45000.',
        '.5',
        '-3',
        '007',
        '1E5',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(serial, { minLength: 1, maxLength: 30 }), fc.boolean(), async (serials, date1904) => {
        const rows = serials.map(
          (text, index) =>
            `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t>D</t></is></c><c r="B${index + 2}" t="s"><v>4</v></c><c r="C${index + 2}"><v>${text}</v></c><c r="D${index + 2}" s="5"><v>${text}</v></c></row>`,
        );
        const bytes = workbook(rows.join(''), { date1904 });
        const table = await tableOf(bytes, { kernel: true });
        expect(isOfKernel(table)).toBe(true);
        expect(said(table)).toEqual(said(await tableOf(bytes, { kernel: false })));
      }),
      { numRuns: 150 },
    );
  });

  const content = fc.oneof(
    { weight: 6, arbitrary: fc.nat(STRINGS.length + 2).map((index) => ({ type: ' t="s"', inner: `<v>${index}</v>` })) },
    {
      weight: 4,
      arbitrary: fc
        .oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
          fc.integer({ min: -10, max: 60_000 }).map(String),
          fc.constantFrom(
            '1.50',
            '-0',
            '0',
            '00',
            '1e3',
            ' 5 ',
            '5&#46;',
            '',
            '0.0000001',
            '12345678901234567890',
            'x',
          ),
        )
        .map((text) => ({ type: '', inner: `<v>${text}</v>` })),
    },
    {
      weight: 4,
      arbitrary: fc
        .oneof(
          fc.string({ unit: 'grapheme', maxLength: 20 }).map(escaped),
          fc.constantFrom(
            'a&amp;b',
            '_x000D_',
            'a_b',
            'x\r\ny',
            '&#xD800;',
            '<![CDATA[<row>]]>',
            '</row>',
            'Total',
            'مشتری',
          ),
        )
        .chain((text) =>
          fc.constantFrom(
            { type: ' t="inlineStr"', inner: `<is><t>${text}</t></is>` },
            { type: ' t="inlineStr"', inner: `<is><t xml:space="preserve">${text}</t></is>` },
            { type: ' t="inlineStr"', inner: `<is><r><t>${text}</t></r></is>` },
            { type: ' t="str"', inner: `<v>${text}</v>` },
            { type: ' t="str"', inner: `<f>A1</f><v>${text}</v>` },
          ),
        ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        { type: ' t="b"', inner: '<v>1</v>' },
        { type: ' t="b"', inner: '<v>0</v>' },
        { type: ' t="b"', inner: '<v></v>' },
        { type: ' t="e"', inner: '<v>#N/A</v>' },
        { type: ' t="d"', inner: '<v>2024-01-31</v>' },
        { type: '', inner: '<f>1+1</f>' },
        { type: '', inner: '<f t="shared" si="0"/><v>2</v>' },
        { type: '', inner: '' },
        { type: '', inner: '<v/>' },
        { type: '', inner: '<v>5</v><extLst/>' },
        { type: ' t="s"', inner: '<v>99999</v>' },
      ),
    },
  );
  const cell = fc.record({
    content,
    column: fc.option(fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(30) })),
    style: fc.constantFrom('', '', '', ' s="1"', ' s="2"', ' s="3"', ' s="5"', ' s="77"'),
    order: fc.boolean(),
  });
  const row = fc.record({
    cells: fc.array(cell, { maxLength: 6 }),
    gap: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(0, 2, 3, 1200) }),
    open: fc.constantFrom('all', 'all', 'all', 'none', 'first', 'single'),
    between: fc.constantFrom('', '', '\n', '<!-- </row> -->'),
    plain: fc.boolean(),
  });
  type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

  const xmlOf = (rows: readonly Row[]): string => {
    let number = 1;
    return rows
      .map(({ cells, gap, open, between, plain }) => {
        number += gap;
        if (plain) return plainRow(number);
        const inner = cells.map(({ content: { type, inner: held }, column, style, order }, index) => {
          const name = String.fromCharCode(65 + ((column ?? index) % 26));
          const place = column === null ? '' : ` r="${(column ?? 0) > 25 ? 'A' : ''}${name}${number}"`;
          const attributes = order ? `${type}${place}${style}` : `${place}${style}${type}`;
          return held === '' ? `<c${attributes}/>` : `<c${attributes}>${held}</c>`;
        });
        const said = { all: ` r="${number}"`, none: '', first: ` ht="9" r="${number}"`, single: ` r='${number}'` }[
          open
        ];
        return `<row${said}>${inner.join(between)}</row>${between}`;
      })
      .join('');
  };

  it('gives what is read cell by cell, whatever the sheet, and declines what is declined', async () => {
    let byKernel = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 25 }),
        fc.boolean(),
        fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constant(100_000)),
        async (rows, date1904, pieceSize) => {
          const bytes = workbook(xmlOf(rows), { date1904 });
          const table = await tableOf(bytes, { kernel: true, pieceSize });
          const expected = await tableOf(bytes, { kernel: false, pieceSize });
          expect(said(table)).toEqual(said(expected));
          if (expected === null) return;
          all++;
          if (isOfKernel(table)) byKernel++;
        },
      ),
      { numRuns: 400 },
    );
    expect(byKernel).toBeGreaterThan(all / 2);
  });

  it('reads or declines what is damaged as others do', async () => {
    const whole = `${HEADER}${plainRow(2)}${plainRow(3)}<row r="4"><c r="A4" t="str"><f>A1</f><v>x &amp; y</v></c><c r="B4" t="b"><v>1</v></c></row>`;
    const change = fc.tuple(
      fc.integer({ min: HEADER.length, max: whole.length }),
      fc.nat(20),
      fc.string({ maxLength: 3, unit: fc.constantFrom(...'<>/="\'&;cvrt1 ![]-?') }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 300 }),
        async (changes, pieceSize) => {
          const damaged = changes.reduce(
            (xml, [from, gone, put]) => xml.slice(0, from) + put + xml.slice(from + gone),
            whole,
          );
          const bytes = workbook('', { sheets: { Deals: damaged } });
          const outcome = (kernel: boolean) => tableOf(bytes, { kernel, pieceSize }).then(said);
          expect(await outcome(true)).toEqual(await outcome(false));
        },
      ),
      { numRuns: 400 },
    );
  });
});
