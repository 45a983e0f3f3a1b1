import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../../src/format/render.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

const table = async (report: Report): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width: 120 }))].join('');

const [STAGE] = REPORT.funnel;
if (STAGE === undefined) throw new Error('a stage');

describe('the funnel', () => {
  it('leaves out rates and stays that nobody knows, and says what it was read from', async () => {
    const now = {
      ...STAGE,
      rate: null,
      interval: null,
      stays: 0,
      medianDays: null,
      p75Days: null,
      source: 'current_stage',
    };
    const text = await table({ ...REPORT, funnel: [now] });
    expect(text).toContain('From the stage that each deal shows now, the weakest form');
    expect(text).toMatch(/Stage +Entered +Advanced +Lost here +Open\n/);
    expect(await table(REPORT)).toContain('From the history of stages.');
  });

  it('names each pipeline once', async () => {
    const funnel = [
      { ...STAGE, pipeline: 'North', stage: 'Lead' },
      { ...STAGE, pipeline: 'North', stage: 'Offer' },
      { ...STAGE, pipeline: 'South', stage: 'Lead' },
    ];
    const text = await table({ ...REPORT, funnel });
    expect(text.match(/North/g)).toHaveLength(1);
    expect(text.match(/South/g)).toHaveLength(1);
  });
});
