import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { Declined } from '../../src/load/declined.js';
import { ownCells, sheetJsCells } from '../support/sheet-cells.js';
import { escaped, xlsxBytes } from '../support/workbook-bytes.js';

const FORMATS = ['General', '0.00', '#,##0', '0%', '0.0%', 'm/d/yy', 'yyyy-mm-dd hh:mm', '[h]:mm', 'h:mm', '"d"0', '@'];
const ERRORS = [0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a];

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    ' padded ',
    'a\nb',
    'a\r\nb',
    '\u0001',
    '_x0041_',
    '&amp;',
    '<c r="A1">',
    ']]>',
    'مشتری',
    '😀',
  ),
);
const value = fc.oneof(
  { weight: 4, arbitrary: text.map((v): xlsx.CellObject => ({ t: 's', v })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer({ min: -10, max: 100_000 }),
          fc.double({ min: 0, max: 60_000, noNaN: true }),
        ),
        fc.constantFrom(...FORMATS),
      )
      .map(([v, z]): xlsx.CellObject => ({ t: 'n', v, z })),
  },
  { weight: 1, arbitrary: fc.boolean().map((v): xlsx.CellObject => ({ t: 'b', v })) },
  { weight: 1, arbitrary: fc.constantFrom(...ERRORS).map((v): xlsx.CellObject => ({ t: 'e', v })) },
  { weight: 1, arbitrary: fc.integer().map((v): xlsx.CellObject => ({ t: 'n', v, f: '1+1' })) },
);
const place = fc.record({
  r: fc.oneof({ weight: 9, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(1200) }),
  c: fc.oneof({ weight: 9, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(30) }),
});
const sheet = fc.array(fc.tuple(place, value), { maxLength: 40 }).map((cells) => {
  const made: xlsx.WorkSheet = { '!ref': 'A1' };
  const end = { r: 0, c: 0 };
  for (const [at, cell] of cells) {
    made[xlsx.utils.encode_cell(at)] = cell;
    end.r = Math.max(end.r, at.r);
    end.c = Math.max(end.c, at.c);
  }
  made['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: end });
  return made;
});

function written(sheets: readonly xlsx.WorkSheet[], date1904: boolean): Buffer {
  const workbook = xlsx.utils.book_new();
  sheets.forEach((one, index) => {
    xlsx.utils.book_append_sheet(workbook, one, `Sheet ${index + 1}`);
  });
  workbook.Workbook = { WBProps: { date1904 } };
  // Shared strings: SheetJS resolves entities twice in texts that stand in the cell itself.
  return xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer;
}

describe('our reader of .xlsx and SheetJS', () => {
  it('give the same cells, rows and findings, wherever the pieces are cut', async () => {
    const width = fc.constantFrom(Number.POSITIVE_INFINITY, 3, 1);
    const pieceSize = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant(100_000));
    await fc.assert(
      fc.asyncProperty(
        fc.array(sheet, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        width,
        pieceSize,
        async (sheets, date1904, wide, piece) => {
          const bytes = written(sheets, date1904);
          expect(await ownCells(bytes, piece, wide)).toEqual(await sheetJsCells(bytes, wide));
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Ways to write the same sheet. */
interface Style {
  readonly prefix: string;
  readonly references: 'all' | 'cells' | 'rows' | 'none';
  readonly texts: 'shared' | 'rich' | 'inline' | 'str';
  readonly between: string;
  readonly quote: '"' | "'";
  readonly attributes: string;
}

function styled(table: readonly (readonly (string | number)[])[], style: Style): Buffer {
  const { prefix: x, references, between, quote, attributes } = style;
  const strings: string[] = [];
  const cellOf = (value: string | number, row: number, column: number): string => {
    const place =
      references === 'all' || references === 'cells'
        ? ` r=${quote}${String.fromCharCode(65 + column)}${row}${quote}`
        : '';
    const tag = (type: string): string =>
      `<${x}c${place}${type === '' ? '' : ` t=${quote}${type}${quote}`}${attributes}>`;
    const end = `${between}</${x}c>`;
    if (value === '') return place === '' ? `<${x}c/>` : '';
    if (typeof value === 'number') return `${tag('')}<${x}v>${value}</${x}v>${end}`;
    const text = escaped(value);
    if (style.texts === 'inline') return `${tag('inlineStr')}<${x}is><${x}t>${text}</${x}t></${x}is>${end}`;
    if (style.texts === 'str') return `${tag('str')}<${x}v>${text}</${x}v>${end}`;
    const half = Math.floor(value.length / 2);
    strings.push(
      style.texts === 'shared'
        ? `<${x}si><${x}t>${text}</${x}t></${x}si>`
        : `<${x}si>${[value.slice(0, half), value.slice(half)].map((run) => `<${x}r><${x}t xml:space="preserve">${escaped(run)}</${x}t></${x}r>`).join('')}</${x}si>`,
    );
    return `${tag('s')}<${x}v>${strings.length - 1}</${x}v>${end}`;
  };
  const rows = table.map((cells, index) => {
    const number = references === 'all' || references === 'rows' ? ` r=${quote}${index + 1}${quote}` : '';
    return `<${x}row${number}${attributes}>${between}${cells.map((value, column) => cellOf(value, index + 1, column)).join(between)}</${x}row>`;
  });
  const name = x === '' ? 'xmlns' : `xmlns:${x.slice(0, -1)}`;
  const space = `${name}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
  return xlsxBytes({
    sheets: {
      Deals: `<?xml version="1.0" encoding="UTF-8"?>\r\n<${x}worksheet ${space}><${x}dimension ref="A1"/>${between}<${x}sheetData>${between}${rows.join(between)}</${x}sheetData>${between}</${x}worksheet>`,
    },
    others: { 'xl/sharedStrings.xml': `<${x}sst ${space}>${between}${strings.join(between)}</${x}sst>` },
  });
}

const style = fc.record<Style>({
  prefix: fc.constantFrom('', '', 'x:', 'main:'),
  references: fc.constantFrom('all', 'all', 'cells', 'rows', 'none'),
  texts: fc.constantFrom('shared', 'rich', 'inline', 'str'),
  between: fc.constantFrom('', '', '\r\n', '\n  '),
  quote: fc.constantFrom('"', '"', "'"),
  attributes: fc.constantFrom('', '', ' spans="1:3"', ' s="0" ph="0"'),
});
/** Texts that both readers take as written: no entities, no `_x0000_`, no space at the ends. */
const plainText = fc
  .string({ unit: fc.constantFrom(...'abc XY09.é軸ش', '<', '>', '"'), minLength: 1, maxLength: 12 })
  .map((value) => `|${value}|`);
const table = fc
  .array(fc.array(fc.oneof(plainText, fc.integer(), fc.constant('')), { maxLength: 6 }), { maxLength: 12 })
  .map((rows) => [['first'], ...rows, ['last']] as (string | number)[][]);

describe('the same table', () => {
  const expected = (rows: readonly (readonly (string | number)[])[]): unknown[] =>
    rows.map((cells, index) => [
      index + 1,
      cells.slice(0, cells.findLastIndex((value) => value !== '') + 1).map(String),
    ]);

  it('is read in whatever way it is written, wherever the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(table, style, fc.integer({ min: 1, max: 400 }), async (rows, way, piece) => {
        const cells = await ownCells(styled(rows, way), piece);
        expect(cells.get('Deals')).toEqual({ rows: expected(rows), findings: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('is read alike by SheetJS', async () => {
    await fc.assert(
      fc.asyncProperty(table, style, async (rows, way) => {
        const bytes = styled(rows, way);
        expect(await ownCells(bytes)).toEqual(await sheetJsCells(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('is read the same from pieces of every size', async () => {
    const rows = [['id', 'a <b> & "c"', 12.5], ['', 'ش', 3], ['x']];
    for (const prefix of ['', 'x:']) {
      for (const texts of ['shared', 'rich', 'inline', 'str'] as const) {
        const bytes = styled(rows, {
          prefix,
          texts,
          references: 'all',
          between: '\n',
          quote: '"',
          attributes: ' s="0"',
        });
        for (let piece = 1; piece < 150; piece += piece < 40 ? 1 : 10) {
          expect((await ownCells(bytes, piece)).get('Deals')?.rows).toEqual(expected(rows));
        }
      }
    }
  });
});

describe('a sheet that is damaged', () => {
  it('is read or declined, and never fails in another way', async () => {
    const whole =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id &amp; b</t></is></c><c r="B1" t="s"><v>0</v></c></row>' +
      '<row r="2" spans="1:2"><c r="A2" s="0"><v>12.5</v></c><c r="B2" t="str"><f>A1</f><v>x</v></c></row></sheetData></worksheet>';
    const at = fc.nat(whole.length);
    const change = fc.tuple(
      at,
      fc.nat(20),
      fc.string({ maxLength: 3, unit: fc.constantFrom(...'<>/="\'&;cvrt1 ![]-?') }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 99 }),
        async (changes, piece) => {
          const damaged = changes.reduce(
            (xml, [from, gone, put]) => xml.slice(0, from) + put + xml.slice(from + gone),
            whole,
          );
          const bytes = xlsxBytes({ sheets: { Deals: damaged }, strings: '<si><t>s</t></si>' });
          const outcome = await ownCells(bytes, piece).then(
            () => 'read',
            (cause: unknown) => (cause instanceof Declined ? 'declined' : cause),
          );
          expect(['read', 'declined']).toContain(outcome);
        },
      ),
      { numRuns: 500 },
    );
  });
});
