import { describe, expect, it } from 'vitest';
import { funnelOf } from '../../src/analysis/funnel.js';
import { stageOdds } from '../../src/kpi/stage-odds.js';
import { day, dealsOf } from '../support/deals.js';
import { historyOf } from '../support/history.js';
import { measure, questionOf } from '../support/question.js';

const DEALS = dealsOf(`id outcome closed_at
                       A  won     2024-03-01
                       B  lost    2024-03-01
                       C  lost    2024-04-01
                       D  open    .
                       E  won     2024-05-01`);
/** A skips Demo, B comes to it and moves back, C stays in Lead; E is won without a stage that is known. */
const HISTORY = historyOf(
  DEALS,
  `A Lead 2024-01-01
   A Offer 2024-02-01
   B Lead 2024-01-01
   B Demo 2024-01-10
   B Lead 2024-02-01
   C Lead 2024-01-01
   D Lead 2024-01-01
   D Demo 2024-02-01
   D Offer 2024-03-10
   D Demo 2024-04-20`,
);
const whole = { population: DEALS.all(), history: HISTORY };
const odds = (asked: string, stage: string) => {
  const found = stageOdds(whole, day(asked), true);
  return found?.at('', found.places.stages.indexOf(stage)) ?? Number.NaN;
};

describe('stageOdds', () => {
  it('counts a skipped stage as passed and a step back as having been further, drawn to the win rate by ten deals', () => {
    // Overall 2 of 4. To Lead came A, B, C; to Demo or past it A and B; to Offer A.
    expect(odds('2024-12-31', 'Lead')).toBeCloseTo((1 + 10 * 0.5) / (3 + 10), 12);
    expect(odds('2024-12-31', 'Demo')).toBeCloseTo((1 + 10 * 0.5) / (2 + 10), 12);
    expect(odds('2024-12-31', 'Offer')).toBeCloseTo((1 + 10 * 0.5) / (1 + 10), 12);
  });

  it('knows on a day what was decided by then', () => {
    // At the end of March: A won, B lost.
    expect(odds('2024-03-31', 'Lead')).toBeCloseTo((1 + 10 * 0.5) / (2 + 10), 12);
    expect(stageOdds(whole, day('2024-02-29'), true)).toBeNull();
    expect(stageOdds({ ...whole, history: null }, day('2024-12-31'), true)).toBeNull();
  });

  it('are those of the pipeline: its own deals decide, and one without decided deals has none', () => {
    const deals = dealsOf(`id outcome closed_at  pipeline
                           A  won     2024-03-01 New
                           B  lost    2024-03-01 New
                           C  won     2024-03-01 Renewal
                           D  open    .          Other`);
    const history = historyOf(
      deals,
      'A Lead 2024-01-01\nB Lead 2024-01-01\nC Lead 2024-01-01\nA Offer 2024-02-01\nC Offer 2024-02-01',
    );
    const found = stageOdds({ population: deals.all(), history }, day('2024-12-31'), true);
    // Overall 2 of 3.
    expect(found?.at('New', 0)).toBeCloseTo((1 + 20 / 3) / 12, 12);
    expect(found?.at('Renewal', 0)).toBeCloseTo((1 + 20 / 3) / 11, 12);
    expect(found?.at('Other', 0)).toBeNaN();
    expect(found?.at('New', -1)).toBeNaN();
  });

  it('leave out the stages in which deals end', () => {
    const deals = dealsOf('id outcome closed_at\nA won 2024-03-01\nB lost 2024-03-01');
    const history = historyOf(deals, 'A Lead 2024-01-01\nA Kept 2024-03-01\nB Lead 2024-01-01\nB Gone 2024-03-01');
    const found = stageOdds({ population: deals.all(), history, closing: ['kept', 'Gone'] }, day('2024-12-31'), true);
    expect(found?.places.stages).toEqual(['Lead']);
  });
});

it('the funnel, the odds and the weighted pipeline mean the same by having reached a stage', () => {
  const question = questionOf(DEALS, { history: HISTORY });
  const stages = funnelOf(question)?.stages ?? [];
  expect(stages.map(({ stage }) => stage)).toEqual(['Lead', 'Demo', 'Offer']);
  stages.forEach(({ stage, entered, open }, at) => {
    // Won deals have passed every stage; lost ones stopped here or further on. Open ones are not decided.
    const lost = stages.slice(at).reduce((sum, one) => sum + one.lost, 0);
    const stillOpen = stages.slice(at).reduce((sum, one) => sum + one.open, 0);
    const won = entered - lost - stillOpen;
    expect(open).toBe(stage === 'Offer' ? 1 : 0);
    expect(odds('2024-12-31', stage)).toBeCloseTo((won + 10 * 0.5) / (won + lost + 10), 12);
  });
  const deals = dealsOf(`id outcome amount closed_at
                         A  won     1      2024-03-01
                         B  lost    1      2024-03-01
                         C  lost    1      2024-04-01
                         D  open    100    .
                         E  won     1      2024-05-01`);
  // D has moved back from Offer to Demo: the funnel has it at Offer, and so has the weight.
  const weighted = measure('weighted_pipeline', deals, { history: HISTORY });
  expect(weighted.value).toBeCloseTo(100 * odds('2024-12-31', 'Offer'), 9);
});
