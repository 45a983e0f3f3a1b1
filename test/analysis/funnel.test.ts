import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Funnel, funnelOf } from '../../src/analysis/funnel.js';
import type { Question } from '../../src/kpi/measure.js';
import { day, dealsOf } from '../support/deals.js';
import { type QuestionOptions, questionOf } from '../support/question.js';
import { type Entry, historyOfEntries } from '../support/stage-entries.js';

const rows = (funnel: Funnel | null) =>
  funnel?.stages.map(({ stage, entered, advanced, lost, open }) => [stage, entered, advanced, lost, open]);
const times = (funnel: Funnel | null) =>
  funnel?.stages.map(({ stage, stays, medianDays, p75Days }) => [stage, stays, medianDays, p75Days]);

/* Six deals: D0 won by every stage; D1 lost at Demo; D2 skipped Demo, lost at Offer; D3 open at Demo; D4 went back from
   Offer to Demo and is open; D5 is open, and in no stage that is told. */
const SIX = `outcome created_at closed_at  amount
             won     2024-01-01 2024-03-01 100
             lost    2024-01-05 2024-02-05 40
             lost    2024-02-01 2024-04-01 70
             open    2024-02-10 .          50
             open    2024-03-01 .          60
             open    2024-03-02 .          .`;
const ENTRIES: readonly Entry[] = [
  [0, 'Lead', '2024-01-01'],
  [0, 'Demo', '2024-01-11'],
  [0, 'Offer', '2024-02-10'],
  [0, 'Won', '2024-03-01'],
  [1, 'Lead', '2024-01-05'],
  [1, 'Demo', '2024-01-25'],
  [2, 'Lead', '2024-02-01'],
  [2, 'Offer', '2024-02-21'],
  [2, 'Lost', '2024-04-01'],
  [3, 'Lead', '2024-02-10'],
  [3, 'Demo', '2024-02-15'],
  [4, 'Lead', '2024-03-01'],
  [4, 'Demo', '2024-03-06'],
  [4, 'Offer', '2024-03-10'],
  [4, 'Demo', '2024-03-20'],
];
/** The funnel where the files say that deals are won or lost in these stages. */
const funnel = (question: Question, closing: readonly string[]): Funnel | null =>
  funnelOf({ ...question, whole: { population: question.population, history: question.history ?? null, closing } });
const six = (options: QuestionOptions = {}): Funnel | null =>
  funnel(questionOf(dealsOf(SIX), { history: historyOfEntries(ENTRIES), ...options }), ['Won', 'Lost']);

