import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestFirst } from '../../src/analysis/open-deals.js';
import { isoDay } from '../../src/model/civil-day.js';
import { dealsOf } from '../support/deals.js';

it('lists what waits longest first, equal ones as in the files and those without a date last, in one pass or sorted', () => {
  const deal = fc.tuple(fc.option(fc.integer({ min: 19_000, max: 19_009 }), { freq: 3 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(deal, { minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 6 }), (cells, most) => {
      const lines = cells.map(([created], at) => `D${at} open ${created === null ? '.' : isoDay(created)}`);
      const some = dealsOf(['id outcome created_at', ...lines].join('\n'))
        .all()
        .where((row) => cells[row]?.[1] === true);
      const dayOf = (row: number): number => cells[row]?.[0] ?? 99_999;
      const expected = cells.flatMap(([, isThere], row) => (isThere ? [row] : []));
      expected.sort((a, b) => dayOf(a) - dayOf(b) || a - b);
      expect([...longestFirst(some, 'created_at', most)]).toEqual(expected.slice(0, most));
    }),
  );
});
