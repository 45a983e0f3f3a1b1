import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

const table = async (report: Report, width = 120, detail: Detail = 'standard'): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width, detail }))].join('');

describe('the quality of the data', () => {
  it('list the worst rules first, the passed ones not at all, and says how many are not shown', async () => {
    const rules = [
      { id: 'deal.info', severity: 'info', violations: 99 },
      { id: 'deal.warn', severity: 'warn', violations: 50 },
      { id: 'deal.few', severity: 'error', violations: 1 },
      { id: 'deal.many', severity: 'error', violations: 7 },
      { id: 'deal.passed', severity: 'error', violations: 0 },
      { id: 'deal.a', severity: 'info', violations: 3 },
      { id: 'deal.b', severity: 'info', violations: 2 },
      { id: 'deal.c', severity: 'info', violations: 1 },
    ];
    const told = rules.map((rule) => ({ ...rule, title: rule.id, affects: [] }));
    const quality = { score: 1, strictScore: 1, records: 16, rules: told, notRun: [] };
    const text = await table({ ...REPORT, quality });
    const order = ['deal.many', 'deal.few', 'deal.warn', 'deal.info', 'deal.a'].map((id) => text.indexOf(id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
    expect(text).not.toContain('deal.passed');
    expect(text).not.toContain('deal.c');
    expect(text).toContain('1 more: kpi check.');
    expect(await table({ ...REPORT, quality }, 120, 'full')).toContain('deal.c');
  });

  it('says which figures a rule costs', async () => {
    expect(await table(REPORT)).toMatch(/1 +Won deals without an amount +error +Revenue won, Average deal size/);
  });
});
