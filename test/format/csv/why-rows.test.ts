import { describe, expect, it } from 'vitest';
import type { FigureRow } from '../../../src/format/csv/report-columns.js';
import { whyRows } from '../../../src/format/csv/why-rows.js';
import { REPORT } from '../../support/documents.js';
import { UGLY, WHY } from '../../support/why.js';

const rows = [...whyRows({ ...REPORT, why: WHY })];
const of = (figure: string, measure: string): FigureRow[] =>
  rows.filter((row) => row.kpi === figure && row.measure === measure);
const effects = (figure: string, measure: string) =>
  of(figure, measure).map(({ groups, value }) => [...(groups?.[0] ?? []), value]);

describe('rows of why figures changed', () => {
  it('have each change with its days', () => {
    expect(of('revenue_won', 'change')).toMatchObject([
      {
        ...{ section: 'why', title: 'Won value', start: '2024-04-01', end: '2024-06-30', unit: 'money' },
        ...{ currency: 'EUR', value: 45_000, previous: 60_000, change: -15_000, change_reason: 'no_test' },
      },
    ]);
    expect(of('win_rate', 'change')).toMatchObject([{ value: 0.2, previous: 0.26, significant: false }]);
  });

  it('have what each factor and movement was, and adds', () => {
    expect(effects('revenue_won', 'effect_by_factor')).toEqual([
      ['factor', 'deals_closed', -26_250],
      ['factor', 'win_rate', 0],
      ['factor', 'mean_amount', 11_250],
    ]);
    expect(of('revenue_won', 'factor').map(({ value, previous, unit }) => [previous, value, unit])).toEqual([
      [20, 10, 'count'],
      [0.5, 0.5, 'ratio'],
      [6000, 9000, 'money'],
    ]);
    expect(effects('mrr', 'effect_by_movement')).toEqual([
      ['movement', 'new', 60],
      ['movement', 'churned', -40],
    ]);
  });

  it('tell what is not named apart from an empty cell', () => {
    expect(effects('revenue_won', 'effect_by_group').slice(0, 2)).toEqual([
      ['owner', UGLY, -20_000],
      ['owner', '', 8000],
    ]);
    expect(of('revenue_won', 'effect_by_group_rest')).toMatchObject([{ value: -3000, n: 3 }]);
  });

  it('have mix and rate of every group, and their sum', () => {
    expect(effects('win_rate', 'effect_of_mix')).toEqual([
      ['regional_office', 'ENT', -0.0487],
      ['regional_office', 'SMB', -0.033],
    ]);
    expect(of('win_rate', 'effect_by_group')[1]?.value).toBeCloseTo(-0.018, 12);
    expect(of('win_rate', 'group')[0]).toMatchObject({ value: 0.1167, previous: 0.1, n: 60, previous_n: 20 });
  });

  it('are none where it was not asked for, and say why where there is nothing to tell', () => {
    expect([...whyRows({ ...REPORT, why: null })]).toEqual([]);
    const nothing = { reason: 'nothing_compared', changes: [], notes: [] };
    expect([...whyRows({ ...REPORT, why: nothing })]).toMatchObject([
      { measure: 'change', reason: 'nothing_compared' },
    ]);
  });

  it('call a change between two exports one', () => {
    const [first] = WHY.changes;
    if (first === undefined) throw new Error('nothing is told');
    const [row] = whyRows({ ...REPORT, why: { ...WHY, changes: [{ ...first, between: 'snapshots' }] } });
    expect(row?.measure).toBe('change_between_snapshots');
  });
});
