import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

const table = async (report: Report, width = 120, detail: Detail = 'standard'): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width, detail }))].join('');

const points = (n: number) =>
  Array.from({ length: n }, (_, index) => {
    const start = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
    return {
      label: start,
      start,
      end: start,
      value: index,
      n: 1,
      bounds: null,
      partial: index === 0,
      interval: null,
      previous: null,
      byCurrency: null,
    };
  });
const of = (n: number) => {
  const series = { kpi: 'revenue_won', grain: 'day', undated: null, trend: null, trendReason: null };
  return { ...REPORT, series: [{ ...series, points: points(n) }] };
};

describe('the figures over time', () => {
  it('are a line of little columns with the lowest and the highest; a part of a period is neither', async () => {
    const text = await table(of(9));
    expect(text).toMatch(/Revenue won +·▁▂▃▄▅▆▇█ +1 – 8 +8\n/);
    expect(text).toContain('9 days, all shown');
    expect(text).toContain('· not the whole of its period');
  });

  it('are the newest forty points, and say how many there are', async () => {
    const text = await table(of(45));
    expect(text).toContain('the newest 40 of 45 days shown');
    expect(text).toContain('5 more: --detail full.');
    expect(text).toContain('5 – 44');
  });

  it('are points in a table where they are few, and in full', async () => {
    expect(await table(of(3))).toMatch(/2024-01-03 +2\n/);
    const full = await table(of(60), 120, 'full');
    expect(full).not.toContain('2024-01-10 ');
    expect(full).toContain('2024-01-11 ');
    expect(full).toContain('The newest 50 of 60 points; --format json has all.');
  });
});
