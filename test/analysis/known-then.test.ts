import { describe, expect, it } from 'vitest';
import { breakDown } from '../../src/analysis/breakdown.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { CategoryColumn } from '../../src/model/column.js';
import { categoryColumn } from '../../src/model/column.js';
import type { DealField } from '../../src/model/deals.js';
import { dealsOf } from '../support/deals.js';
import { historyOf } from '../support/history.js';
import { reportTexts } from '../support/load-texts.js';
import { type QuestionOptions, questionOf } from '../support/question.js';

/**
 * On 2024-03-31 A, B, C and D were open: A and B in Talk, C in Offer, D in Talk. Since then A was won, B was lost, and
 * D went on to Offer. E was closed before.
 */
const DEALS = dealsOf(`id stage owner outcome created_at closed_at  amount probability
                       A  Won   Ana   won     2024-01-01 2024-05-01 10     1
                       B  Lost  Ben   lost    2024-02-01 2024-06-01 20     0
                       C  Offer Ana   open    2024-02-01 .          30     0.5
                       D  Offer Ben   open    2024-03-01 .          40     0.5
                       E  Won   Ana   won     2024-01-01 2024-03-01 50     1`);
const HISTORY = historyOf(
  DEALS,
  `A Talk 2024-01-05
   A Offer 2024-04-05
   A Won 2024-05-01
   B Talk 2024-02-02
   B Lost 2024-06-01
   C Offer 2024-02-10
   D Talk 2024-03-02
   D Offer 2024-04-20
   E Talk 2024-01-01
   E Won 2024-03-01`,
);
const OUTCOME: CategoryColumn = categoryColumn(['won', 'lost', 'open', 'open', 'won']);

function by(field: DealField, ids: readonly string[], options: QuestionOptions = {}) {
  const column = field === 'outcome' ? OUTCOME : (DEALS.column(field) as CategoryColumn);
  const { groups, notes } = breakDown([{ name: field, field, column }], kpis, ids, questionOf(DEALS, options));
  const shown = groups.map(({ key, measured }) => {
    return [
      key[0] ?? '',
      measured.map(({ measurement: { value, ...more } }) => value ?? ('reason' in more ? more.reason : null)),
    ] as const;
  });
  return { groups: Object.fromEntries(shown), notes: notes.map(({ code }) => code) };
}

const THEN = { period: '2024-Q1', asOf: questionOf(DEALS).dataEnd };

describe('figures of the deals open at a snapshot in the past', () => {
  it('are by the stage of that day where the history tells it, the others by the stage of now', () => {
    expect(by('stage', ['open_deals', 'open_pipeline_value', 'won_deals'], { ...THEN, history: HISTORY })).toEqual({
      // Talk: A, B and D, of which the file has nobody there now; in Won and Lost nobody was open. Money: 10 + 20 + 40.
      groups: {
        Talk: ['no_deals', 3, 70],
        Offer: [0, 1, 30],
        Won: [1, 0, 0],
        Lost: [0, 0, 0],
      },
      notes: ['stages_as_of_snapshot'],
    });
  });

  it('are null where no history tells the stage, or it tells of fewer than four in five', () => {
    const none = 'overwritten_at_closing';
    const known = historyOf(DEALS, 'A Talk 2024-01-05\nB Talk 2024-02-02\nC Offer 2024-02-10');
    for (const history of [null, known]) {
      expect(by('stage', ['open_deals', 'won_deals'], { ...THEN, history })).toEqual({
        groups: { Won: [1, none], Offer: [0, none], Lost: [0, none] },
        notes: [],
      });
    }
  });

  it('are of the outcome open, which all of them had', () => {
    expect(by('outcome', ['open_deals'], THEN)).toEqual({
      groups: { open: [4], won: [0], lost: [0] },
      notes: ['outcomes_as_of_snapshot'],
    });
  });

  it('by owner say that the owners are those of now', () => {
    expect(by('owner', ['open_deals'], THEN)).toEqual({
      groups: { Ana: [2], Ben: [2] },
      notes: ['owners_as_of_now'],
    });
    expect(by('owner', ['won_deals'], THEN).notes).toEqual([]);
    expect(by('owner', ['open_deals']).notes).toEqual([]);
  });

  it('at the snapshot of now are by what the file says', () => {
    expect(by('stage', ['open_deals'], { history: HISTORY })).toEqual({
      groups: { Offer: [2], Won: [0], Lost: [0] },
      notes: [],
    });
  });
});

it('knows the stage, the probability and the reason of loss by the headers of the file', async () => {
  const file = `Deal,Sales Stage,Chance,Created,Closed,Amount,Status
A,Closed Won,100%,2024-01-01,2024-05-01,10,Won
B,Closed Lost,0%,2024-02-01,2024-06-01,20,Lost
C,Offer,50%,2024-02-01,,30,Open
D,Offer,40%,2024-03-01,,40,Open
`;
  const report = await reportTexts(
    { 'deals.csv': file },
    {
      mapping: {
        stage: 'Sales Stage',
        probability: 'Chance',
        created_at: 'Created',
        closed_at: 'Closed',
        status: 'Status',
      },
      by: ['Sales Stage', 'Chance', 'stage', 'probability', 'Status'],
      period: '2024-Q1',
    },
  );
  expect(report.breakdowns).toHaveLength(5);
  for (const { groups } of report.breakdowns) {
    for (const { kpis } of groups) {
      expect(kpis.find(({ id }) => id === 'open_deals')?.reason).toBe('overwritten_at_closing');
    }
  }
});

it('gives the bounds of a rate in doubt in each group and in each point of a series', async () => {
  // In North 1 won, 1 lost and 1 of unknown outcome: between 1/3 and 2/3. In South nothing is in doubt.
  const file = `Deal,Status,Region,Created,Closed
A,Won,North,2024-01-02,2024-01-20
B,Lost,North,2024-01-03,2024-01-21
C,Closed,North,2024-01-04,2024-01-21
D,Won,South,2024-02-01,2024-02-20
E,Lost,South,2024-02-02,2024-02-21
`;
  const report = await reportTexts({ 'deals.csv': file }, { by: ['Region'] });
  const doubt = { low: 1 / 3, high: 2 / 3 };
  const ofGroups = report.breakdowns[0]?.groups.map(({ key, kpis }) => [
    key[0],
    kpis.find(({ id }) => id === 'win_rate')?.bounds,
  ]);
  expect(Object.fromEntries(ofGroups ?? [])).toEqual({ North: doubt, South: null });
  const points = report.series.find(({ kpi }) => kpi === 'win_rate')?.points;
  expect(points?.map(({ bounds }) => bounds).filter((one) => one !== null)).toEqual([doubt]);
});
