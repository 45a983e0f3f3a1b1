import { describe, expect, it } from 'vitest';
import { ageBands, openByAge } from '../../src/analysis/open-by-age.js';
import { openDeals, snapshotDay } from '../../src/analysis/open-deals.js';
import { day, dealsOf } from '../support/deals.js';
import { historyOf } from '../support/history.js';
import { type QuestionOptions, questionOf } from '../support/question.js';

/** On 2024-03-31 A, B and D were in Talk and C in Offer; since then A was won, B lost, and D went on to Offer. */
const DEALS = dealsOf(`id stage outcome created_at closed_at  amount
                       A  Won   won     2024-01-01 2024-05-01 10
                       B  Lost  lost    2024-02-01 2024-06-01 20
                       C  Offer open    2024-02-01 .          30
                       D  Offer open    2024-03-01 .          40
                       E  Won   won     2024-01-01 2024-03-01 50`);
const HISTORY = historyOf(
  DEALS,
  `A Talk 2024-01-05
   A Won 2024-05-01
   B Talk 2024-02-02
   B Lost 2024-06-01
   C Offer 2024-02-10
   D Talk 2024-03-02
   D Offer 2024-04-20
   E Won 2024-03-01`,
);
const BANDS = [
  { from: 0, to: 30 },
  { from: 30, to: 60 },
  { from: 60, to: null },
];

function openOn(options: QuestionOptions) {
  const question = questionOf(DEALS, options);
  const { deals } = openDeals(question);
  if (deals === null) throw new Error('nobody knows');
  return openByAge(deals, question, BANDS, snapshotDay(question));
}

describe('open deals by stage and age', () => {
  it('are those of a day in the past in the stages of that day', () => {
    const found = openOn({ period: '2024-Q1', history: HISTORY });
    // To 31 March: A 90 days, B and C 59, D 30.
    expect(found.stages).toEqual([
      { pipeline: null, stage: 'Talk', n: 3, byAge: [0, 2, 1], undated: 0, priced: 3, amount: 70 },
      { pipeline: null, stage: 'Offer', n: 1, byAge: [0, 1, 0], undated: 0, priced: 1, amount: 30 },
    ]);
    expect(found).toMatchObject({ n: 4, byAge: [0, 3, 1], amount: 100, stagesReason: null, amountReason: null });
  });

  it('are in no stage where closing has overwritten it', () => {
    const found = openOn({ period: '2024-Q1' });
    expect(found).toMatchObject({ n: 4, byAge: [0, 3, 1], stages: [], stagesReason: 'overwritten_at_closing' });
  });

  it('are of now without a period', () => {
    const found = openOn({});
    expect(found.stages).toEqual([
      // To 31 December: 334 and 305 days.
      { pipeline: null, stage: 'Offer', n: 2, byAge: [0, 0, 2], undated: 0, priced: 2, amount: 70 },
    ]);
  });
});

describe('bands of age', () => {
  it('follow what won deals took, in ages that people speak of', () => {
    // 10, 20, … 110 days: half within 60, three of four within 85, nine of ten within 100, which is nearer to 90 than to 120.
    const rows = Array.from({ length: 11 }, (_, at) => {
      const closed = new Date((day('2024-01-01') + (at + 1) * 10) * 86_400_000).toISOString().slice(0, 10);
      return `W${at} won 2024-01-01 ${closed}`;
    });
    const deals = dealsOf(['id outcome created_at closed_at', ...rows].join('\n'));
    expect(ageBands(questionOf(deals)).map(({ from }) => from)).toEqual([0, 60, 90]);
  });

  it('are the usual ones where few were won', () => {
    expect(ageBands(questionOf(DEALS))).toEqual([
      { from: 0, to: 30 },
      { from: 30, to: 60 },
      { from: 60, to: 90 },
      { from: 90, to: null },
    ]);
  });

  it('are two where all took as long', () => {
    const rows = Array.from({ length: 12 }, (_, at) => `W${at} won 2024-01-01 2024-01-01`);
    const deals = dealsOf(['id outcome created_at closed_at', ...rows].join('\n'));
    expect(ageBands(questionOf(deals))).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: null },
    ]);
  });
});
