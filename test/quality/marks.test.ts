import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMarks, countMarks, WITH_ERROR, WITH_WARNING } from '../../src/quality/marks.js';

const MARK = fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, fc.constantFrom(WITH_ERROR, WITH_WARNING, 3));

it('adds the marks of another thread record by record, and counts the marked ones', () => {
  const pairs = fc.array(fc.tuple(MARK, MARK), { maxLength: 70 });
  fc.assert(
    fc.property(pairs, (own) => {
      const marks = Uint8Array.from(own, ([one]) => one);
      addMarks(
        marks,
        Uint8Array.from(own, ([, other]) => other),
      );
      const isAny = own.map(([one, other]) => one > 0 || other > 0);
      const isError = own.map(([one, other]) => one % 2 === 1 || other % 2 === 1);
      expect([...marks].map((mark) => [mark > 0, mark % 2 === 1])).toEqual(
        own.map((_, at) => [isAny[at], isError[at]]),
      );
      expect(countMarks(marks)).toEqual({
        marked: isAny.filter(Boolean).length,
        withError: isError.filter(Boolean).length,
      });
    }),
  );
});
