import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { FORECAST } from '../../../support/ahead.js';
import { REPORT } from '../../../support/documents.js';

type Forecast = NonNullable<Report['forecast']>;

async function page(
  forecast: Forecast,
  { lang = 'en', detail = 'standard' }: { lang?: Lang; detail?: Detail } = {},
): Promise<string> {
  const options = { lang, color: false, width: 140, detail } as const;
  const text = [...(await renderReport({ ...REPORT, forecast }, 'table', options))].join('');
  // Isolates and wrapped lines are not what is looked at.
  return text.replace(/[⁦-⁩]/g, '');
}
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const headed = (beats: boolean | null, message: string): Forecast => ({
  ...FORECAST,
  headline: { beats, message: { code: 'some', args: {}, message } },
});

describe('a forecast on a page', () => {
  it('begins with whether the model may be believed', async () => {
    expect(await page(headed(true, 'It beats the rule.'))).toContain('· It beats the rule.');
    expect(await page(headed(false, 'It does not beat the rule.'))).toContain('! It does not beat the rule.');
    expect(await page(headed(null, 'Nobody can tell.'))).toContain('! Nobody can tell.');
  });

  it('has the months and their sum: expected, between what, of which deals, beside the rule', async () => {
    const text = await page(FORECAST);
    expect(text).toMatch(/2024-06 +260 k EUR +200–420 k +210 k +400 k +150 k +90\.0 k +20\.0 k +280 k/);
    expect(text).toMatch(/All months +1\.16 M EUR +0\.90–1\.45 M +950 k +1\.40 M +150 k +470 k +540 k +1\.12 M/);
  });

  it('shows no rule beside itself where it is the rule', async () => {
    const text = await page({ ...FORECAST, method: 'baseline' });
    expect(await page(FORECAST)).toMatch(/Simple/);
    expect(text).not.toMatch(/Simple rule/);
    expect(text).toMatch(/2024-06 +260 k EUR +200–420 k +210 k +400 k +150 k +90\.0 k +20\.0 k\n/);
  });

  it('says why there is none, and nothing else of it', async () => {
    const without = { months: [], total: null, open: null, groups: [], pacing: [], byStage: [], crm: null, notes: [] };
    const text = flat(await page({ ...FORECAST, ...without, reason: 'few_won_deals', method: null }));
    expect(text).toContain('under ten deals with a closing date were won, too few to look ahead');
    expect(text).not.toContain('On past months');
  });

  it('counts wins without a currency where no win has an amount', async () => {
    const months = FORECAST.months.map((month) => ({ ...month, expected: 30, interval: null }));
    const text = await page({ ...FORECAST, unit: 'deals', currency: null, months, total: null });
    expect(text).toMatch(/2024-07 +30 /);
  });

  it('says how far off the probabilities of the file were, or why nobody can tell', async () => {
    const full = { detail: 'full' } as const;
    expect(flat(await page(FORECAST, full))).toContain('probability × amount was off by 31.0 % of what was won');
    const { crm } = FORECAST;
    if (crm === null) throw new Error('no probabilities');
    const untold = { ...crm, wape: null, wapeReason: 'few_months' };
    expect(flat(await page({ ...FORECAST, crm: untold }, full))).toContain(
      'probability × amount cannot be judged: under three months are on record',
    );
    const set = { ...untold, reason: 'probability_set_at_closing', brier: null, calibration: [] };
    expect(flat(await page({ ...FORECAST, crm: set }, full))).toContain(
      'own probabilities cannot be judged: closing sets the probability to 0 or 1',
    );
  });

  it('says the same in Persian', async () => {
    const text = flat(await page(FORECAST, { lang: 'fa', detail: 'full' }));
    for (const words of ['مورد انتظار', 'بازه‌ی ۹۵٪', 'همه‌ی ماه‌ها', 'در ماه‌های گذشته', 'احتمال × مبلغِ CRM']) {
      expect(text).toContain(words);
    }
    const own = text.slice(text.indexOf('پیش‌بینی ─'), text.indexOf('کیفیت داده ─'));
    expect(own).toContain('قاعده‌ی ساده');
    expect(own).not.toMatch(/Expected|Open deals|Simple rule/);
  });
});
