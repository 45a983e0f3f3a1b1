import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

type Lifetime = NonNullable<Report['lifetime']>;

const page = async (
  lifetime: Lifetime,
  lang: Lang = 'en',
  detail: Detail = 'full',
  format = 'table',
): Promise<string> =>
  [...(await renderReport({ ...REPORT, lifetime }, format, { lang, color: false, width: 120, detail }))].join('');

const ADA: Lifetime['list'][number] = {
  customer: 'Ada | Co',
  purchases: 3,
  firstPurchase: '2024-01-05',
  lastPurchase: '2024-06-01',
  daysSince: 30,
  value: 1200,
  meanValue: 410,
  pAlive: 0.84,
  expectedPurchases: 5.25,
  expectedValue: 1980,
  interval: null,
  atRisk: false,
};

const LIFETIME: Lifetime = {
  asOf: '2024-07-01',
  customers: 2357,
  repeatCustomers: 946,
  purchases: 4814,
  excluded: [{ reason: 'without_customer', n: 4 }],
  currency: 'EUR',
  horizonMonths: 36,
  discountRate: 0.1,
  discountRateAssumed: true,
  margin: null,
  reason: null,
  model: {
    name: 'bg_nbd',
    timeUnit: 'week',
    parameters: [
      { name: 'r', value: 0.2426, standardError: 0.0126 },
      { name: 'alpha', value: 4.4136, standardError: null },
    ],
    logLikelihood: -9582.43,
    starts: 4,
    converged: true,
  },
  spend: { name: 'gamma_gamma', parameters: [], logLikelihood: -4055.92, correlation: 0.11, n: 946 },
  spendReason: null,
  fit: {
    frequency: [
      { purchases: '0', observed: 1411, expected: 1407.7 },
      { purchases: '7+', observed: 64, expected: 71.9 },
    ],
    calibration: [{ purchases: '0', customers: 1547, expected: 0.124, actual: 0.119 }],
  },
  meanValue: 63.5,
  interval: { low: 53.7, high: 75.1, level: 0.95, method: 'delta-method' },
  totalValue: 149_600,
  list: [ADA, { ...ADA, customer: 'Bo', purchases: 1, pAlive: null }],
  atRisk: [{ ...ADA, customer: 'Cy', pAlive: 0.31, atRisk: true }],
  atRiskTotal: 123,
  notes: [{ code: 'revenue', args: {}, message: 'revenue, not margin' }],
};

describe('what customers are expected to buy, on a page', () => {
  it('says what is expected, of whom most, and who is at risk', async () => {
    const text = await page(LIFETIME);
    expect(text).toMatch(/What customers are expected to buy ─+ as of 1 Jul 2024/);
    expect(text).toContain('2,357 customers, 946 of whom bought again; 4,814 purchases.');
    expect(text).toMatch(/next 36 months: 63\.50 EUR \(95 %: 53\.70–75\.10\), of all 149,600 EUR|63\.50 EUR/);
    expect(text).toMatch(/Ada \| Co +3 +2024-06-01 +1,200 EUR +84\.0 % +5\.3 +1,980 EUR/);
    expect(text).toMatch(/Bo +1 .*n\/a/);
    expect(text).toContain('At risk: 123 customers of value; 1 who spent most');
    expect(text).toMatch(/Cy .*31\.0 %/);
  });

  it('shows the fit, the test on what was held out, and the parameters', async () => {
    const text = await page(LIFETIME);
    expect(text).toMatch(/0 +1,411 +1,407\.7/);
    expect(text).toMatch(/7\+ +64 +71\.9/);
    expect(text).toMatch(/0 +1,547 +0\.12 +0\.12/);
    expect(text).toContain('BG/NBD, in weeks: r 0.243 ± 0.013, alpha 4.414; log likelihood −9,582.43.');
    expect(text).toContain('Left out: 4');
    expect(text).toContain('revenue, not margin');
  });

  it('shows fewer customers unless all is asked for', async () => {
    const list = Array.from({ length: 8 }, (_, at) => ({ ...ADA, customer: `N${at}` }));
    expect(await page({ ...LIFETIME, list })).toContain('N7');
    const text = await page({ ...LIFETIME, list }, 'en', 'standard');
    expect(text).toContain('The first 5 by what is expected of them');
    expect(text).not.toContain('N5');
  });

  it('says as much in Persian', async () => {
    const text = await page(LIFETIME, 'fa');
    for (const words of [
      '۲٬۳۵۷ مشتری',
      '۹۴۶',
      'احتمال ماندن',
      'در آستانه‌ی رفتن',
      'یک‌سوم آخر',
      '۷ و بیشتر',
      'لگاریتم',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says why there is nothing, and shows no figure', async () => {
    const without = { ...LIFETIME, reason: 'few_repeat_customers', model: null, spend: null, fit: null };
    const text = await page({ ...without, meanValue: null, totalValue: null, list: [], atRisk: [], atRiskTotal: null });
    expect(text).toContain('Not computed: under 50 customers have bought again');
    expect(text).not.toContain('Expected of a customer');
  });

  it('says why no value is known, and ranks by purchases', async () => {
    const list = [{ ...ADA, value: null, meanValue: null, expectedValue: null }];
    const without = { ...LIFETIME, spend: null, spendReason: 'mixed_currencies', meanValue: null, totalValue: null };
    const text = await page({ ...without, list, atRisk: [], atRiskTotal: 0 });
    expect(text).toContain('What a purchase is worth is not modelled: several currencies and no rates.');
    expect(text).not.toContain('Expected value');
    expect(text).not.toContain('At risk');
  });

  it('says where nothing was held out', async () => {
    const fit = { frequency: LIFETIME.fit?.frequency ?? [], calibration: null };
    expect(await page({ ...LIFETIME, fit })).toContain(
      'The first two thirds of the days do not carry a model of their own',
    );
  });

  it.each(['markdown', 'html'])('a name is harmless in %s', async (format) => {
    const list = [{ ...ADA, customer: '<script>alert(1)</script>|`x`' }];
    const text = await page({ ...LIFETIME, list }, 'en', 'full', format);
    expect(text).not.toContain('<script>alert(1)');
  });
});
