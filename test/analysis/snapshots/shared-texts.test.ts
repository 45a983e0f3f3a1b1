import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedTexts } from '../../../src/analysis/snapshots/shared-texts.js';
import { textColumn } from '../../../src/model/text-column.js';
import { plainColumn } from '../../support/plain-column.js';

test('equal texts have one number, in columns of either kind; empty ones have 0', () => {
  const text = fc.oneof(fc.constantFrom('', ' ', 'A', 'a', ' A ', 'شناسه', '10', '1'), fc.string());
  fc.assert(
    fc.property(fc.array(text), fc.array(text), fc.constantFrom(0, 1, 2, 3), (before, after, kinds) => {
      const make = (plain: number, cells: string[]) => (plain > 0 ? plainColumn(cells) : textColumn(cells));
      const numbers = sharedTexts(make(kinds & 1, before), make(kinds & 2, after));
      const all = [...before, ...after].map((one) => one.replace(/^[\0-\x20]+|[\0-\x20]+$/g, ''));
      const own = [...numbers.before, ...numbers.after];
      fc.pre(all.every((one) => one === one.trim()));
      all.forEach((one, at) => {
        expect(own[at]).toBeLessThan(numbers.size);
        expect(own[at] === 0).toBe(one === '');
        for (const [place, other] of all.entries()) expect(own[at] === own[place]).toBe(one === other);
      });
    }),
  );
});
