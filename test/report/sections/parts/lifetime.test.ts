import { describe, expect, it } from 'vitest';
import { type ReportRequest, report } from '../../../../src/index.js';
import { isoDay } from '../../../../src/model/civil-day.js';
import { reportSchema } from '../../../../src/report/schema.js';
import type { Lifetime } from '../../../../src/report/sections/parts/lifetime-schema.js';
import { BUYERS_START } from '../../../support/buyers.js';
import { type Buyer, buyersOf } from '../../../support/drawn.js';
import { loadTexts } from '../../../support/load-texts.js';

const UNTIL = 7 * 104;
const KNOWN = { r: 0.9, alpha: 8, a: 1.4, b: 3.2, p: 6, q: 4, v: 20 };
const BUYERS = buyersOf(600, KNOWN, { seed: 20_240_305, until: UNTIL, joining: 7 * 52 });

function csv(buyers: readonly Buyer[], nameOf = (buyer: number): string => `Company ${buyer}`): string {
  const lines = buyers.flatMap(({ days, values }, buyer) =>
    days.map((day, at) => {
      const date = isoDay(BUYERS_START + day);
      return `${buyer}-${at},${nameOf(buyer)},Closed Won,${date},${date},${(values[at] ?? 0).toFixed(2)}`;
    }),
  );
  return ['id,account,stage,created,closed,amount', ...lines].join('\n');
}

async function lifetimeOf(text: string, options: Partial<ReportRequest> = {}): Promise<Lifetime> {
  const today = BUYERS_START + UNTIL;
  const sections: ReportRequest['sections'] = ['lifetime'];
  const { lifetime } = report(await loadTexts({ 'deals.csv': text }), {
    today,
    asOf: isoDay(today),
    sections,
    ...options,
  });
  if (lifetime === null) throw new Error('no lifetime');
  reportSchema.shape.lifetime.parse(lifetime);
  return lifetime;
}

describe('what customers are expected to buy', () => {
  it('has models, their fit, what is expected, and ten customers', async () => {
    const found = await lifetimeOf(csv(BUYERS));
    expect(found).toMatchObject({
      asOf: isoDay(BUYERS_START + UNTIL),
      customers: 600,
      repeatCustomers: BUYERS.filter(({ days }) => days.length > 1).length,
      horizonMonths: 36,
      discountRate: 0.1,
      discountRateAssumed: true,
      margin: null,
      reason: null,
      spendReason: null,
    });
    expect(found.model?.parameters.map(({ name }) => name)).toEqual(['r', 'alpha', 'a', 'b']);
    expect(found.model).toMatchObject({ timeUnit: 'week', starts: 4, converged: true });
    expect(found.spend?.parameters.map(({ name }) => name)).toEqual(['p', 'q', 'v']);
    expect(found.fit?.frequency.map(({ purchases }) => purchases)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7+']);
    expect(found.fit?.calibration?.reduce((sum, { customers }) => sum + customers, 0)).toBeLessThanOrEqual(600);
    expect(found.list).toHaveLength(10);
    expect(found.totalValue).toBeCloseTo((found.meanValue ?? 0) * 600, 4);
    expect(found.atRisk.length).toBe(Math.min(10, found.atRiskTotal ?? 0));
    expect(found.notes.map(({ code }) => code)).toEqual([
      'alive_by_construction',
      'lifetime_horizon',
      'revenue',
      'at_risk_rule',
    ]);
  });

  it('says of whom nothing is to be told nothing', async () => {
    const found = await lifetimeOf(csv(BUYERS), { samples: 'none' });
    expect([found.list, found.atRisk]).toEqual([[], []]);
    expect(found.atRiskTotal).toBeGreaterThan(0);
  });

  it('keeps names as they are, but not their whole length', async () => {
    const [first] = (await lifetimeOf(csv(BUYERS, (buyer) => `=cmd()|${buyer}${'x'.repeat(10_000)}`))).list;
    expect(first?.customer).toMatch(/^=cmd\(\)\|/);
    expect(first?.customer.length).toBeLessThan(1_000);
  });

  it('has a model of purchases and none of values where currencies differ', async () => {
    const [head, ...lines] = csv(BUYERS).split('\n');
    const mixed = [`${head},currency`, ...lines.map((line, at) => `${line},${at % 2 === 0 ? 'EUR' : 'USD'}`)];
    const found = await lifetimeOf(mixed.join('\n'));
    expect(found).toMatchObject({ reason: null, spend: null, spendReason: 'mixed_currencies', meanValue: null });
    expect(found.list[0]).toMatchObject({ value: null, expectedValue: null });
    expect(found.list[0]?.expectedPurchases).toBeGreaterThan(0);
  });

  it.each([
    ['few customers', csv(BUYERS.slice(0, 10)), 'few_repeat_customers'],
    ['no accounts', csv(BUYERS).replace('account', 'something'), 'missing_field:customer'],
    ['no closing dates', csv(BUYERS).replace('closed', 'something'), 'missing_field:closed_at'],
  ])('has a reason and no figure with %s', async (_, text, reason) => {
    const found = await lifetimeOf(text);
    expect(found).toMatchObject({ reason, model: null, spend: null, meanValue: null, list: [], atRisk: [] });
    expect(found.atRiskTotal).toBeNull();
  });
});
