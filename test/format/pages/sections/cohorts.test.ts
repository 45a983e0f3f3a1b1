import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../../src/format/render.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

const table = async (report: Report): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width: 120 }))].join('');

describe('the cohorts', () => {
  it('are the twelve newest, and say when the last period is not over', async () => {
    const rows = Array.from({ length: 14 }, (_, index) => {
      return { label: `20${String(10 + index)}`, start: `20${String(10 + index)}-01-01`, size: 5, retained: [1] };
    });
    const cohorts = { grain: 'year', partial: true, excluded: [], rows };
    const text = await table({ ...REPORT, cohorts });
    expect(text).not.toContain(' 2011 ');
    expect(text).toContain(' 2012 ');
    expect(text).toContain('‡ the last share of each row is about a period that is not over');
    expect(await table({ ...REPORT, cohorts: { ...cohorts, partial: false } })).not.toContain('last share');
  });
});
