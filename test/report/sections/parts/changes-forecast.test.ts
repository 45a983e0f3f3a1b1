import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../../src/report/schema.js';
import { compareTexts } from '../../../support/compare-texts.js';

type Held = NonNullable<NonNullable<Report['changes']>['forecast']>;

const HEAD = 'Deal ID,Deal Name,Stage,Amount,Currency,Probability,Created Date,Closed Date,Expected Close Date';
/** Due in February: 100,000 + 40,000.10 + 60,000 + 20,000. */
const OLD = `${HEAD}
D1,Mill,Proposal,100000,USD,0.5,2024-11-01,,2025-02-10
D2,Dam,Proposal,40000.10,USD,0.2,2024-11-02,,2025-02-20
D3,Pump,Proposal,60000,USD,0.4,2024-12-03,,2025-02-28
D4,Fan,Proposal,20000,USD,,2025-01-20,,2025-02-01
D5,Saw,Proposal,5000,USD,0.1,2025-01-31,,2025-04-01
D6,Axe,Closed Lost,7000,USD,0,2024-10-01,2025-01-15,`;
const NEW = `${HEAD}
D1,Mill,Closed Won,110000,USD,1,2024-11-01,2025-02-12,
D2,Dam,Closed Lost,40000.10,USD,0,2024-11-02,2025-02-20,
D3,Pump,Proposal,60000,USD,0.4,2024-12-03,,2025-03-15
D4,Fan,Proposal,20000,USD,,2025-01-20,,2025-02-01
D5,Saw,Closed Won,5000,USD,1,2025-01-31,2025-02-25,
D6,Axe,Closed Lost,7000,USD,0,2024-10-01,2025-01-15,
D7,Lamp,Closed Won,9000,USD,1,2025-02-03,2025-02-26,`;
const TAKEN = ['2025-01-31', '2025-02-28'];

function heldIn({ changes }: Report): Held {
  if (changes?.forecast == null) throw new Error('no forecast in the document');
  return changes.forecast;
}

describe('between two exports', () => {
  let report: Report;
  beforeAll(async () => {
    report = await compareTexts({ 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW }, { taken: TAKEN });
  });

  test('what was due is told with what became of it', () => {
    const { reason, from, until, due, dueReason } = heldIn(report);
    expect([reason, from, until, dueReason]).toEqual([null, '2025-02-01', '2025-02-28', null]);
    const one = (deals: number, amount: number) => ({ deals, amount, byCurrency: null });
    expect(due).toEqual({
      ...one(4, 220_000.1),
      unpriced: 0,
      won: one(1, 100_000),
      lost: one(1, 40_000.1),
      slipped: one(1, 60_000),
      still: one(1, 20_000),
      undated: one(0, 0),
      setAside: one(0, 0),
      vanished: one(0, 0),
      wonFor: one(1, 110_000),
      pulledIn: one(1, 5_000),
    });
  });

  test('the headline says so in a sentence', () => {
    expect(report.changes?.headline.map(({ message }) => message)).toContain(
      'Of 4 deals (220 k USD) expected to close since then (1–28 Feb 2025), 1 was won (100 k), 1 was lost (40.0 k), 1 slipped to a later date (60.0 k), 1 is open still though its date has passed (20.0 k).',
    );
  });

  test('the probabilities are held against all that was won of the open deals', () => {
    const { crm } = heldIn(report);
    // 50,000 + 8,000.02 + 24,000; D4 has no probability. Won: D1 for 110,000, D5 for 5,000.
    expect(crm?.expected).toBeCloseTo(82_000.02, 6);
    expect([crm?.reason, crm?.counted, crm?.due, crm?.actual]).toEqual([null, 3, 4, 115_000]);
    expect([crm?.won.due.amount, crm?.won.ahead.amount, crm?.won.overdue.deals]).toEqual([110_000, 5_000, 0]);
  });

  test('a forecast that cannot be made says why', () => {
    const { model, each, record } = heldIn(report);
    expect([model?.reason, model?.expected, model?.actual, model?.months]).toEqual(['no_won_deals', null, null, []]);
    expect([each, record]).toEqual([[], { crm: null, model: null }]);
  });
});

test('more exports are held against each next one', async () => {
  const march = NEW.replace(
    'D3,Pump,Proposal,60000,USD,0.4,2024-12-03,,2025-03-15',
    'D3,Pump,Closed Won,61000,USD,1,2024-12-03,2025-03-20,',
  );
  const report = await compareTexts(
    { 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW, 'deals-2025-03-31.csv': march },
    { taken: [...TAKEN, '2025-03-31'] },
  );
  const { from, until, due, each } = heldIn(report);
  expect([from, until, due?.deals, due?.won.deals]).toEqual(['2025-02-01', '2025-03-31', 4, 2]);
  expect(each.map((one) => [one.from, one.until, one.due?.deals, one.due?.won.amount, one.crm?.actual])).toEqual([
    ['2025-02-01', '2025-02-28', 4, 100_000, 115_000],
    ['2025-03-01', '2025-03-31', 1, 60_000, 61_000],
  ]);
});

test('the same export twice has nothing to hold a forecast against', async () => {
  const report = await compareTexts({ 'a.csv': OLD, 'b.csv': OLD }, { taken: ['2025-01-31', '2025-01-31'] });
  const held = heldIn(report);
  expect([held.reason, held.due, held.crm, held.model, held.messages]).toEqual([
    'no_days_between',
    null,
    null,
    null,
    [],
  ]);
});
