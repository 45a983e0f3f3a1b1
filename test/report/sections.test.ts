import { describe, expect, it } from 'vitest';
import type { SourceAccount } from '../../src/model/dataset.js';
import { closingNames } from '../../src/report/measure-request.js';
import { reportSchema } from '../../src/report/schema.js';
import { chosenSections, SECTIONS, type SectionChoice, timeSections } from '../../src/report/sections.js';
import { dealsOf, sixteenDeals } from '../support/deals.js';
import { questionOf } from '../support/question.js';

const ALL: SectionChoice = { sections: SECTIONS, grain: 'quarter' };
const { shape } = reportSchema;

describe('the sections of a report', () => {
  it('are all of them, or none where single KPIs are asked for, unless they are named', () => {
    expect(chosenSections(undefined, null)).toEqual(SECTIONS);
    expect(chosenSections(undefined, ['win_rate'])).toEqual([]);
    expect(chosenSections(['funnel'], ['win_rate'])).toEqual(['funnel']);
    expect(chosenSections([], null)).toEqual([]);
  });

  it('are what the contract says', () => {
    const sections = timeSections(questionOf(sixteenDeals()), null, ALL);
    expect(() => shape.series.parse(sections.series)).not.toThrow();
    expect(() => shape.cohorts.parse(sections.cohorts)).not.toThrow();
    expect(sections.series.map(({ kpi }) => kpi)).toContain('win_rate');
    expect(sections.cohorts?.rows).toEqual([
      { start: '2024-01-01', size: 2, retained: [1, 0.5, 0.5, 0] },
      // What lies after the snapshot is null, and every row is as long as the longest.
      { start: '2024-04-01', size: 3, retained: [1, 0, 0, null] },
    ]);
  });

  it('are empty where they are not asked for', () => {
    const sections = timeSections(questionOf(sixteenDeals()), null, { sections: [], grain: null });
    expect(sections).toEqual({ series: [], funnel: [], funnelExcluded: [], cohorts: null, found: null });
  });

  it('are the KPIs that are asked for', () => {
    const { series } = timeSections(questionOf(sixteenDeals()), ['avg_deal_size'], ALL);
    expect(series.map(({ kpi, grain }) => [kpi, grain])).toEqual([['avg_deal_size', 'quarter']]);
  });

  it('know the stages that the files call won or lost', () => {
    const deals = dealsOf(
      'outcome status stage\nopen o 1_Lead\nopen o 2_Offer\nwon w 3_Kept\nlost l 1_Lead\nlost l 4_Gone',
    );
    const stages = ['3 Kept', '4 Gone'].map((value) => {
      return { column: 'stage', value, rows: 1, outcome: value === '3 Kept' ? 'won' : 'lost', reason: 'known word' };
    });
    const closing = closingNames([{ stages } as unknown as SourceAccount]);
    const whole = { population: deals.all(), history: null, closing };
    const { funnel, funnelExcluded } = timeSections(questionOf(deals, { whole }), null, ALL);
    expect(funnel.map(({ stage, source }) => [stage, source])).toEqual([
      ['1 Lead', 'current_stage'],
      ['2 Offer', 'current_stage'],
    ]);
    expect(() => shape.funnel.parse(funnel)).not.toThrow();
    expect(funnelExcluded).toEqual([{ reason: 'stage_unknown', n: 1 }]);
  });
});
