import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { ownCells, sheetJsCells } from '../support/sheet-cells.js';

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
  }, 60_000);
});
