import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Report } from '../../../../src/report/schema.js';
import { kpiEntry, QUARTER_REPORT, REPORT } from '../../../support/documents.js';

const table = async (report: Report, width = 120, detail: Detail = 'standard'): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width, detail }))].join('');

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('the figures of a report', () => {
  it('name every KPI of the document, those without a value by the kind of reason', async () => {
    const text = flat(await table(REPORT));
    for (const { title } of REPORT.kpis) expect(text).toContain(title);
    expect(text).toContain('Not computed (2). Not in the files: Lead conversion rate (leads).');
    expect(flat(await table(REPORT, 120, 'full'))).toContain('Lead conversion rate (no leads given)');
  });

  it('count KPIs of one reason where they are many, and name all in full', async () => {
    const kpis = Array.from({ length: 5 }, (_, at) =>
      kpiEntry({ id: `k${at}`, title: `Figure ${at}`, unit: 'money', value: null, n: 0, reason: 'no_subscriptions' }),
    );
    expect(await table({ ...REPORT, kpis })).toContain(
      'Not computed (5). Not in the files: 5 figures (subscriptions).',
    );
    expect(flat(await table({ ...REPORT, kpis }, 120, 'full'))).toContain(
      'Figure 0, Figure 1, Figure 2, Figure 3, Figure 4 (',
    );
  });

  it('name the column that could be a missing field once', async () => {
    const notes = [{ code: 'could_be', args: {}, message: '"arr" could be it (--map amount="arr")' }];
    const missing = { value: null, n: 0, reason: 'missing_field:amount', notes };
    const kpis = [
      kpiEntry({ id: 'revenue_won', title: 'Won value', unit: 'money', ...missing }),
      kpiEntry({ id: 'avg_deal_size', title: 'Average deal size', unit: 'money', ...missing }),
    ];
    const text = (await table({ ...REPORT, kpis }, 200)).replace(/\s+/g, ' ');
    expect(text.match(/"arr" could be it/g)).toHaveLength(1);
    expect(text).toContain('Won value, Average deal size (the amount; "arr" could be it (--map amount="arr"))');
  });

  it('have a line per currency where amounts cannot be added', async () => {
    const text = await table(QUARTER_REPORT);
    expect(text).toMatch(/Average deal size · EUR +4,500/);
    expect(text).toMatch(/Average deal size · USD +9,000/);
  });

  it('have columns for comparison and target only when there is something in them', async () => {
    expect(await table(REPORT)).not.toMatch(/Before|Change +|Target/);
    expect(await table(QUARTER_REPORT)).toMatch(/Change +Chance\? .*Target/);
  });

  it('name the level of an interval that is not the usual one', async () => {
    const interval = { low: 0.2, high: 0.4, level: 0.9, method: 'wilson' };
    const kpis = [kpiEntry({ id: 'win_rate', title: 'Win rate', unit: 'ratio', value: 0.3, n: 40, interval })];
    expect(await table({ ...REPORT, kpis })).toContain('20.0–40.0 % (90 %)');
  });

  it('are six in brief, what was won first, and every one of the others is counted', async () => {
    const text = await table(REPORT, 120, 'brief');
    const titles = ['Revenue won', 'Won deals', 'Win rate', 'Average deal size', 'Sales cycle'];
    const places = titles.map((title) => text.indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    const valued = REPORT.kpis.filter(({ value }) => value !== null).length;
    expect(flat(text)).toContain(`${valued - 6} more figures, everything over time, breakdowns`);
    expect(flat(text)).toContain('Not computed: 2.');
  });

  it('have no change of what goes on from where it stood, and tell few by number', async () => {
    const change = { absolute: -1, relative: -1, significant: null, pValue: null, interval: null, likeForLike: null };
    const of = (id: string, reason: string) =>
      kpiEntry({
        id,
        title: id,
        unit: 'count',
        value: 0,
        n: 0,
        previous: { value: 1, n: 1, reason: null },
        change: { ...change, reason },
      });
    const text = await table({ ...REPORT, kpis: [of('few', 'no_test'), of('to_date', 'cumulative')] });
    expect(text).toMatch(/few +0 +1 +▼ −1\n/);
    expect(text).toMatch(/to_date +0 +1\n/);
  });
});
