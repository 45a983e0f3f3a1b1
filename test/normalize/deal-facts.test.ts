import { describe, expect, it } from 'vitest';
import { countedDays } from '../../src/model/day-counts.js';
import type { DealColumns, Deals } from '../../src/model/deals.js';
import { dealFacts, factCells, takeFacts } from '../../src/normalize/deal-facts.js';
import { day, dealsOf } from '../support/deals.js';

const TABLE = `outcome created_at closed_at  amount customer currency
               won     2024-01-05 2024-02-10 5      Alpha    USD
               won     2024-01-05 2024-02-11 7      Beta     USD
               open    2024-01-04 .          .      Alpha    EUR
               lost    2024-01-05 2024-02-10 0      .        .`;

const cellsOf = (deals: Deals, other: Partial<DealColumns> = {}) =>
  factCells(deals.size, { ...deals.carried().columns, ...other });

/** So many days more than half of the deals, which is as few as is worth telling: each twice. */
const REPEATED = `outcome created_at
                  open    2024-01-05
                  open    2024-01-05
                  open    2024-01-04
                  open    2024-01-04`;

describe('what every report asks of all deals', () => {
  it('is how many have each day, the newest first, and their classes', () => {
    const deals = dealsOf(REPEATED);
    const { days, classed } = dealFacts(cellsOf(deals));
    expect(days).toEqual([['created_at', Int32Array.of(day('2024-01-05'), 2, day('2024-01-04'), 2)]]);
    // All have one class: open, with a day of creation and nothing else.
    expect(classed.census.deals).toEqual([4]);
    expect([...classed.classes]).toEqual(new Array(4).fill(classed.census.classes[0]));
  });

  it('is told without the names of customers, and is the same', () => {
    const deals = dealsOf(TABLE);
    const cells = cellsOf(deals);
    expect(cells.columns.customer?.values).toEqual([]);
    expect(dealFacts(cells).classed).toEqual(dealsOf(TABLE).classed());
    // Each deal but the two of one kind is of a class of its own: priced, without an amount, of 0.
    expect([...dealFacts(cells).classed.census.deals].sort()).toEqual([1, 1, 2]);
  });

  it('is taken over where the deals have the very same columns', () => {
    const deals = dealsOf(REPEATED);
    const facts = dealFacts(cellsOf(deals));
    // Counts of the column are known here, too: found a moment ago.
    const copy = Int32Array.from(deals.column('created_at'));
    const others = deals.with({ created_at: copy });
    takeFacts(others, cellsOf(others), facts);
    expect(others.classed()).toBe(facts.classed);
    expect(countedDays(copy)).toEqual(facts.days[0]?.[1]);
  });

  it.each(['outcome', 'amount', 'created_at', 'closed_at', 'customer', 'currency'] as const)(
    'is no word on the classes of deals with another %s',
    (field) => {
      const deals = dealsOf(TABLE);
      const cells = cellsOf(deals);
      const facts = dealFacts(cells);
      const column = deals.column(field);
      const other = ArrayBuffer.isView(column) ? column.slice() : { ...column, codes: column.codes.slice() };
      const changed = deals.with({ [field]: other });
      takeFacts(changed, cells, facts);
      expect(changed.classed()).not.toBe(facts.classed);
    },
  );

  it('is none on fewer deals, on currencies of other names, and on a column that is not there', () => {
    const deals = dealsOf(TABLE);
    const cells = cellsOf(deals);
    const facts = dealFacts(cells);
    const fewer = deals.part(Uint32Array.of(0, 1));
    takeFacts(fewer, cells, facts);
    expect(fewer.classed().classes).toHaveLength(2);
    const { codes, values } = deals.column('currency');
    const renamed = deals.with({ currency: { codes, values: [...values] } });
    takeFacts(renamed, cells, facts);
    expect(renamed.classed()).not.toBe(facts.classed);
    const { amount: _, ...columns } = cells.columns;
    const same = deals.with({});
    takeFacts(same, { ...cells, columns }, facts);
    expect(same.classed()).not.toBe(facts.classed);
    takeFacts(same, cells, facts);
    expect(deals.with({}).classed()).not.toBe(facts.classed);
  });
});
