import { describe, expect, it } from 'vitest';
import { type ByStage, byStage } from '../../../src/analysis/survival/by-stage.js';
import { dealDurations } from '../../../src/kpi/durations.js';
import { isoDay } from '../../../src/model/civil-day.js';
import { dealsOf, SIXTEEN_AS_OF } from '../../support/deals.js';
import { type QuestionOptions, questionOf } from '../../support/question.js';
import { type Entry, historyOfEntries } from '../../support/stage-entries.js';

const START = SIXTEEN_AS_OF - 100;
const on = (day: number): string => isoDay(START + day);

/*
 * All created 100 days before the snapshot, in the stage Lead. Twenty go to Demo on day 10 and are won on day 30; twenty
 * are lost on day 20 from Lead; ten go to Demo on day 10 and are open.
 */
const DEALS = dealsOf(
  [
    'id outcome created_at closed_at',
    ...Array.from({ length: 20 }, (_, i) => `W${i} won ${on(0)} ${on(30)}`),
    ...Array.from({ length: 20 }, (_, i) => `L${i} lost ${on(0)} ${on(20)}`),
    ...Array.from({ length: 10 }, (_, i) => `O${i} open ${on(0)} .`),
  ].join('\n'),
);
const ENTRIES: readonly Entry[] = Array.from({ length: 50 }, (_, deal): Entry[] => [
  [deal, 'Lead', on(0)],
  ...(deal >= 20 && deal < 40 ? [] : [[deal, 'Demo', on(10)] as Entry]),
  ...(deal < 20 ? [[deal, 'Won', on(30)] as Entry] : []),
]).flat();

function stagesOf(options: QuestionOptions = {}, entries = ENTRIES): ByStage | null {
  const history = historyOfEntries(entries);
  const question = questionOf(DEALS, { history, ...options });
  const whole = { population: question.population, history, closing: ['Won', 'Lost'] };
  return byStage({ ...question, whole }, dealDurations(question.population, question, null));
}

const points = (found: ByStage | null, stage: string) =>
  found?.odds
    .find((one) => one.stage === stage)
    ?.points.map(({ age, n, pWin, pLost, medianRest }) => [
      age,
      n,
      Number(pWin.toFixed(12)),
      Number(pLost.toFixed(12)),
      medianRest,
    ]);

describe('deals by the stage they are in', () => {
  it('come to be won as those did that were as long in it, wherever they were later', () => {
    // Of 50 in Lead twenty are won and twenty lost; of those longer than 10 days in it (twenty) all are lost.
    expect(points(stagesOf(), 'Lead')).toEqual([
      [0, 50, 0.4, 0.4, 30],
      [1, 50, 0.4, 0.4, 29],
      [3, 50, 0.4, 0.4, 27],
      [7, 50, 0.4, 0.4, 23],
      [14, 20, 0, 1, 6],
    ]);
    // Of thirty in Demo twenty are won after 20 days; of the ten longer in it nothing is said.
    const twoThirds = Number((2 / 3).toFixed(12));
    expect(points(stagesOf(), 'Demo')).toEqual([
      [0, 30, twoThirds, 0, 20],
      [3, 30, twoThirds, 0, 17],
      [7, 30, twoThirds, 0, 13],
      [14, 30, twoThirds, 0, 6],
    ]);
  });

  it('stay as long as Kaplan–Meier says: those that go on are not forgotten', () => {
    expect(stagesOf()?.times.map(({ stage, n, ended, median, p75 }) => [stage, n, ended, median, p75])).toEqual([
      ['Lead', 50, 50, 10, 20],
      ['Demo', 30, 20, 20, null],
    ]);
  });

  it('are told by what was known at a snapshot in the past', () => {
    // On day 15 nobody was won or lost, and thirty had been five days in Demo.
    const then = stagesOf({ asOf: START + 15, dataEnd: SIXTEEN_AS_OF });
    expect(then?.times.map(({ stage, n, ended }) => [stage, n, ended])).toEqual([
      ['Lead', 50, 30],
      ['Demo', 30, 0],
    ]);
    expect(points(then, 'Lead')).toEqual([]);
  });

  it('are not told without a history, nor by entries before nothing or after the closing', () => {
    expect(byStage(questionOf(DEALS), dealDurations(DEALS.all(), questionOf(DEALS), null))).toBeNull();
    const late = stagesOf({}, [
      [0, 'Lead', on(0)],
      [0, 'Demo', on(31)],
      [0, 'Demo', on(40)],
    ]);
    expect(late?.times.map(({ stage, n, ended, median }) => [stage, n, ended, median])).toEqual([['Lead', 1, 1, null]]);
  });

  it('are told for each pipeline', () => {
    const rows = Array.from({ length: 4 }, (_, i) => `D${i} won ${on(0)} ${on(30)} ${i < 3 ? 'North' : 'South'}`);
    const deals = dealsOf(['id outcome created_at closed_at pipeline', ...rows].join('\n'));
    const history = historyOfEntries(rows.map((_, deal): Entry => [deal, 'Lead', on(deal)]));
    const question = questionOf(deals, { history });
    const found = byStage(question, dealDurations(question.population, question, null));
    expect(found?.times.map(({ pipeline, n }) => [pipeline, n])).toEqual([
      ['North', 3],
      ['South', 1],
    ]);
  });
});
