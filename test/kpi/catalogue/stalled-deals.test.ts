import { expect, it } from 'vitest';
import { civilDate } from '../../../src/model/civil-day.js';
import { day, dealsOf } from '../../support/deals.js';
import { historyOf } from '../../support/history.js';
import { excludedIds, idsOf, measure, noteCodes } from '../../support/question.js';

const ago = (days: number): string => {
  const { year, month, day: date } = civilDate(day('2024-12-31') - days);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};

/** Ten deals won on 2024-06-30 after 10, 20 … 100 days: the 90th percentile (type 7) is 91. */
const WON = Array.from({ length: 10 }, (_, index) => {
  const { year, month, day: date } = civilDate(day('2024-06-30') - 10 * (index + 1));
  const created = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return `W${index} won ${created} 2024-06-30 10 Ana`;
});
const HEADER = 'id outcome created_at closed_at amount owner';
const table = (...rows: readonly string[]) => dealsOf([HEADER, ...rows].join('\n'));

it('counts open deals older than the 90th percentile of won cycles: 92 days, not 91', () => {
  const deals = table(
    ...WON,
    `A open ${ago(91)} . 5 Ana`,
    `B open ${ago(92)} . 7 Ben`,
    `C open ${ago(400)} . . Ben`,
    `D open ${ago(400)} . 90 Ana`,
    'E open . . 5 Ana',
  );
  const stalled = measure('stalled_deals', deals);
  expect(stalled).toMatchObject({
    value: 3,
    n: 3,
    details: { stalledValue: 97, ofOpenDeals: 4, longerInStage: 0, older: 3 },
  });
  expect(stalled.details?.['oldAge']).toBeCloseTo(91, 12);
  expect(idsOf(stalled.value === null ? [] : stalled.rows, deals)).toEqual(['B', 'C', 'D']);
  expect(stalled.value === null ? null : stalled.ranking).toEqual([
    { key: 'Ben', n: 2, amount: 7, share: 2 / 3 },
    { key: 'Ana', n: 1, amount: 90, share: 1 / 3 },
  ]);
  expect(excludedIds(stalled, deals)).toEqual({ undated_created: ['E'] });
});

it('is null under ten won cycles, and 0 where nothing is open', () => {
  const nine = table(...WON.slice(1), `A open ${ago(900)} . 5 Ana`);
  expect(measure('stalled_deals', nine)).toMatchObject({ value: null, reason: 'few_won_cycles' });
  expect(measure('stalled_deals', table(...WON)).value).toBe(0);
});

it('gives no money where currencies are mixed', () => {
  const deals = dealsOf(
    [
      `${HEADER} currency`,
      ...WON.map((row) => `${row} EUR`),
      `A open ${ago(900)} . 5 Ana EUR`,
      `B open ${ago(900)} . 5 Ana USD`,
    ].join('\n'),
  );
  expect(measure('stalled_deals', deals)).toMatchObject({ value: 2, details: { stalledValue: null } });
});

/** Five deals won on 2024-03-01 that stayed in Offer for 10, 20, 30, 40 and 50 days: p75 is 40. */
const OFFERS = [10, 20, 30, 40, 50].map((days, index) => {
  const { year, month, day: date } = civilDate(day('2024-03-01') - days);
  const entered = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return { row: `S${index} won 2023-12-01 2024-03-01 10 Ana`, entry: `S${index} Offer ${entered}` };
});

it('goes by the stage where the history tells: over 40 days in Offer', () => {
  const deals = table(
    ...OFFERS.map(({ row }) => row),
    `A open ${ago(500)} . 5 Ana`,
    `B open ${ago(500)} . 5 Ana`,
    `C open . . 5 Ana`,
  );
  const history = historyOf(
    deals,
    [
      ...OFFERS.map(({ entry }) => entry),
      'S0 Won 2024-03-01',
      `A Offer ${ago(40)}`,
      `B Offer ${ago(41)}`,
      `C Offer ${ago(100)}`,
    ].join('\n'),
  );
  const stalled = measure('stalled_deals', deals, { history });
  expect(stalled).toMatchObject({ value: 2, details: { longerInStage: 2, older: 0, oldAge: null } });
  expect(idsOf(stalled.value === null ? [] : stalled.rows, deals)).toEqual(['B', 'C']);
});

it('falls back on the age where under five won deals passed the stage', () => {
  const deals = table(...WON, ...OFFERS.slice(1).map(({ row }) => row), `A open ${ago(500)} . 5 Ana`);
  const history = historyOf(deals, [...OFFERS.slice(1).map(({ entry }) => entry), `A Offer ${ago(1)}`].join('\n'));
  expect(measure('stalled_deals', deals, { history })).toMatchObject({
    value: 1,
    details: { longerInStage: 0, older: 1 },
  });
});

it('looks at the end of a period with what was known then', () => {
  // Open on 30 June, won in August; on 30 June it was 121 days old.
  const deals = table(...WON, 'A won 2024-03-01 2024-08-01 5 Ana', 'B open 2024-06-01 . 5 Ana');
  const stalled = measure('stalled_deals', deals, { period: '2024-Q2' });
  expect(idsOf(stalled.value === null ? [] : stalled.rows, deals)).toEqual(['A']);
});

it('has one limit for all: the groups, a condition and the whole add up', () => {
  // The wins of West took 10 … 50 days, those of East 60 … 100: by itself each would have no limit, being five.
  const deals = dealsOf(
    [
      'id outcome created_at closed_at amount owner',
      ...WON.map((row, index) => row.replace('Ana', index < 5 ? 'West' : 'East')),
      `A open ${ago(92)} . 5 West`,
      `B open ${ago(55)} . 5 West`,
      `C open ${ago(99)} . 5 East`,
    ].join('\n'),
  );
  const whole = { population: deals.all(), history: null };
  const of = (owner: string) =>
    measure('stalled_deals', deals, {
      population: deals.all().where((row) => deals.record(row).owner === owner),
      whole,
    }).value;
  // The 90th percentile of all ten is 91 days.
  expect([measure('stalled_deals', deals).value, of('West'), of('East')]).toEqual([2, 1, 1]);
});

it('at a past snapshot gives the count, without money where losing blanks it, and says whose owners they are', () => {
  // Since the end of September five of the ten old deals were lost, and their amounts with them.
  const deals = (left: string) =>
    table(
      ...WON,
      ...[1, 2, 3, 4, 5].map((n) => `O${n} open 2024-01-01 . 10 Ana`),
      ...[1, 2, 3, 4, 5].map((n) => `L${n} lost 2024-01-01 2024-11-11 ${left} Ben`),
    );
  const then = (left: string) => measure('stalled_deals', deals(left), { period: '2024-Q3' });
  expect(then('20')).toMatchObject({ value: 10, details: { stalledValue: 150 } });
  expect(noteCodes(then('20'))).toEqual(['owners_as_of_now']);
  expect(then('.')).toMatchObject({ value: 10, details: { stalledValue: null } });
  expect(noteCodes(then('.'))).toEqual(['overwritten_at_closing', 'owners_as_of_now']);
  expect(measure('stalled_deals', deals('.')).notes).toEqual([]);
});
