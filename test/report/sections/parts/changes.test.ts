import { describe, expect, test } from 'vitest';
import { changesOf, compareTexts } from '../../../support/compare-texts.js';
import { reportTexts } from '../../../support/load-texts.js';

const HEAD = 'Deal ID,Deal Name,Account,Owner,Stage,Amount,Currency,Created Date,Closed Date,Expected Close Date';

function file(...rows: string[]): string {
  return [HEAD, ...rows].join('\n');
}

const OLD = file(
  'D1,Mill,Acme,Ana,Proposal,100.10,USD,2024-11-01,,2025-02-10',
  'D2,Dam,Beta,Ana,Demo,200.20,USD,2024-11-02,,2025-02-20',
  'D3,Pump,Beta,Bo,Demo,300.30,USD,2024-12-03,,2025-03-30',
  'D4,Fan,Acme,Bo,Lead,50,USD,2025-01-05,,2025-04-01',
  'D5,Belt,Acme,Bo,Closed Won,70,USD,2024-10-01,2025-01-31,',
);
const NEW = file(
  'D1,Mill,Acme,Ana,Closed Won,110.10,USD,2024-11-01,2025-02-10,',
  'D2,Dam,Beta,Ana,Proposal,200.20,USD,2024-11-02,,2025-03-22',
  'D3,Pump,Beta,Ana,Demo,310.30,USD,2024-12-03,,2025-04-29',
  'D5,Belt,Acme,Bo,Closed Won,70,USD,2024-10-01,2025-01-31,',
  'D6,Lamp,Gamma,Cy,Lead,1.10,USD,2025-02-20,,2025-06-01',
  'D7,Hose,Gamma,Cy,Closed Lost,9,USD,2025-01-01,2025-02-28,',
);
const FILES = { 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW };

describe('two exports', () => {
  test('say the sentences that a manager repeats, and what makes them doubtful', async () => {
    const { headline, notes } = await changesOf(FILES);
    // 100.10 + 200.20 + 300.30 + 50 = 650.60; 200.20 + 310.30 + 1.10 = 511.60; 511.6 / 650.6 − 1 = −21.4 %.
    expect(headline.map(({ message }) => message)).toEqual([
      'From 31 Jan 2025 to 28 Feb 2025 the open pipeline fell from 651 to 512 USD (−21.4 %): 4 → 3 deals.',
      'Largest steps: won −100 (1 deal), vanished −50 (1 deal), grown +10 (1 deal).',
      'Of 2 deals open both times 2 slipped, half of them by 30 days or more.',
      'Of 2 deals (300 USD) expected to close since then (1–28 Feb 2025), 1 was won (100), 1 slipped to a later date (200).',
    ]);
    expect(notes.map(({ code, args }) => [code, args])).toEqual([
      // D7 was created on the first of January.
      ['left_out_before', { deals: 1, day: '2025-01-31' }],
      ['groups_are_newest', { deals: 1 }],
    ]);
  });

  test('of which one has no amount of any open deal have a pipeline of so many deals, and no value', async () => {
    const blank = OLD.replace(/,(?:100\.10|200\.20|300\.30|50),USD/g, ',,USD');
    const { pairs, snapshots, headline } = await changesOf({ ...FILES, 'deals-2025-01-31.csv': blank });
    expect(pairs[0]?.waterfall).toMatchObject([
      { start: null, startDeals: 4, end: null, endDeals: 3, wonAmount: null },
    ]);
    expect(pairs[0]?.waterfall[0]?.steps.filter(({ amount }) => amount !== null)).toEqual([]);
    expect(snapshots.map(({ openAmount }) => openAmount)).toEqual([null, 511.6]);
    // D3 stays open with 310.30; what D1 and D4 were worth nobody knows, of D7 there was nothing.
    const sums = new Map(pairs[0]?.classes.map((one) => [one.class, [one.before, one.after]]));
    expect([sums.get('won'), sums.get('vanished'), sums.get('new_lost')]).toEqual([
      [null, 110.1],
      [null, 0],
      [0, 9],
    ]);
    expect(headline[0]?.message).toBe('From 31 Jan 2025 to 28 Feb 2025 the open pipeline shrank: 4 → 3 deals.');
  });

  test('of which some open deals have no amount say how many', async () => {
    const blank = OLD.replace(',50,USD', ',,USD');
    const { pairs, notes } = await changesOf({ ...FILES, 'deals-2025-01-31.csv': blank });
    // 650.60 without the 50 of D4.
    expect(pairs[0]?.waterfall[0]?.start).toBe(600.6);
    expect(notes.map(({ code, args }) => [code, args])).toContainEqual([
      'open_without_amount',
      { before: 1, after: 0 },
    ]);
  });

  test('have the waterfall, the classes and the moves in the document', async () => {
    const { pairs, matching, snapshots, currency } = await changesOf(FILES);
    expect(currency).toBe('USD');
    expect(matching).toEqual({ method: 'id', byId: 4, byName: 0, reusedIds: 0, ambiguous: 0 });
    expect(snapshots.map(({ taken, open, openAmount }) => [taken, open, openAmount])).toEqual([
      ['2025-01-31', 4, 650.6],
      ['2025-02-28', 3, 511.6],
    ]);
    const [pair] = pairs;
    expect(pair).toMatchObject({ from: '2025-01-31', to: '2025-02-28', days: 28, waterfallReason: null });
    expect(pair?.waterfall).toMatchObject([
      { currency: 'USD', start: 650.6, startDeals: 4, end: 511.6, endDeals: 3, wonAmount: 110.1 },
    ]);
    expect(pair?.waterfall[0]?.steps.filter(({ deals }) => deals > 0)).toEqual([
      { step: 'new', deals: 1, dealsChange: 1, amount: 1.1 },
      { step: 'grown', deals: 1, dealsChange: 0, amount: 10 },
      { step: 'won', deals: 1, dealsChange: -1, amount: -100.1 },
      { step: 'vanished', deals: 1, dealsChange: -1, amount: -50 },
    ]);
    expect(pair?.classes.filter(({ deals }) => deals > 0).map((one) => [one.class, one.deals])).toEqual([
      ['new', 1],
      ['new_lost', 1],
      ['won', 1],
      ['vanished', 1],
      ['grown', 1],
      ['slipped', 1],
      ['closed_unchanged', 1],
    ]);
    expect(pair?.stages.moves).toEqual([
      {
        pipeline: null,
        from: 'Demo',
        to: 'Proposal',
        direction: 'advanced',
        deals: 1,
        amount: 200.2,
        byCurrency: null,
      },
    ]);
  });

  test('list single deals, before and after', async () => {
    const { deals } = await changesOf(FILES);
    expect(deals.map((deal) => [deal.class, deal.name])).toEqual([
      ['new', 'Lamp'],
      ['new_lost', 'Hose'],
      ['won', 'Mill'],
      ['vanished', 'Fan'],
      ['grown', 'Pump'],
      ['slipped', 'Dam'],
    ]);
    expect(deals.find(({ name }) => name === 'Pump')).toEqual({
      class: 'grown',
      moves: ['slipped', 'grown', 'owner_changed'],
      id: 'D3',
      name: 'Pump',
      account: 'Beta',
      owner: 'Ana',
      currency: 'USD',
      before: { outcome: 'open', stage: 'Demo', amount: 300.3, currency: 'USD', closeDate: '2025-03-30' },
      after: { outcome: 'open', stage: 'Demo', amount: 310.3, currency: 'USD', closeDate: '2025-04-29' },
      amountChange: 10,
      daysMoved: 30,
      places: [
        { file: expect.stringMatching(/deals-2025-01-31\.csv$/), row: 4 },
        { file: expect.stringMatching(/deals-2025-02-28\.csv$/), row: 4 },
      ],
    });
  });

  test('by owner unless somebody says by what', async () => {
    const { groups } = await changesOf(FILES);
    expect(groups.map(({ by }) => by)).toEqual([['owner']]);
    // D3 counts as Ana's on both sides.
    expect(groups[0]?.groups.map(({ key, start, end }) => [...key, start, end])).toEqual([
      ['Ana', 600.6, 510.5],
      ['Bo', 50, 0],
      ['Cy', 0, 1.1],
    ]);
    const asked = await changesOf(FILES, { by: ['Account'] });
    expect(asked.groups[0]?.groups.map(({ key, start, end }) => [...key, start, end])).toEqual([
      ['Beta', 500.5, 510.5],
      ['Acme', 150.1, 0],
      ['Gamma', 0, 1.1],
    ]);
  });

  test('with a period are compared by what is due in it', async () => {
    const { pairs, period, headline } = await changesOf(FILES, { period: '2025-02' });
    expect(period?.label).toBe('2025-02');
    // D1 was won, D2 moved to March.
    expect(pairs[0]?.waterfall[0]).toMatchObject({ start: 300.3, end: 0 });
    expect(
      pairs[0]?.waterfall[0]?.steps.filter(({ deals }) => deals > 0).map(({ step, amount }) => [step, amount]),
    ).toEqual([
      ['won', -100.1],
      ['moved_out', -200.2],
    ]);
    expect(headline[0]?.message).toContain('the open pipeline due in 2025-02 fell from 300 to 0 USD');
  });
});