describe('funnelOf, by the history of stages', () => {
  it('counts each deal once a stage; a skipped stage is passed, a step back is no loss', () => {
    expect(six()?.source).toBe('history');
    expect(rows(six())).toEqual([
      ['Lead', 5, 5, 0, 0],
      ['Demo', 5, 3, 1, 1],
      ['Offer', 3, 1, 1, 1],
    ]);
  });

  it('gives the rate of those that are decided, with Wilson’s interval, and the value lost at each stage', () => {
    const [, demo, offer] = six()?.stages ?? [];
    expect([demo?.rate, offer?.rate]).toEqual([3 / 4, 1 / 2]);
    // statsmodels.stats.proportion.proportion_confint(3, 4, method="wilson").
    expect(demo?.interval?.low).toBeCloseTo(0.3006, 4);
    expect(demo?.interval?.high).toBeCloseTo(0.9544, 4);
    expect([demo?.lostValue, offer?.lostValue]).toEqual([40, 70]);
    expect([[...(demo?.lostRows() ?? [])], [...(offer?.lostRows() ?? [])]]).toEqual([[1], [2]]);
  });

  it('measures the stays that have ended, those of one deal together', () => {
    expect(times(six())).toEqual([
      // 10, 20, 20, 5, 5.
      ['Lead', 5, 10, 20],
      // D0 30, D1 11 (to its closing); D3 and D4 are still there.
      ['Demo', 2, 20.5, 25.25],
      // D0 20, D2 40, D4 10.
      ['Offer', 3, 20, 30],
    ]);
  });

  it('says which deals it knows nothing of, and which lie in no period', () => {
    expect(six()?.excluded.map(({ reason, rows: left }) => [reason, [...left]])).toEqual([['stage_unknown', [5]]]);
  });

  it('is about the deals created in the asked period', () => {
    expect(rows(six({ period: '2024-02' }))).toEqual([
      ['Lead', 2, 2, 0, 0],
      ['Demo', 2, 1, 0, 1],
      ['Offer', 1, 0, 1, 0],
    ]);
  });

  it('counts the stage that a change leaves, where the first entry is not told', () => {
    const deals = dealsOf('outcome created_at closed_at\nlost 2024-01-01 2024-02-01\nopen 2024-01-01 .');
    const history = historyOfEntries([
      [0, 'Lost', '2024-02-01', 'Lead'],
      [1, 'Demo', '2024-01-05', 'Lead'],
    ]);
    expect(rows(funnel(questionOf(deals, { history }), ['Lost']))).toEqual([
      ['Lead', 2, 1, 1, 0],
      ['Demo', 1, 0, 0, 1],
    ]);
  });

  it('with a snapshot before the end of the data counts nothing that happened later', () => {
    /* On 2024-03-01: D0 won; D1 lost at Demo; D2, lost later, was open at Offer; D3 open at Demo; D4 open at Lead, whose
       later steps were not known; D5 was not created yet. Stays that had ended: at Lead D0 10 days, D1 20, D2 20, D3 5;
       at Demo D0 30, D1 11; at Offer D0 20. */
    const then = six({ asOf: day('2024-03-01') });
    expect(rows(then)).toEqual([
      ['Lead', 5, 4, 0, 1],
      ['Demo', 4, 2, 1, 1],
      ['Offer', 2, 1, 0, 1],
    ]);
    expect(times(then)?.map(([stage, stays, median]) => [stage, stays, median])).toEqual([
      ['Lead', 4, 15],
      ['Demo', 2, 20.5],
      ['Offer', 1, 20],
    ]);
    expect(then?.stages.map(({ lostValue }) => lostValue)).toEqual([null, 40, null]);
    // A file that ends on that day, with the outcomes of that day, says the same.
    const cut = `outcome created_at closed_at  amount
                 won     2024-01-01 2024-03-01 100
                 lost    2024-01-05 2024-02-05 40
                 open    2024-02-01 .          70
                 open    2024-02-10 .          50
                 open    2024-03-01 .          60`;
    const known = ENTRIES.filter(([, , entered]) => entered <= '2024-03-01');
    const asOf = day('2024-03-01');
    const question = questionOf(dealsOf(cut), { history: historyOfEntries(known), asOf, dataEnd: asOf });
    const withRows = (found: typeof then) =>
      found?.stages.map(({ lostRows, ...one }) => ({ ...one, rows: lostRows() }));
    expect(withRows(funnel(question, ['Won', 'Lost']))).toEqual(withRows(then));
  });

  it('leaves out deals closed on a day that nobody wrote down, where the snapshot is in the past', () => {
    const deals = dealsOf('outcome created_at closed_at\nwon 2024-01-01 .\nopen 2024-01-01 .');
    const history = historyOfEntries([
      [0, 'Lead', '2024-01-01'],
      [1, 'Lead', '2024-01-01'],
    ]);
    const found = funnel(questionOf(deals, { history, asOf: day('2024-02-01') }), []);
    expect(rows(found)).toEqual([['Lead', 1, 0, 0, 1]]);
    expect(found?.excluded.map(({ reason, rows }) => [reason, ...rows])).toEqual([['undated_closed', 0]]);
  });

  it('keeps pipelines apart, the larger first', () => {
    const deals = dealsOf('outcome pipeline\nlost B\nopen A\nwon A\nlost A');
    const history = historyOfEntries([
      [0, 'Intake', '2024-01-01'],
      [1, 'Lead', '2024-01-01'],
      [2, 'Lead', '2024-01-01'],
      [2, 'Offer', '2024-01-02'],
      [3, 'Offer', '2024-01-02'],
    ]);
    const stages = funnel(questionOf(deals, { history }), [])?.stages;
    expect(stages?.map(({ pipeline, stage, entered, lost }) => [pipeline, stage, entered, lost])).toEqual([
      ['A', 'Lead', 3, 0],
      ['A', 'Offer', 2, 1],
      ['B', 'Intake', 1, 1],
    ]);
  });
});

