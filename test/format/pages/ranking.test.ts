import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import type { KpiEntry } from '../../../src/report/schema.js';
import { kpiEntry, REPORT } from '../../support/documents.js';

const parts = (n: number): KpiEntry['ranking'] =>
  Array.from({ length: n }, (_, index) => ({ key: `P${index}`, n: 10 - index, amount: null, share: 0.1 }));
const entry = (id: string, ranking: KpiEntry['ranking']) =>
  kpiEntry({ id, title: id, unit: 'ratio', value: 0.5, n: 4, ranking });
const table = async (kpis: KpiEntry[], lang: 'en' | 'fa' = 'en'): Promise<string> =>
  [...(await renderReport({ ...REPORT, kpis }, 'table', { lang, color: false, width: 100 }))].join('');

describe('the rankings of a report', () => {
  it('are the reasons of loss, the largest customers and the quotas, five of each', async () => {
    const text = await table([
      entry('revenue_concentration', parts(5)),
      entry('lost_reason_coverage', parts(7)),
      entry('quota_attainment', parts(1)),
    ]);
    expect(text).toMatch(/Largest customers ─+\n +Customer +Deals +Share/);
    expect(text).toMatch(/Why deals were lost ─+\n +Reason +Deals +Share/);
    expect(text).toMatch(/Quotas ─+\n +Owner +Deals +Attained/);
    expect(text).toMatch(/P4 +6 +10\.0 %\n +2 more of 7: kpi explain [a-z_]+\./);
    expect(text).not.toContain('P5');
    expect(text.match(/ more of /g)).toHaveLength(1);
  });

  it('leave out others, and those that are empty', async () => {
    const text = await table([entry('stalled_deals', parts(3)), entry('lost_reason_coverage', [])]);
    expect(text).not.toMatch(/stalled ─|Why deals were lost/);
  });

  it('are in Persian too', async () => {
    expect(await table([entry('lost_reason_coverage', parts(6))], 'fa')).toMatch(
      /چرا معامله‌ها از دست رفتند[\s\S]*۱ مورد دیگر/,
    );
  });
});
