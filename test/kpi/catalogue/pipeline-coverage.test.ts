import { expect, it } from 'vitest';
import { breakDown } from '../../../src/analysis/breakdown.js';
import { kpis } from '../../../src/kpi/catalogue/index.js';
import { DEFAULT_SETTINGS, type KpiSettings } from '../../../src/kpi/definition.js';
import { dealsOf } from '../../support/deals.js';
import { excludedIds, measure, questionOf } from '../../support/question.js';

const withTarget = (revenueTarget: number) => ({ settings: { ...DEFAULT_SETTINGS, revenueTarget } });

/** winsabove: 4.8 M due over 1.6 M missing is 3.0; at a win rate of 22 % by value 1 / 0.22 = 4.5 is required. */
const QUARTER = dealsOf(`id outcome amount  created_at closed_at  expected_close
                         A  won     440000  2024-10-01 2024-11-01 .
                         B  lost    1560000 2024-10-01 2024-11-01 .
                         C  open    3000000 2024-10-01 .          2024-12-31
                         D  open    1800000 2024-10-01 .          2024-11-15
                         E  open    9000000 2024-10-01 .          2025-01-01
                         F  open    9000000 2024-10-01 .          .
                         G  open    .       2024-10-01 .          2024-12-01`);

it('is what is due in the period over what is missing to the target', () => {
  const coverage = measure('pipeline_coverage', QUARTER, { ...withTarget(2_040_000), period: '2024-Q4' });
  expect(coverage).toMatchObject({
    value: 3,
    n: 2,
    numerator: { total: 4_800_000 },
    denominator: { total: 1_600_000 },
    details: { target: 2_040_000, wonValue: 440_000, remaining: 1_600_000 },
  });
  expect(coverage.details?.['requiredCoverage']).toBeCloseTo(1 / 0.22, 12);
  expect(excludedIds(coverage, QUARTER)).toEqual({ without_expected_close: ['F'], unpriced: ['G'] });
});

it('takes the sum of the quotas where no target is said', () => {
  const settings = { ...DEFAULT_SETTINGS, quotas: { Ana: 1_000_000, Ben: 1_040_000 } };
  expect(measure('pipeline_coverage', QUARTER, { settings, period: '2024-Q4' }).value).toBe(3);
});

it('without a period counts every open deal that has an expected close date', () => {
  expect(measure('pipeline_coverage', QUARTER, withTarget(2_040_000)).value).toBe(13_800_000 / 1_600_000);
});

it('is null without a target, and says so when the target is met: never a negative ratio', () => {
  expect(measure('pipeline_coverage', QUARTER)).toMatchObject({ value: null, reason: 'no_target' });
  for (const target of [440_000, 1]) {
    expect(measure('pipeline_coverage', QUARTER, withTarget(target))).toMatchObject({
      value: null,
      reason: 'target_met',
    });
  }
});

it('is 0 where nothing is due, and null where no open deal has a date or none that is due an amount', () => {
  const of = (row: string) =>
    measure('pipeline_coverage', dealsOf(`id outcome amount expected_close\n${row}`), withTarget(100));
  expect(of('A lost 5 .').value).toBe(0);
  expect(of('A open 5 .')).toMatchObject({ value: null, reason: 'no_expected_close' });
  expect(of('A open . 2024-12-01')).toMatchObject({ value: null, reason: 'no_priced_deals' });
});

it('asks for no coverage where nothing was won', () => {
  const deals = dealsOf('id outcome amount expected_close\nA open 50 2024-12-01\nB lost 5 .');
  expect(measure('pipeline_coverage', deals, withTarget(100))).toMatchObject({
    value: 0.5,
    details: { requiredCoverage: null },
  });
});

/** Ana 40 won, 60 open; Ben 10 won, 30 open; Cy 5 open, who has no quota. */
const OWNERS = dealsOf(`id owner region outcome amount expected_close
                        A  Ana   North  won     40     .
                        B  Ana   North  open    60     2024-12-01
                        C  Ben   North  won     10     .
                        D  Ben   South  open    30     2024-12-01
                        E  Cy    South  open    5      2024-12-01`);

function byGroup(field: 'owner' | 'region', settings: Partial<KpiSettings>) {
  const column = field === 'owner' ? OWNERS.column('owner') : OWNERS.extra.get(field);
  if (column === undefined) throw new Error(`no column ${field}`);
  const question = questionOf(OWNERS, { settings: { ...DEFAULT_SETTINGS, ...settings } });
  const { groups } = breakDown([{ name: field, column }], kpis, ['pipeline_coverage'], question);
  return new Map(groups.map(({ key: [key], measured: [one] }) => [key, one?.measurement]));
}

it('never holds the target of all deals against a group', () => {
  expect([...byGroup('region', { revenueTarget: 200 }).values()]).toMatchObject([
    { value: null, reason: 'target_of_all_deals' },
    { value: null, reason: 'target_of_all_deals' },
  ]);
});

it('of a group takes the quotas of its own owners, with or without a target of all', () => {
  for (const revenueTarget of [undefined, 200]) {
    const groups = byGroup('owner', { revenueTarget, quotas: { Ana: 100, Ben: 30 } });
    // Ana: 60 due over 100 − 40; Ben: 30 due over 30 − 10.
    expect(groups.get('Ana')?.value).toBe(1);
    expect(groups.get('Ben')?.value).toBe(1.5);
    expect(groups.get('Cy')).toMatchObject({ value: null, reason: 'no_quota_in_group' });
  }
  expect(byGroup('region', { quotas: { Ben: 30 } }).get('South')).toMatchObject({
    value: null,
    reason: 'quota_in_parts',
  });
});