describe('funnelOf, by the stage that deals show now', () => {
  it('places open deals, and gives no rate where lost deals only show that they are lost', () => {
    const deals = dealsOf(`outcome stage
                           open    Prospecting
                           open    Prospecting
                           open    Engaging
                           won     Won
                           lost    Lost`);
    const found = funnel(questionOf(deals), ['Won', 'Lost']);
    expect(found?.source).toBe('current_stage');
    expect(rows(found)).toEqual([
      ['Prospecting', 4, 2, 0, 2],
      ['Engaging', 2, 1, 0, 1],
    ]);
    expect(found?.stages.map(({ rate, medianDays }) => [rate, medianDays])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(found?.excluded.map(({ reason }) => reason)).toEqual(['stage_unknown']);
  });

  it('gives rates where a status beside the stage shows where deals were lost', () => {
    const deals = dealsOf(`outcome status stage       probability
                           open    Open   Qualified   0.2
                           open    Open   Negotiation 0.8
                           lost    Lost   Qualified   .
                           lost    Lost   Negotiation .
                           won     Won    Negotiation .`);
    const found = funnel(questionOf(deals), ['Won', 'Lost']);
    expect(rows(found)).toEqual([
      ['Qualified', 5, 3, 1, 1],
      ['Negotiation', 3, 1, 1, 1],
    ]);
    expect(found?.stages.map(({ rate }) => rate)).toEqual([3 / 4, 1 / 2]);
  });

  it('finds closing stages that no word tells', () => {
    const deals = dealsOf('outcome stage\nopen 1_Lead\nopen 2_Offer\nwon 3_Kept\nlost 4_Gone\nlost 4_Gone');
    expect(rows(funnel(questionOf(deals), []))?.map(([stage]) => stage)).toEqual(['1 Lead', '2 Offer']);
  });

  it('gives no rate where a fifth or more of the lost deals show no stage', () => {
    const deals = dealsOf('outcome status stage\nopen Open Lead\nlost Lost Lead\nlost Lost .\nwon Won Offer');
    expect(funnel(questionOf(deals), [])?.stages.map(({ lost, rate }) => [lost, rate])).toEqual([
      [1, null],
      [0, null],
    ]);
  });

  it('is null for a day in the past of whose open deals one has closed since', () => {
    const deals = dealsOf(`outcome created_at closed_at  stage
                           open    2024-01-01 .          1_Lead
                           open    2024-01-01 .          2_Offer
                           won     2024-01-01 2024-03-01 3_Won`);
    const at = (asOf: string) => funnel(questionOf(deals, { asOf: day(asOf) }), ['3 Won']);
    expect(at('2024-02-29')).toBeNull();
    expect(rows(at('2024-03-01'))).toEqual([
      ['1 Lead', 3, 2, 0, 1],
      ['2 Offer', 2, 1, 0, 1],
    ]);
  });

  it('is null where nothing tells the order, and without stages', () => {
    expect(funnel(questionOf(dealsOf('outcome stage\nopen Alpha\nopen Beta')), [])).toBeNull();
    expect(funnel(questionOf(dealsOf('outcome\nopen')), [])).toBeNull();
  });
});

describe('every funnel', () => {
  it('accounts for each deal: entered = advanced + lost + open, and no stage has more than the one before', () => {
    const names = ['Lead', 'Demo', 'Offer', 'Won'];
    const deal = fc.record({
      outcome: fc.constantFrom('won', 'lost', 'open', 'excluded'),
      visits: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 10, max: 28 })), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 20 }), (all) => {
        const deals = dealsOf(`outcome closed_at\n${all.map(({ outcome }) => `${outcome} 2024-02-01`).join('\n')}`);
        const entries = all.flatMap(({ visits }, row) =>
          visits
            .sort((a, b) => a[1] - b[1])
            .map(([stage, date]): Entry => [row, names[stage] ?? '', `2024-01-${date}`]),
        );
        const found = funnel(questionOf(deals, { history: historyOfEntries(entries) }), ['Won']);
        let before = Number.POSITIVE_INFINITY;
        for (const { entered, advanced, lost, open, stays } of found?.stages ?? []) {
          expect(entered).toBe(advanced + lost + open);
          expect(entered).toBeLessThanOrEqual(before);
          expect(stays).toBeLessThanOrEqual(entered);
          before = entered;
        }
      }),
    );
  });
});
