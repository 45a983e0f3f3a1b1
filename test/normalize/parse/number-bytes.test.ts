import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textColumn } from '../../../src/model/text-column.js';
import { DistinctCells } from '../../../src/normalize/distinct-cells.js';
import { hearNumber, type NumberEvidence, parseNumber } from '../../../src/normalize/parse/number.js';
import { amountsInBytes, moneyInBytes, NO_READING } from '../../../src/normalize/parse/number-bytes.js';

const bytes = (text: string): [Uint8Array, number, number] => {
  const padded = Buffer.from(`x${text}9`, 'utf8');
  return [padded, 1, padded.length - 1];
};
const POINT = { decimal: '.', decidedBy: 'cells', ambiguous: 0 } as const;
const COMMA = { decimal: ',', decidedBy: 'cells', ambiguous: 0 } as const;

/** Texts near the shapes that are read from bytes: digits and separators, with and without a sign. */
const money = fc
  .tuple(fc.constantFrom('', '$', '-', '-$', '$-', '0', '$0'), fc.stringMatching(/^[0-9,.]{0,12}$/))
  .map(([sign, digits]) => sign + digits);

describe('moneyInBytes', () => {
  it('reads plain numbers to the last digit', () => {
    for (const text of ['0', '12', '-12', '58570.44', '0.1', '123456789012345', '-0.000001', '12.345']) {
      expect(moneyInBytes(...bytes(text)), text).toBe(Number(text));
    }
  });

  it('reads grouped thousands and a dollar sign', () => {
    expect(moneyInBytes(...bytes('12.345,67'), ',')).toBe(12345.67);
    for (const [text, value] of [
      ['$12,345.67', 12345.67],
      ['1,234', 1234],
      ['$950.5', 950.5],
      ['$0', 0],
      ['1,234,567.8', 1234567.8],
      ['-500', -500],
    ] as const) {
      expect(moneyInBytes(...bytes(text)), text).toBe(value);
    }
  });

  it('leaves everything else to the text', () => {
    for (const text of [
      '$',
      '$-5',
      '-1,234',
      '1234,567',
      '12,34,567',
      '1,23',
      '1,',
      '1,234.',
      '$ 5',
      '€5',
      '1.5,000',
      '',
      '-',
      '.5',
      '5.',
      '1e5',
      '1234567890123456',
      '1.2.3',
      ' 5',
      '+5',
      '0.12345678901',
    ]) {
      expect(moneyInBytes(...bytes(text)), text).toBe(NO_READING);
    }
  });

  it('never reads a cell in another way than the text is read', () => {
    fc.assert(
      fc.property(money, (text) => {
        for (const format of [POINT, COMMA]) {
          const read = moneyInBytes(...bytes(text), format.decimal);
          if (read !== NO_READING) expect(parseNumber(text, format)).toBe(read);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('amountsInBytes', () => {
  const silence = (): NumberEvidence => ({ dots: 0, commas: 0, eitherDot: 0, eitherComma: 0, unseparated: 0 });

  it('hears of a cell what its text says about the decimal sign', () => {
    fc.assert(
      fc.property(fc.oneof(money, fc.constantFrom('1.234', '1,234', '0.123', '0,123', '$1.234', '12500')), (text) => {
        const { bytes: all, offsets } = new DistinctCells(textColumn([text]));
        const [values, inBytes, inText] = [new Float64Array(1), silence(), silence()];
        const { unread } = amountsInBytes(all, offsets, values, '.', null, inBytes);
        if (unread === 0) hearNumber(text, 1, inText);
        expect(inBytes, text).toEqual(inText);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts a distinct cell for every row that holds it', () => {
    const { bytes: all, offsets } = new DistinctCells(textColumn(['12.5', '', 'none']));
    const [values, heard] = [new Float64Array(3).fill(Number.NaN), silence()];
    const counts = amountsInBytes(all, offsets, values, '.', Uint32Array.of(3, 1, 1), heard);
    expect(counts).toEqual({ unread: 1, empty: 1 });
    expect([...values]).toEqual([12.5, Number.NaN, NO_READING]);
    expect(heard).toEqual({ ...silence(), dots: 3 });
  });
});
