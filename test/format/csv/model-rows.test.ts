import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import { type Report, reportSchema } from '../../../src/report/schema.js';
import { REPORT } from '../../support/documents.js';
import { FORECAST, LIFETIME, SURVIVAL } from '../../support/predictions.js';

type Row = Readonly<Record<string, string>>;

const ALL: Report = { ...REPORT, survival: SURVIVAL, lifetime: LIFETIME, forecast: FORECAST };

async function rowsOf(report: Report): Promise<Row[]> {
  const text = [...(await renderReport(report, 'csv', { lang: 'en', color: false, width: 80 }))].join('');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** The filled cells of some columns, of the rows of a measure. */
const cells = (rows: readonly Row[], section: string, measure: string, ...columns: readonly string[]) =>
  rows
    .filter((row) => row['section'] === section && row['measure'] === measure)
    .map((row) => columns.map((column) => row[column] ?? '').filter((cell) => cell !== ''));

const GROUPS = ['by', 'group', 'by_2', 'group_2', 'by_3', 'group_3', 'value'];

describe('rows of what rests on models', () => {
  it('are of documents that the contract knows', () => {
    expect(() => reportSchema.parse(ALL)).not.toThrow();
  });

  it('are none where the sections were not asked for', async () => {
    const rows = await rowsOf(REPORT);
    expect(rows.filter(({ section }) => ['survival', 'lifetime', 'forecast'].includes(section ?? ''))).toEqual([]);
    expect(rows[0]).not.toHaveProperty('by_3');
  });

  it('have every figure of a survival curve, with groups, ages and stages', async () => {
    const rows = await rowsOf(ALL);
    const of = (measure: string, ...columns: string[]) => cells(rows, 'survival', measure, ...columns);
    expect(of('deals', 'value')).toEqual([['100']]);
    expect(of('left_out', 'group', 'value')).toEqual([['undated_created', '3']]);
    expect(of('eventual_win_rate', 'group', 'value', 'low', 'high', 'reason')).toEqual([
      ['0.5', '0.4', '0.6'],
      ["'=cmd()|<b>`Ana`", '0.6', '0.47', '0.72'],
      ['no_won_deals'],
    ]);
    expect([...of('still_open', 'value'), ...of('reach', 'value')]).toEqual([['0.125'], ['180']]);
    expect(of('open_by_day', ...GROUPS)).toEqual([
      ['day', '0', '1'],
      ['day', '90', '0.25'],
      ['owner', "'=cmd()|<b>`Ana`", 'day', '90', '0.125'],
    ]);
    expect(of('log_rank', 'by', 'value', 'p_value')).toEqual([['owner', '6.25', '0.0124']]);
    expect(of('win_from_age', ...GROUPS)).toEqual([
      ['age', '0', '0.5'],
      ['stage', 'Demo', 'pipeline', 'North', 'age', '30', '0.25'],
    ]);
    expect(of('stage_median', 'group', 'value', 'low', 'high')).toEqual([['Demo', '12', '9', '16']]);
  });

  it('have the models of lifetime values, how well they fit, and the customers', async () => {
    const rows = await rowsOf(ALL);
    const of = (measure: string, ...columns: string[]) => cells(rows, 'lifetime', measure, ...columns);
    expect(of('bg_nbd', 'group', 'value')).toEqual([
      ['r', '0.25'],
      ['alpha', '4.5'],
      ['a', '0.8'],
      ['b', '2.5'],
    ]);
    expect(of('gamma_gamma_log_likelihood', 'value')).toEqual([['-300.25']]);
    expect(of('customers_expected', 'group', 'value')).toEqual([
      ['0', '49.5'],
      ['7+', '2.5'],
    ]);
    expect(of('held_out_actual', 'group', 'value', 'n')).toEqual([['0', '0.5', '45']]);
    expect(of('mean_value', 'value', 'currency', 'low', 'high')).toEqual([['2500', 'EUR', '2000', '3000']]);
    expect(of('expected_value', 'group', 'value')).toEqual([
      ['Bigcorp', '25000'],
      ["'=cmd()|<script>`x`", '25000'],
    ]);
    expect(of('p_alive', 'group', 'value')).toEqual([['Bigcorp', '0.75'], ["'=cmd()|<script>`x`"]]);
    expect(of('at_risk_expected_value', 'group', 'value')).toEqual([['Fading Ltd', '5000']]);
  });

  it('have the months of a forecast apart from their sum, and its record', async () => {
    const rows = await rowsOf(ALL);
    const of = (measure: string, ...columns: string[]) => cells(rows, 'forecast', measure, ...columns);
    expect(of('expected', 'period', 'value', 'low', 'high')).toEqual([
      ['2025-07', '400', '200', '650'],
      ['2025-08', '500', '250', '800'],
    ]);
    expect(of('total_expected', 'start', 'end', 'value')).toEqual([['2025-07-01', '2025-08-31', '900']]);
    const sum = (measure: string) => of(measure, 'value').reduce((all, [value]) => all + Number(value), 0);
    expect(sum('pipeline') + sum('new_business') + sum('won_so_far')).toBe(sum('total_expected'));
    expect(of('group_expected', 'group', 'value', 'target_min', 'reached')).toEqual([
      ["'=cmd()|<b>`Ana`", '600', '1000', '0.6'],
      ['300'],
    ]);
    expect(of('pacing_probability', 'kpi', 'value', 'target_min')).toEqual([
      ['revenue_won', '0.125', '2000'],
      ['1000'],
    ]);
    expect(of('pacing_expected', 'group', 'reason')).toEqual([[], ['Ana Novak', 'no_open_deals']]);
    expect(of('stage_win_probability', 'group', 'group_2', 'value')).toEqual([['Demo', 'North', '0.5']]);
    expect(of('past_mean_of_three', 'period', 'value')).toEqual([['2025-05', '360']]);
    expect(of('wape', 'group', 'value', 'n')).toEqual([
      ['model', '0.2', '18'],
      ['mean_of_three', '0.3', '18'],
    ]);
    expect(of('calibration_won', 'group', 'value', 'n')).toEqual([['0.4-0.6', '0.48', '50']]);
    expect(of('crm_brier', 'value')).toEqual([['0.25']]);
  });

  it('say why there is nothing', async () => {
    const rows = await rowsOf({ ...ALL, forecast: { ...FORECAST, months: [], total: null, reason: 'no_open_deals' } });
    expect(cells(rows, 'forecast', 'expected', 'value', 'reason')).toEqual([['no_open_deals']]);
  });
});
