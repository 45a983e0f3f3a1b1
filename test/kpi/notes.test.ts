import { expect, test } from 'vitest';
import { english, persian, pricedNote } from '../../src/kpi/notes.js';

test('numbers are grouped and written in the digits of the language', () => {
  expect(english(1234567)).toBe('1,234,567');
  expect(persian(1234567)).toBe('۱٬۲۳۴٬۵۶۷');
});

test('there is nothing to say when all deals are priced', () => {
  expect(pricedNote(4, 4)).toEqual([]);
  expect(pricedNote(3, 4)[0]?.text.en).toBe('priced 3 of 4');
});