test('the same file twice says that nothing changed', async () => {
  const { headline, pairs, deals } = await changesOf({ 'a.csv': OLD, 'b.csv': OLD });
  expect(headline.map(({ message }) => message)).toEqual([
    'Between the two exports of 31 Jan 2025 nothing changed in the 5 deals that both exports have.',
  ]);
  expect(pairs[0]?.waterfall[0]?.steps.every(({ amount, deals: n }) => amount === 0 && n === 0)).toBe(true);
  expect(deals).toEqual([]);
});

test('exports with nothing in common say so first', async () => {
  const other = NEW.replaceAll('\nD', '\nX').replaceAll(/,(Mill|Dam|Pump|Belt|Lamp|Hose),/g, ',Other $1,');
  const { notes } = await changesOf({ 'a.csv': OLD, 'b.csv': other });
  expect(notes[0]).toMatchObject({ code: 'nothing_in_common', args: { smaller: 5 } });
});

test('without amounts on one side deals are counted', async () => {
  const bare = OLD.split('\n')
    .map((line) => line.split(',').toSpliced(5, 2).join(','))
    .join('\n');
  const { pairs, headline, deals } = await changesOf({ 'a.csv': bare, 'b.csv': NEW });
  expect(pairs[0]?.waterfall[0]).toMatchObject({ start: null, startDeals: 4, end: null, endDeals: 3 });
  expect(headline[0]?.message).toBe('From 31 Jan 2025 to 28 Feb 2025 the open pipeline shrank: 4 → 3 deals.');
  expect(headline[1]?.message).toBe('Largest steps: new 1 deal, won 1 deal, vanished 1 deal.');
  expect(pairs[0]?.moves.find(({ move }) => move === 'grown')).toMatchObject({
    deals: null,
    reason: 'missing_field:amount',
  });
  expect(deals.every(({ amountChange }) => amountChange === null)).toBe(true);
});

test('several currencies have a waterfall each, and no sum', async () => {
  const euros = NEW.replace('310.30,USD', '310.30,EUR');
  const { pairs, currency } = await changesOf({ 'a.csv': OLD, 'b.csv': euros });
  expect(currency).toBeNull();
  expect(pairs[0]?.waterfall.map((one) => [one.currency, one.start, one.end])).toEqual([
    ['USD', 650.6, 201.3],
    ['EUR', 0, 310.3],
  ]);
  expect(pairs[0]?.classes.find((one) => one.class === 'currency_changed')).toEqual({
    class: 'currency_changed',
    deals: 1,
    before: null,
    after: null,
    byCurrency: [
      { currency: 'USD', before: 300.3, after: 0 },
      { currency: 'EUR', before: 0, after: 310.3 },
    ],
  });
});

test('three exports: first to last, then each to the next', async () => {
  const later = NEW.replace('200.20,USD', '250,USD').replace('2025-02-28', '2025-03-31');
  const { pairs } = await changesOf({ ...FILES, 'deals-2025-03-31.csv': later });
  expect(pairs.map(({ from, to }) => [from, to])).toEqual([
    ['2025-01-31', '2025-03-31'],
    ['2025-01-31', '2025-02-28'],
    ['2025-02-28', '2025-03-31'],
  ]);
});

test('a report without an earlier export has a reason, and one that does not ask has no part', async () => {
  expect((await compareTexts(FILES)).kpis).toEqual([]);
  expect((await reportTexts({ 'a.csv': OLD })).changes).toBeNull();
});

test('a condition that is true of a deal in one export only makes it come or go, which is said', async () => {
  // D2 went from Demo to Proposal, D3 stayed.
  const { notes, pairs } = await changesOf(FILES, { where: 'Stage = Demo' });
  expect(pairs[0]?.classes.find((one) => one.class === 'vanished')?.deals).toBe(1);
  expect(notes[0]).toMatchObject({ code: 'outside_condition', args: { vanished: 1, appeared: 0 } });
});
