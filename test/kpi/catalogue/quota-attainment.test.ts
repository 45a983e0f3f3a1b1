import { expect, it } from 'vitest';
import { breakDown } from '../../../src/analysis/breakdown.js';
import { kpis } from '../../../src/kpi/catalogue/index.js';
import { DEFAULT_SETTINGS } from '../../../src/kpi/definition.js';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure, noteCodes, questionOf } from '../../support/question.js';

const withQuotas = (quotas: Readonly<Record<string, number>>) => ({ settings: { ...DEFAULT_SETTINGS, quotas } });
const QUOTAS = withQuotas({ sara: 46_000, Omid: 43_000 });

it('of the sixteen deals is 66,000 of 89,000: Omid reached his quota, Sara half of hers', () => {
  const deals = sixteenDeals();
  const attainment = measure('quota_attainment', deals, QUOTAS);
  expect(attainment).toMatchObject({ n: 6, numerator: { total: 66_000 }, denominator: { total: 89_000 } });
  expect(attainment.value).toBeCloseTo(66_000 / 89_000, 12);
  expect(attainment.value === null ? null : attainment.ranking).toEqual([
    { key: 'Omid', n: 3, amount: 43_000, share: 1 },
    { key: 'Sara', n: 3, amount: 23_000, share: 0.5 },
  ]);
  expect(excludedIds(attainment, deals)).toEqual({ without_quota: ['D06', 'D09'] });
});

it('counts the deals closed in the period', () => {
  // Omid in the second quarter: D08 alone.
  const quarter = measure('quota_attainment', sixteenDeals(), { ...withQuotas({ Omid: 18_000 }), period: '2024-Q2' });
  expect(quarter.value).toBe(0.5);
});

it('by owner gives each their own, and null to one who has none', () => {
  const deals = sixteenDeals();
  const of = (column: 'owner' | 'source') => {
    const by = [{ name: column, column: deals.column(column) }];
    const { groups } = breakDown(by, kpis, ['quota_attainment'], questionOf(deals, QUOTAS));
    return new Map(groups.map(({ key, measured }) => [key[0], measured[0]?.measurement]));
  };
  const owners = of('owner');
  expect(owners.get('Sara')?.value).toBe(0.5);
  expect(owners.get('Omid')?.value).toBe(1);
  expect(owners.get('Lina')).toMatchObject({ value: null, reason: 'no_quota_in_group' });
  // Sara and Omid both sell what comes from the web and from referrals.
  expect(of('source').get('Referral')).toMatchObject({ value: null, reason: 'quota_in_parts' });
});

it('keeps the quota of an owner without a deal, and says that no deal names them', () => {
  const attainment = measure('quota_attainment', sixteenDeals(), withQuotas({ Omid: 43_000, Omed: 43_000 }));
  expect(attainment.value).toBe(0.5);
  expect(noteCodes(attainment)).toEqual(['quota_without_deals']);
  expect(attainment.value === null ? null : attainment.ranking?.at(-1)).toEqual({
    key: 'omed',
    n: 0,
    amount: 0,
    share: 0,
  });
});

it('is null without quotas, and where nothing that was won has an amount; 0 where nothing was won', () => {
  expect(measure('quota_attainment', sixteenDeals())).toMatchObject({ value: null, reason: 'no_quotas' });
  expect(measure('quota_attainment', sixteenDeals(), withQuotas({ Omid: 0 }))).toMatchObject({
    value: null,
    reason: 'no_quota_in_group',
  });
  const of = (row: string) =>
    measure('quota_attainment', dealsOf(`id outcome amount owner\n${row}`), withQuotas({ Ana: 10 }));
  expect(of('A won . Ana')).toMatchObject({ value: null, reason: 'no_priced_deals' });
  expect(of('A lost 5 Ana').value).toBe(0);
});
