import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { excelText } from '../../src/load/excel-cell.js';
import { BUILT_IN_FORMATS, createNumberTexts, isDateFormat } from '../../src/load/xlsx-numbers.js';

/** Number formats in common use, and what they are made of. */
const FORMATS = [
  'General',
  '0',
  '0.00',
  '#,##0.00;[Red](#,##0.00)',
  '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  '0%',
  '0.0 %',
  '0"%"',
  '0.00E+00',
  '# ?/?',
  '@',
  'm/d/yy',
  'yyyy-mm-dd',
  'dd.mm.yyyy hh:mm:ss',
  '[$-409]d-mmm-yy;@',
  '[h]:mm:ss',
  'mm:ss.0',
  'h:mm AM/PM',
  '[$-fa-IR,96]yyyy/mm/dd;@',
  '"day" 0',
  '\\d0',
  '[Red]0',
  '[>100]0.0',
];
const PIECES = [
  '0',
  '#',
  '.',
  ',',
  '%',
  'y',
  'm',
  'dd',
  'hh',
  's',
  ' ',
  '"d"',
  '\\y',
  '[Red]',
  '[h]',
  ';',
  '-',
  '/',
  'E+00',
  'General',
  'AM/PM',
  '_)',
  '(',
  ')',
  '@',
];

describe('a number format', () => {
  it.each(FORMATS)('%s shows a date when SheetJS says so', (format) => {
    expect(isDateFormat(format)).toBe(xlsx.SSF.is_date(format));
  });

  it('made of anything shows a date when SheetJS says so', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }), (pieces) => {
        const format = pieces.join('');
        expect(isDateFormat(format)).toBe(xlsx.SSF.is_date(format));
      }),
      { numRuns: 2000 },
    );
  });

  // ECMA-376 part 1, 18.8.30.
  it('that is built in need not be spelled out', () => {
    expect([0, 9, 14, 22, 46].map((id) => BUILT_IN_FORMATS.get(id))).toEqual([
      'General',
      '0%',
      'm/d/yy',
      'm/d/yy h:mm',
      '[h]:mm:ss',
    ]);
    for (const [id, format] of BUILT_IN_FORMATS) {
      const known: unknown = xlsx.SSF.get_table()[id];
      if (typeof known === 'string') expect(isDateFormat(format)).toBe(xlsx.SSF.is_date(known));
    }
  });
});

describe('the text of a number as it is written in a sheet', () => {
  const texts = createNumberTexts(FORMATS, 1900);
  const text = (written: string, style = 0): string => {
    const bytes = Buffer.from(`<v>${written}</v>`);
    return texts.text(bytes, 3, bytes.length - 4, style);
  };

  it.each([
    ['0', '0'],
    ['7', '7'],
    ['1234567890123', '1234567890123'],
    ['-12.5', '-12.5'],
    ['0.1', '0.1'],
    ['0.000001', '0.000001'],
    ['1.50', '1.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['0.0', '0'],
    ['1E3', '1000'],
    ['4.5300000000000001E-2', '0.0453'],
    ['0.0000001', '1e-7'],
    ['12345678901234567890', '12345678901234567000'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['0.1000000000000000055', '0.1'],
  ])('%s is %s', (written, expected) => {
    expect(text(written)).toBe(expected);
  });

  it('of a date is its day; asked again, the same', () => {
    // Microsoft: serial 39448 is 1 January 2008.
    const style = FORMATS.indexOf('yyyy-mm-dd');
    expect([text('39448', style), text('39448', style), text('39448.5', style), text('99999999', style)]).toEqual([
      '2008-01-01',
      '2008-01-01',
      '2008-01-01 12:00:00',
      '99999999',
    ]);
  });

  it('is that of the reference, whatever the number, its spelling and its format', () => {
    const spelling = fc.constantFrom(
      (value: number) => String(value),
      (value: number) => value.toExponential(),
      (value: number) => value.toPrecision(17),
      (value: number) => `0${Math.abs(value)}`,
    );
    const number = fc.oneof(
      fc.integer(),
      fc.integer({ min: 0, max: 60_000 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: 0, max: 9_999_999 }).map((cents) => cents / 100),
    );
    fc.assert(
      fc.property(number, spelling, fc.nat(FORMATS.length), (value, spell, style) => {
        const written = spell(value);
        const cell = { t: 'n', v: Number.parseFloat(written), z: FORMATS[style] };
        expect(text(written, style)).toBe(excelText(cell, 1900, isDateFormat));
      }),
      { numRuns: 2000 },
    );
  });
});
