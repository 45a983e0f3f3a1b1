import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countMarks, markViolations, WITH_ERROR, WITH_WARNING } from '../../src/quality/marks.js';

it('counts the records that any rule marks, those with an error apart; what informs marks none', () => {
  const severity = fc.constantFrom('error', 'warn', 'info');
  const found = fc.record({ severity, deals: fc.option(fc.uniqueArray(fc.nat(69))) });
  fc.assert(
    fc.property(fc.array(found, { maxLength: 8 }), (results) => {
      const marks = new Uint8Array(70);
      for (const { severity, deals } of results)
        markViolations(marks, { severity, deals: deals === null ? null : Uint32Array.from(deals) });
      const of = (...severities: string[]) =>
        new Set(results.flatMap(({ severity, deals }) => (severities.includes(severity) ? (deals ?? []) : [])));
      expect(countMarks(marks)).toEqual({ marked: of('error', 'warn').size, withError: of('error').size });
    }),
  );
});

it('counts them among very many', () => {
  const marks = new Uint8Array(200_001);
  marks.set([WITH_ERROR, WITH_WARNING, WITH_ERROR | WITH_WARNING], 70_000);
  marks[200_000] = WITH_ERROR;
  expect(countMarks(marks)).toEqual({ marked: 4, withError: 3 });
});
