import { expect, test } from 'vitest';
import type { Waterfall } from '../../../src/analysis/snapshots/waterfall.js';
import { pairFrom } from '../../support/exports.js';
import { period } from '../../support/question.js';

/** The steps that have a deal, as [step, deals, amount]. */
function steps(waterfall: Waterfall | undefined) {
  return waterfall?.steps.flatMap(({ step, deals, amount }) => (deals > 0 ? [[step, deals, amount]] : []));
}

const BEFORE = `id outcome amount   expected_close
                A  open    100.10   2025-02-10
                B  open    200.20   2025-02-20
                C  open    300.30   2025-03-30
                D  open    .        2025-04-01
                E  open    50       2025-02-01
                F  won     70       .
                G  excluded 5       .
                H  open    10.005   2025-02-02`;
const AFTER = `id outcome amount   expected_close
               A  won     110.10   2025-02-10
               B  lost    200.20   2025-02-20
               C  open    320.31   2025-02-15
               D  open    7.5      2025-04-01
               F  open    70       2025-02-11
               G  open    5        2025-06-01
               H  excluded 10.005  2025-02-02
               I  open    1.1      2025-02-12
               J  won     9        .`;

test('each step is what its deals add to the open pipeline, or take from it', () => {
  const [waterfall] = pairFrom(BEFORE, AFTER).waterfall;
  // 100.10 + 200.20 + 300.30 + 50 + 10.005 = 660.605; 320.31 + 7.5 + 70 + 5 + 1.1 = 403.91
  expect(waterfall).toMatchObject({ currency: '', start: 660.605, startDeals: 6, end: 403.91, endDeals: 5 });
  expect(steps(waterfall)).toEqual([
    ['new', 1, 1.1],
    ['reopened', 1, 70],
    ['taken_back', 1, 5],
    ['priced', 1, 7.5],
    ['grown', 1, 20.01],
    ['won', 1, -100.1],
    ['lost', 1, -200.2],
    ['vanished', 1, -50],
    ['set_aside', 1, -10.005],
  ]);
  // What was won left the pipeline as 100.10 and was closed for 110.10.
  expect(waterfall?.wonAmount).toBe(110.1);
});

test('with a period it is of the deals expected to close in it, and says which moved in and out', () => {
  const [waterfall] = pairFrom(BEFORE, AFTER, { period: period('2025-02') }).waterfall;
  // 100.10 + 200.20 + 50 + 10.005 = 360.305; C, F and I: 320.31 + 70 + 1.1 = 391.41
  expect(waterfall).toMatchObject({ start: 360.305, startDeals: 4, end: 391.41, endDeals: 3 });
  expect(steps(waterfall)).toEqual([
    ['new', 1, 1.1],
    ['reopened', 1, 70],
    ['won', 1, -100.1],
    ['lost', 1, -200.2],
    ['vanished', 1, -50],
    ['set_aside', 1, -10.005],
    ['moved_in', 1, 320.31],
  ]);
});

test('a deal that slips out of the period left it, with the amount that it had', () => {
  const before = 'id outcome amount expected_close\nA open 100 2025-02-10';
  const [waterfall] = pairFrom(before, 'id outcome amount expected_close\nA open 150 2025-03-10', {
    period: period('2025-02'),
  }).waterfall;
  expect(steps(waterfall)).toEqual([['moved_out', 1, -100]]);
});

test('without close dates on one side no period can be told', () => {
  const pair = pairFrom('id outcome amount\nA open 100', 'id outcome amount expected_close\nA open 150 2025-03-10', {
    period: period('2025-02'),
  });
  expect(pair.waterfall).toEqual([]);
  expect(pair.waterfallReason).toBe('missing_field:expected_close');
});

test('currencies have waterfalls of their own; a deal that changes its currency leaves one and enters the other', () => {
  const pair = pairFrom(
    `id outcome amount currency
     A  open    100    EUR
     B  open    200    USD
     C  open    5      EUR`,
    `id outcome amount currency
     A  open    100    EUR
     B  open    180    EUR
     C  open    6      EUR
     D  open    3      .`,
  );
  expect(pair.waterfall.map(({ currency }) => currency)).toEqual(['EUR', 'USD', '']);
  const [eur, usd, none] = pair.waterfall;
  expect(eur).toMatchObject({ start: 105, end: 286, startDeals: 2, endDeals: 3 });
  expect(steps(eur)).toEqual([
    ['grown', 1, 1],
    ['currency', 1, 180],
  ]);
  expect(usd).toMatchObject({ start: 200, end: 0, startDeals: 1, endDeals: 0 });
  expect(steps(usd)).toEqual([['currency', 1, -200]]);
  expect(none).toMatchObject({ start: 0, end: 3, startDeals: 0, endDeals: 1 });
});

test('without a column of amounts on one side deals are counted, and no amount is told', () => {
  const [waterfall] = pairFrom('id outcome\nA open\nB open', 'id outcome amount\nA open 5\nB won 7').waterfall;
  expect(waterfall).toMatchObject({ start: null, startDeals: 2, end: null, endDeals: 1, wonAmount: null });
  expect(steps(waterfall)).toEqual([['won', 1, null]]);
});

test('no open deal makes an empty waterfall', () => {
  const [waterfall] = pairFrom('id outcome amount\nA won 1', 'id outcome amount\nA won 1').waterfall;
  expect(waterfall).toMatchObject({ start: 0, startDeals: 0, end: 0, endDeals: 0 });
});
