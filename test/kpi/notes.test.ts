import { expect, test } from 'vitest';
import { pricedNote } from '../../src/kpi/notes.js';
import { say } from '../../src/locale/say.js';

test('there is nothing to say when all deals are priced', () => {
  expect(pricedNote(4, 4)).toEqual([]);
  expect(pricedNote(3, 4)).toEqual([{ code: 'priced', args: { priced: 3, of: 4 } }]);
});

test('numbers are grouped and written in the digits of the language', () => {
  const [note] = pricedNote(1234567, 2000000);
  expect(note && say(note, 'en')).toBe('priced 1,234,567 of 2,000,000');
  expect(note && say(note, 'fa')).toBe('۱٬۲۳۴٬۵۶۷ از ۲٬۰۰۰٬۰۰۰ معامله مبلغ دارد');
});
