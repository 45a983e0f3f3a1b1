import { expect, it } from 'vitest';
import { day, dealsOf, sixteenDeals } from '../../support/deals.js';
import { historyOf } from '../../support/history.js';
import { excludedIds, idsOf, measure, noteCodes } from '../../support/question.js';

it('is 25,000 · 0.4 + 10,000 · 0.1 + 18,000 · 0.6 = 21,800 over the sixteen deals, not 19,433 by the mean', () => {
  const deals = sixteenDeals();
  const value = measure('weighted_pipeline', deals);
  expect(value).toMatchObject({ value: 21_800, n: 3 });
  expect(excludedIds(value, deals)).toEqual({ unpriced: ['D15'] });
});

it('weighs deal by deal: 100 at 99 % and 200 at 0 % are 99', () => {
  const deals = dealsOf(`id outcome amount probability
                         A  open    100    0.99
                         B  open    200    0`);
  expect(measure('weighted_pipeline', deals).value).toBeCloseTo(99, 12);
});

it('lists open deals without a probability, and is null when none has one', () => {
  const deals = dealsOf(`id outcome amount probability
                         A  open    100    0.5
                         B  open    100    0.5
                         C  open    300    .
                         D  won     900    1`);
  const value = measure('weighted_pipeline', deals);
  expect(value).toMatchObject({ value: 100, n: 2 });
  expect(excludedIds(value, deals)).toEqual({ without_probability: ['C'] });
  const blank = dealsOf(`id outcome amount probability
                         A  open    100    .
                         B  won     100    1`);
  expect(measure('weighted_pipeline', blank)).toMatchObject({ value: null, reason: 'no_probability' });
});

it('is null when no open deal has both, and without the column', () => {
  const deals = dealsOf(`id outcome amount probability
                         A  open    .      0.5
                         B  open    100    .`);
  expect(measure('weighted_pipeline', deals)).toMatchObject({ value: null, reason: 'no_priced_deals' });
  expect(measure('weighted_pipeline', dealsOf('id outcome amount\nA open 5'))).toMatchObject({
    reason: 'missing_field:probability',
  });
  expect(measure('weighted_pipeline', dealsOf('id outcome amount probability'))).toMatchObject({ reason: 'no_deals' });
});

it('is 0 where nothing is open', () => {
  expect(measure('weighted_pipeline', dealsOf('id outcome amount probability\nA won 5 1')).value).toBe(0);
});

/** At the end of June: `stay` deals of 100 at 10 % that are open still, and one that was won on the day after. */
const june = (stay: number) =>
  dealsOf(
    [
      'id outcome amount probability created_at closed_at',
      ...Array.from({ length: stay }, (_, i) => `S${i} open 100 0.1 2024-06-30 .`),
      'W won 100 1 2024-01-01 2024-07-01',
      'L open 100 0.1 2024-07-01 .',
    ].join('\n'),
  );

it('is null for a day of whose open deals one has closed since: its probability is hindsight, the rest is not that day', () => {
  const deals = june(99);
  const value = measure('weighted_pipeline', deals, { period: '2024-Q2' });
  expect(value).toMatchObject({ value: null, reason: 'overwritten_at_closing' });
  expect(excludedIds(value, deals)).toEqual({ closed_since: ['W'] });
  // On 1 July it had closed: 99 deals and one of that day, 100 · 0.1 each.
  expect(measure('weighted_pipeline', deals, { period: '2024-07' }).value).toBeCloseTo(1000, 9);
});

/** Five decided deals, three of them won (0.6); four reached Offer, three of those won. */
const STAGED = dealsOf(`id outcome amount created_at closed_at
                        W1 won     1      2024-01-01 2024-03-01
                        W2 won     1      2024-01-01 2024-03-01
                        W3 won     1      2024-01-01 2024-05-01
                        L1 lost    1      2024-01-01 2024-03-01
                        L2 lost    1      2024-01-01 2024-03-01
                        A  open    1400   2024-02-01 .
                        B  open    100    2024-02-01 .
                        C  open    100    2024-02-01 .
                        D  open    100    2024-02-01 .
                        E  open    .      2024-02-01 .`);
const HISTORY = historyOf(
  STAGED,
  `W1 Intro 2024-01-05
   W1 Offer 2024-02-01
   W1 Intro 2024-02-10
   W1 Offer 2024-02-20
   W2 Intro 2024-01-05
   W2 Offer 2024-02-01
   W3 Intro 2024-01-05
   W3 Offer 2024-02-01
   L1 Intro 2024-01-05
   L1 Offer 2024-02-01
   L2 Intro 2024-01-05
   A Intro 2024-02-05
   A Offer 2024-03-05
   B Intro 2024-02-05
   C Demo 2024-02-05`,
);

it('without probabilities in the file takes those of the stages, drawn to the win rate by ten deals', () => {
  const value = measure('weighted_pipeline', STAGED, { history: HISTORY });
  // Offer (3 + 6) / (4 + 10), Intro (3 + 6) / (5 + 10): 900 + 60.
  expect(value.value).toBeCloseTo(960, 9);
  expect(value).toMatchObject({ n: 2 });
  expect(excludedIds(value, STAGED)).toEqual({ unpriced: ['E'], without_probability: ['C', 'D'] });
  expect(noteCodes(value)).toEqual(['probability_by_stage', 'weighted']);
});

it('at a past snapshot knows the stages and outcomes of that day, and weighs what has closed since', () => {
  // On 2024-03-04: W3 was open in Offer, A and B in Intro. Decided: W1, W2 won, L1, L2 lost (0.5).
  const value = measure('weighted_pipeline', STAGED, { history: HISTORY, asOf: day('2024-03-04') });
  const [offer, intro] = [(2 + 5) / (3 + 10), (2 + 5) / (4 + 10)];
  expect(value.value).toBeCloseTo(offer * 1 + intro * 1500, 9);
});

it('prefers the probabilities of the file, and takes no odds from winners alone', () => {
  const told = dealsOf('id outcome amount probability\nA open 100 0.5\nW won 1 1\nL lost 1 0');
  const history = historyOf(told, 'A Intro 2024-01-01\nW Intro 2024-01-01\nL Intro 2024-01-01');
  expect(measure('weighted_pipeline', told, { history }).value).toBe(50);
  const winners = dealsOf('id outcome amount created_at closed_at\nA open 100 . .\nW won 1 . .');
  const one = historyOf(winners, 'A Intro 2024-01-01\nW Intro 2024-01-01');
  expect(measure('weighted_pipeline', winners, { history: one })).toMatchObject({
    value: null,
    reason: 'missing_field:probability',
  });
});

it('gives the weight of each deal; a group weighs with the odds of all', () => {
  const all = measure('weighted_pipeline', STAGED, { history: HISTORY });
  if (all.value === null) throw new Error('no value');
  expect(idsOf(all.rows, STAGED)).toEqual(['A', 'B']);
  const part = (id: string) =>
    measure('weighted_pipeline', STAGED, {
      population: STAGED.all().where((row) => STAGED.record(row).id === id),
      history: HISTORY,
      whole: { population: STAGED.all(), history: HISTORY },
    }).value ?? 0;
  expect(part('A') + part('B')).toBeCloseTo(all.value, 9);
  expect(Array.from(all.weights ?? [], (weight, at) => weight * ([1400, 100][at] ?? 0))).toEqual([
    part('A'),
    part('B'),
  ]);
});
