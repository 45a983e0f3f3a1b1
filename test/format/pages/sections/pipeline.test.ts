import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

type Pipeline = NonNullable<Report['pipeline']>;

const table = async (pipeline: Pipeline, lang: Lang = 'en', detail: Detail = 'full'): Promise<string> =>
  [...(await renderReport({ ...REPORT, pipeline }, 'table', { lang, color: false, width: 100, detail }))].join('');

const NONE = { amountReason: null, stagesReason: null, reason: null };
const NOW: Pipeline['atNewest'] = {
  ...{ day: '2024-12-31', n: 7, byAge: [4, 1], undated: 2, priced: 5, amount: 1_234_000, currency: 'EUR', ...NONE },
  stages: [
    { pipeline: 'New', stage: 'Demo | <b>', n: 4, byAge: [3, 1], undated: 0, priced: 4, amount: 1_000_000 },
    { pipeline: 'New', stage: '', n: 2, byAge: [0, 0], undated: 2, priced: 0, amount: null },
    { pipeline: '', stage: 'Talk', n: 1, byAge: [1, 0], undated: 0, priced: 1, amount: 234_000 },
  ],
  stagesInOrder: false,
  stagesTotal: 3,
  rest: null,
};
const PIPELINE: Pipeline = {
  asOf: '2024-12-31',
  end: null,
  bands: [
    { from: 0, to: 30 },
    { from: 30, to: null },
  ],
  atEnd: null,
  atNewest: NOW,
};

describe('the pipeline on a page', () => {
  it('has the stages of each pipeline with deals, money and ages', async () => {
    const page = await table(PIPELINE);
    expect(page).toContain('On 31 Dec 2024, the newest day of the files: 7 open.');
    expect(page).toMatch(/Stage +Deals +Amount +0–29 +30\+ +Age unknown/);
    expect(page).toMatch(/Demo \| <b> +4 +1,000,000 EUR +3 +1 +0/);
    expect(page).toMatch(/\(empty\) +2 +n\/a +0 +0 +2/);
    expect(page).toMatch(/All +7 +1,234,000 EUR +4 +1 +2/);
    expect(page).toContain('Nothing tells the order of the stages');
  });

  it('tells the end of the period as it was known then, and why the stages are not', async () => {
    const then = { ...NOW, day: '2024-09-30', stages: [], stagesTotal: 0, stagesReason: 'overwritten_at_closing' };
    const page = await table({
      ...PIPELINE,
      end: '2024-09-30',
      atEnd: { ...then, amount: null, priced: 0, amountReason: 'mixed_currencies' },
    });
    expect(page).toContain('On 30 Sep 2024, as was known then: 7 open.');
    expect(page).toMatch(/Stages not known: some of the deals open then have closed since/);
    expect(page).toMatch(/Amounts not told: several currencies and no rates\./);
  });

  it('says how many stages there are beyond those shown, and why nobody knows', async () => {
    const rest = { n: 90, byAge: [80, 10], undated: 0, priced: 0, amount: null };
    expect(await table({ ...PIPELINE, atNewest: { ...NOW, rest, stagesTotal: 43 } })).toMatch(/40 more stages +90/);
    const unknown = { ...NOW, n: 0, stages: [], reason: 'missing_field:created_at' };
    expect(await table({ ...PIPELINE, atNewest: unknown })).toContain('Not known: ');
  });

  it('says so in Persian, and in the full detail alone', async () => {
    const page = await table(PIPELINE, 'fa');
    for (const words of [
      'معامله‌های باز به تفکیک مرحله و عمر',
      'آخرین روز فایل‌ها',
      '۳۰ و بیشتر',
      'عمر نامعلوم',
      '(خالی)',
    ]) {
      expect(page).toContain(words);
    }
    expect(await table(PIPELINE, 'en', 'standard')).not.toContain('by stage and age');
  });
});
