import { expect, test } from 'vitest';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { compareTexts } from '../../../support/compare-texts.js';

const HEAD = 'Deal ID,Deal Name,Stage,Amount,Currency,Probability,Created Date,Closed Date,Expected Close Date';
const OLD = `${HEAD}
D1,Mill,Proposal,100000,USD,0.5,2024-11-01,,2025-02-10
D2,Dam,Proposal,40000,USD,0.2,2024-11-02,,2025-02-20
D3,Pump,Proposal,60000,USD,0.4,2024-12-03,,2025-02-28`;
const NEW = `${HEAD}
D1,Mill,Closed Won,110000,USD,1,2024-11-01,2025-02-12,
D2,Dam,Closed Lost,40000,USD,0,2024-11-02,2025-02-20,
D3,Pump,Proposal,60000,USD,0.4,2024-12-03,,2025-03-15`;

async function page(report: Report, lang: Lang): Promise<string> {
  const text = [...(await renderReport(report, 'table', { lang, color: false, width: 100 }))].join('');
  return text.replace(/[⁦-⁩]/g, '');
}
const flat = (text: string): string => text.replace(/\s+/g, ' ');

test('what was due stands in a table that adds up, and under it what was promised, or why nobody can say it', async () => {
  const report = await compareTexts({ 'a.csv': OLD, 'b.csv': NEW }, { taken: ['2025-01-31', '2025-02-28'] });
  const text = await page(report, 'en');
  expect(text).toMatch(/Due 1–28 Feb 2025 +Deals +Amount\n/);
  expect(text).toMatch(/Won +1 +100\.0 k\n/);
  expect(text).toMatch(/Slipped to a later date +1 +60\.0 k\n/);
  expect(text).toMatch(/All that was due +3 +200\.0 k\n/);
  // 50,000 + 8,000 + 24,000
  expect(flat(text)).toContain(
    'By the probabilities in the earlier export, amount × probability of what was due, 82.0 k USD was to come; of all deals open then 110 k USD was won (+34.1 %).',
  );
  expect(flat(text)).toContain('No forecast of the earlier export can be held against what came: no deals closed.');
  const other = await compareTexts({ 'a.csv': OLD, 'b.csv': NEW }, { taken: ['2025-01-31', '2025-02-28'], lang: 'fa' });
  const persian = await page(other, 'fa');
  expect(flat(persian)).toContain('از ۳ معامله (۲۰۰ هزار دلار) که از آن پس');
  expect(flat(persian)).toContain('هیچ پیش‌بینی از خروجی قبلی را نمی‌توان با آنچه آمد سنجید');
});

test('months and exports that follow each other have a line each', async () => {
  const report = await compareTexts(
    { 'a.csv': OLD, 'b.csv': NEW, 'c.csv': NEW },
    { taken: ['2025-01-31', '2025-02-28', '2025-03-31'] },
  );
  const { changes } = report;
  if (changes?.forecast?.model == null) throw new Error('no forecast in the document');
  const interval = { low: 80_000, high: 200_000, level: 0.95, method: 'simulation' };
  const month = { partial: false, interval };
  const model = {
    ...changes.forecast.model,
    ...{ reason: null, expected: 240_000, actual: 110_000, interval, within: true },
    months: [
      {
        ...month,
        label: '2025-02',
        start: '2025-02-01',
        end: '2025-02-28',
        expected: 120_000,
        actual: 110_000,
        within: true,
      },
      {
        ...month,
        label: '2025-03',
        start: '2025-03-01',
        end: '2025-03-31',
        expected: 120_000,
        actual: 0,
        within: false,
      },
    ],
  };
  const text = await page({ ...report, changes: { ...changes, forecast: { ...changes.forecast, model } } }, 'en');
  expect(text).toMatch(/2025-02 +120 k USD +80.0–200 k +110 k\n/);
  expect(text).toMatch(/2025-03 +120 k USD +80.0–200 k +0 +outside\n/);
  expect(text).toMatch(/28 Feb 2025 +3 +1 +82.0 k +110 k/);
  expect(text).toMatch(/31 Mar 2025 +1 +0 +24.0 k +0/);
});
