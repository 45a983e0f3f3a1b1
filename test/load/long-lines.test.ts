import { describe, expect, it } from 'vitest';
import { looksLikeData, looksLikeNumber } from '../../src/load/cell-look.js';
import { createRecordReader } from '../../src/load/csv-reference.js';
import { createFindingLog } from '../../src/load/findings.js';
import { cpuTime } from '../support/cpu-time.js';

/** Milliseconds to read a text in pieces of the size that files are read in. */
function timeOf(text: string): { readonly time: number; readonly records: number } {
  let records = 0;
  const tooLong = (): never => {
    throw new Error('too long');
  };
  const read = createRecordReader({ delimiter: ',', tooLong }, createFindingLog(), () => {
    records++;
    return true;
  });
  const started = cpuTime();
  for (let at = 0; at < text.length; at += PIECE) read(text.slice(at, at + PIECE), false);
  read('', true);
  return { time: cpuTime() - started, records };
}

const PIECE = 64 * 1024;
const LONG = 4_000_000;

describe('a record that spans many pieces', () => {
  it.each([
    ['without a quote', 'x'],
    ['of cells', 'x,'],
    ['of stray quotes', 'a"b'],
    ['of quoted words', '"a" b '],
    ['of quoted cells', '"a",'],
  ])('is looked at a few times, not once for each: %s', (_, part) => {
    const { time, records } = timeOf(`id,name\n${part.repeat(LONG / part.length)}\n1,a\n`);
    expect(records).toBe(3);
    // Looked at for each piece, it takes minutes.
    expect(time).toBeLessThan(45_000);
  });

  it('may be one cell of many lines that a quote opens', () => {
    const { time, records } = timeOf(`id,name\n1,"${'line of a note\n'.repeat(LONG / 15)}"\n2,b\n`);
    expect(records).toBe(3);
    expect(time).toBeLessThan(45_000);
  });
});

describe('a long cell', () => {
  it.each(['1', ' ', '-', '1 ', "1'", '€', 'a@', '@.', '(', '1e', '1-', '٫', 'a@b.'])(
    'of %j is looked at once',
    (part) => {
      const started = cpuTime();
      for (const before of ['', '1', '-', '€ ']) looksLikeData(`${before}${part.repeat(100_000)}\u0001`);
      expect(cpuTime() - started).toBeLessThan(5000);
    },
  );

  it('is what it was', () => {
    for (const cell of ['1', '-1,000.50', '(5)', '€ 5', 'EUR 1 000', '5 %', '1e5', '1 000 €', '5-', '-€5'])
      expect(looksLikeNumber(cell), cell).toBe(true);
    for (const cell of ['a@b.c', 'first.last@mail.example.com', 'https://x.example', 'true', '2024-01-05'])
      expect(looksLikeData(cell), cell).toBe(true);
    for (const cell of ['', 'a@b', '@b.c', 'a b@c.d', 'a@.', 'name', '1 deal', 'Deal 5', 'a@b.'])
      expect(looksLikeData(cell), cell).toBe(false);
  });
});
