import { expect, it } from 'vitest';
import { nameLetters } from '../../src/quality/deal-names.js';
import { plainDigits } from '../../src/quality/name-digits.js';
import { plainColumn } from '../support/plain-column.js';

it('tells the digits of every character of the first plane as folding its text does', () => {
  const SURROGATES = [0xd800, 0xdfff] as const;
  const cells: string[] = [];
  for (let code = 1; code <= 0xffff; code++) {
    if (code < SURROGATES[0] || code > SURROGATES[1]) cells.push(`4${String.fromCharCode(code)}2`);
  }
  const digitsIn = (text: string) => nameLetters(text).replace(/[^0-9]/g, '');
  const expected = new Map<string, number>();
  const hashes = plainDigits(plainColumn(cells), nameLetters);
  // Two cells have one hash where they have the same digits, and only there.
  cells.forEach((cell, row) => {
    const digits = digitsIn(cell);
    const known = expected.get(digits);
    if (known === undefined) expected.set(digits, hashes[row] ?? -1);
    else if (known !== hashes[row]) throw new Error(`U+${cell.charCodeAt(1).toString(16)} hides digits: ${digits}`);
  });
  expect(new Set(expected.values()).size).toBe(expected.size);
});
