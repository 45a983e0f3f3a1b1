import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

const table = async (report: Report, width = 120, detail: Detail = 'standard'): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width, detail }))].join('');

const [SAMPLE] = REPORT.insights;
if (SAMPLE === undefined) throw new Error('an insight');
const many = (n: number) => Array.from({ length: n }, (_, at) => ({ ...SAMPLE, title: `Finding ${at}.` }));

describe('what stands out', () => {
  it('is four findings, three in brief and all in full, and says how many more there are', async () => {
    const report = { ...REPORT, insights: many(6), insightsLeftOut: 2 };
    const shown = async (detail: Detail) => (await table(report, 120, detail)).match(/Finding \d/g)?.length;
    expect([await shown('brief'), await shown('standard'), await shown('full')]).toEqual([3, 4, 6]);
    expect(await table(report)).toContain('2 more: --detail full.');
    expect(await table(report, 120, 'full')).toContain('2 more: --max-insights 0.');
  });

  it('never leaves out that groups which were asked about do not differ', async () => {
    const alike = { ...SAMPLE, id: 'win_rates_alike', severity: 'info', title: 'Alike.' };
    const report = { ...REPORT, insights: [...many(6), alike] };
    expect(await table(report)).toMatch(/Finding 3[\s\S]*= Alike\.[\s\S]*2 more: --detail full\./);
    expect(await table(report, 120, 'brief')).not.toContain('Alike.');
  });
});
