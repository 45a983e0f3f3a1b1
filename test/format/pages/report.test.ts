import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import type { Report } from '../../../src/report/schema.js';
import { breakdownOf, EMPTY_REPORT, kpiEntry, NO_FIGURE, QUARTER_REPORT, REPORT } from '../../support/documents.js';

const table = async (report: Report, width = 120): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width }))].join('');

describe('the page of a report', () => {
  it('says what was read, what was left out and why, before any number', async () => {
    const lines = (await table(REPORT)).replace(/═+\n/, '').split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'Sales KPIs',
      '16 records from hubspot.csv (deals, hubspot) · 5 rows left out: 1 blank, 4 footer',
      'As of 31 Dec 2024 · Period: all data · Currency: USD',
    ]);
  });

  it('names every KPI of the document, and the reason of each that has no value', async () => {
    const text = await table(REPORT);
    for (const { title } of REPORT.kpis) expect(text).toContain(title);
    expect(text).toMatch(/Lead conversion rate +n\/a: no leads given/);
  });

  it('names the column that could be a missing field once, at the first KPI that lacks it', async () => {
    const notes = [{ code: 'could_be', args: {}, message: '"arr" could be it (--map amount="arr")' }];
    const missing = { value: null, n: 0, reason: 'missing_field:amount', notes };
    const kpis = [
      kpiEntry({ id: 'revenue_won', title: 'Won value', unit: 'money', ...missing }),
      kpiEntry({ id: 'avg_deal_size', title: 'Average deal size', unit: 'money', ...missing }),
    ];
    const text = (await table({ ...REPORT, kpis }, 200)).replace(/\s+/g, ' ');
    expect(text.match(/"arr" could be it/g)).toHaveLength(1);
    expect(text).toMatch(/Won value n\/a: .*--map amount="arr"/);
    expect(text).toMatch(/Average deal size n\/a: the file has no column for the amount(?!;)/);
  });

  it('has a line per currency where amounts cannot be added', async () => {
    const text = await table(QUARTER_REPORT);
    expect(text).toMatch(/Average deal size · EUR +4,500 EUR/);
    expect(text).toMatch(/Average deal size · USD +9,000 USD/);
  });

  it('has columns for comparison and target only when there is something in them', async () => {
    expect(await table(REPORT)).not.toMatch(/Previous|Change|Target/);
    expect(await table(QUARTER_REPORT)).toMatch(/Previous +Change +Target/);
  });

  it('names the level of an interval that is not the usual one', async () => {
    const interval = { low: 0.2, high: 0.4, level: 0.9, method: 'wilson' };
    const kpis = [kpiEntry({ id: 'win_rate', title: 'Win rate', unit: 'ratio', value: 0.3, n: 40, interval })];
    expect(await table({ ...REPORT, kpis })).toContain('20.0–40.0 % (90 %)');
  });

  it('says several currencies where there is no single one', async () => {
    const text = await table({ ...REPORT, currency: null, currencies: ['EUR', 'USD'] });
    expect(text).toContain('Currency: EUR, USD (several, not added up)');
  });

  it('marks groups of fewer than twenty closed deals, and no others', async () => {
    const [breakdown] = REPORT.breakdowns;
    const [group] = breakdown?.groups ?? [];
    if (breakdown === undefined || group === undefined) throw new Error('the sample has no group');
    const closed = (count: number, key: string) => ({
      ...group,
      key: [key],
      kpis: group.kpis.map((kpi) => (kpi.id === 'win_rate' ? { ...kpi, n: count, denominator: count } : kpi)),
    });
    const groups = [closed(19, 'Small'), closed(20, 'Large')];
    const text = await table({ ...REPORT, breakdowns: [breakdownOf('source', groups)] });
    expect(text).toMatch(/Small † /);
    expect(text).not.toMatch(/Large †/);
    expect(text).toContain('† fewer than 20 closed deals');
  });

  it('names the group of empty cells', async () => {
    expect(await table(EMPTY_REPORT)).toContain('(empty)');
  });

  it('shows six KPIs per group and says how many more there are', async () => {
    const kpis = Array.from({ length: 9 }, (_, index) => ({ ...NO_FIGURE, value: 1, n: 1, id: `kpi_${index}` }));
    const text = await table({
      ...REPORT,
      breakdowns: [breakdownOf('x', [{ key: ['a'], records: 30, n: 30, kpis }])],
    });
    expect(text).toContain('3 more KPIs per group: --format json.');
    expect(text).toContain('kpi_5');
    expect(text).not.toContain('kpi_6');
  });

  it('names the KPIs that a note is about, and counts them where they are more than a list that is read', async () => {
    const note = {
      code: 'data_begins',
      args: { of: 'closed', day: '2024-03-02' },
      message: 'closings begin on 2024-03-02',
    };
    const of = (n: number) =>
      REPORT.kpis.slice(0, 1).flatMap((entry) =>
        Array.from({ length: n }, (_, at) => ({
          ...entry,
          title: `KPI ${at}`,
          excluded: [],
          bounds: null,
          notes: [note],
        })),
      );
    expect(await table({ ...REPORT, kpis: of(2) })).toContain('KPI 0, KPI 1: closings begin on 2024-03-02');
    expect(await table({ ...REPORT, kpis: of(7) })).toContain('7 KPIs: closings begin on 2024-03-02');
  });

  it('shows the twelve newest points of a series', async () => {
    const points = Array.from({ length: 14 }, (_, index) => `2024-01-${String(index + 1).padStart(2, '0')}`).map(
      (start, index) => ({
        label: start,
        start,
        end: start,
        value: index,
        n: 1,
        bounds: null,
        partial: false,
        byCurrency: null,
      }),
    );
    const series = [{ kpi: 'revenue_won', grain: 'day', points, undated: null, trend: null, trendReason: null }];
    const text = await table({ ...REPORT, series });
    expect(text).not.toContain('2024-01-02');
    expect(text).toContain('2024-01-03');
    expect(text).toContain('2024-01-14');
  });

  it('lists the worst rules first, the passed ones not at all, and says how many are not shown', async () => {
    const rules = [
      { id: 'deal.info', severity: 'info', violations: 99 },
      { id: 'deal.warn', severity: 'warn', violations: 50 },
      { id: 'deal.few', severity: 'error', violations: 1 },
      { id: 'deal.many', severity: 'error', violations: 7 },
      { id: 'deal.passed', severity: 'error', violations: 0 },
      { id: 'deal.a', severity: 'info', violations: 3 },
      { id: 'deal.b', severity: 'info', violations: 2 },
    ];
    const text = await table({ ...REPORT, quality: { score: 1, strictScore: 1, records: 16, rules, notRun: [] } });
    const order = ['deal.many', 'deal.few', 'deal.warn', 'deal.info', 'deal.a'].map((id) => text.indexOf(id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
    expect(text).not.toContain('deal.passed');
    expect(text).toContain('1 more rule is violated: kpi check shows all.');
  });

  it('says the same exclusion once, with every KPI it concerns', async () => {
    const text = await table(REPORT, 200);
    expect(text.match(/1 without an amount: left out of/g)).toHaveLength(1);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '1 without an amount: left out of Win rate by value, Revenue won, Average deal size, Open pipeline, Historic customer value',
    );
  });

  it('ends with commands that can be typed as they stand', async () => {
    const source = REPORT.sources.map((some) => ({ ...some, file: "my 'deals'.csv" }));
    const lines = (await table({ ...REPORT, sources: source })).trimEnd().split('\n').slice(-3);
    expect(lines.map((line) => line.slice(line.indexOf('kpi ')))).toEqual([
      "kpi check 'my '\\''deals'\\''.csv'",
      "kpi explain win_rate 'my '\\''deals'\\''.csv'",
      "kpi inspect 'my '\\''deals'\\''.csv'",
    ]);
  });
});
