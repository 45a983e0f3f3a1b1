import { describe, expect, it } from 'vitest';
import { missedNote, missedTargets, requireTargets } from '../../src/cli/targets.js';
import { UserError } from '../../src/errors/user-error.js';
import type { Report } from '../../src/report/schema.js';
import { kpiEntry } from '../support/documents.js';
import { figure, kpi, reportOf } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const TEN = { min: 10, max: null, asked: { min: 10, max: null }, per: null, pacing: null };
const entry = (value: number | null, met: boolean | null, unit = 'ratio') =>
  kpiEntry({
    id: 'win_rate',
    title: 'Win rate',
    unit,
    value,
    n: 5,
    reason: value === null ? 'no_closed_deals' : null,
    target: { min: 0.25, max: 0.75, met, asked: { min: 0.25, max: 0.75 }, per: null, pacing: null },
  });

describe('--enforce-targets', () => {
  it('exits 1 when a KPI is outside its target, says which, and prints the report all the same', () => {
    place.put('missed.yaml', 'targets: { win_rate: { min: 0.7 }, won_deals: { min: 3 }, sales_cycle: { max: 10 } }');
    const run = kpi(['report', 'deals.csv', '--config', 'missed.yaml', '--enforce-targets'], { cwd: place.path });
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('Win rate');
    expect(run.stderr).toContain('failed: win_rate is 60.0 %, its target at least 70.0 %\n');
    // Closed after 30, 60 and 60 days.
    expect(run.stderr).toContain('failed: sales_cycle is 50 days, its target at most 10 days\n');
    expect(run.stderr).not.toContain('won_deals');
  });

  it('exits 0 when all are met, and without the option whatever they are', () => {
    place.put('met.yaml', 'targets: { win_rate: { min: 0.6, max: 0.6 } }');
    const options = { cwd: place.path };
    expect(kpi(['report', 'deals.csv', '--config', 'met.yaml', '--enforce-targets'], options).status).toBe(0);
    place.put('missed.yaml', 'targets: { win_rate: { min: 0.7 } }');
    expect(kpi(['report', 'deals.csv', '--config', 'missed.yaml'], options).status).toBe(0);
    const { kpis } = reportOf(['deals.csv', '--config', 'missed.yaml'], options);
    expect(figure(kpis, 'win_rate').target).toMatchObject({ min: 0.7, max: null, met: false, per: null, pacing: null });
  });

  it('fails where a KPI with a target has no value, and says why', () => {
    place.put('none.yaml', 'targets: { lead_conversion_rate: { min: 0.1 } }');
    const run = kpi(['report', 'deals.csv', '--config', 'none.yaml', '--enforce-targets'], { cwd: place.path });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('failed: lead_conversion_rate is n/a (no leads given), its target at least 10.0 %');
  });

  it('refuses to enforce nothing before a file is read', () => {
    place.put('none.yaml', 'targets: { win_rate: { min: 0.1 } }');
    const args = ['report', 'missing.csv', '--enforce-targets'];
    const run = kpi([...args, '--config', 'none.yaml', '--kpi', 'won_deals'], { cwd: place.path });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('no KPI of this report has a target');
    expect(kpi(args, { cwd: place.path }).status).toBe(2);
  });

  it('misses what is not met, and what nobody knows', () => {
    expect(missedTargets([entry(0.5, true), entry(0.1, false), entry(null, null)])).toHaveLength(2);
    expect(missedTargets([kpiEntry({ id: 'x', title: 'X', unit: 'count', value: 1, n: 1 })])).toEqual([]);
  });

  it('says both limits, and in Persian too', () => {
    expect(missedNote(entry(0.1, false), null)).toEqual({
      en: 'failed: win_rate is 10.0 %, its target at least 25.0 % and at most 75.0 %',
      fa: 'مردود: win_rate برابر ۱۰٫۰٪ است، هدف دست‌کم ۲۵٫۰٪ و حداکثر ۷۵٫۰٪',
    });
    expect(missedNote({ ...entry(7, false, 'money'), target: { ...TEN, met: false } }, 'EUR').en).toBe(
      'failed: win_rate is 7 EUR, its target at least 10 EUR',
    );
  });

  it('needs a target among the KPIs asked for', () => {
    const targets = { win_rate: { min: 0.1 } };
    expect(() => requireTargets({ today: 0, targets })).not.toThrow();
    expect(() => requireTargets({ today: 0, targets, kpis: ['won_deals'] })).toThrow(UserError);
    expect(() => requireTargets({ today: 0 })).toThrow(UserError);
  });
});

describe('quotas, margin and rates of the config', () => {
  it('reach the figures', () => {
    place.put('money.yaml', 'quotas: { sara: 2000 }\nclv: { margin: 0.5 }\ncurrency: USD\nrates: { EUR: 1.1 }\n');
    const document = reportOf(['deals.csv', '--config', 'money.yaml'], { cwd: place.path });
    expect(document.currency).toBe('USD');
    // 1,000 EUR of Sara.
    expect(figure(document.kpis, 'quota_attainment').value).toBeCloseTo(0.55, 12);
    // 1,000 and 3,000 EUR.
    expect(figure(document.kpis, 'revenue_won').value).toBeCloseTo(4400, 9);
  });

  it('rates may stand in a file beside the config', () => {
    place.put('rates.csv', 'date,currency,rate\n2025-01-01,EUR,1.0\n2025-04-01,EUR,2.0\n');
    place.put('dated.yaml', 'currency: USD\nrates: rates.csv\n');
    const run = kpi(['report', 'deals.csv', '--config', 'dated.yaml', '--kpi', 'revenue_won', '--format', 'json'], {
      cwd: place.path,
    });
    expect(figure((JSON.parse(run.stdout) as Report).kpis, 'revenue_won').value).toBeCloseTo(7000, 9);
    expect(run.stderr).toContain('converted to USD at the rates given: EUR 1–2.');
  });

  it('rates without a currency to convert to are refused', () => {
    place.put('lost.yaml', 'rates: { EUR: 1.1 }\n');
    const run = kpi(['report', 'deals.csv', '--config', 'lost.yaml'], { cwd: place.path });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('not the currency they convert to');
  });
});
