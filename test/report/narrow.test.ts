import { describe, expect, it } from 'vitest';
import { check, load, report } from '../../src/index.js';
import { civilDay } from '../../src/model/civil-day.js';
import { partitionOf } from '../../src/report/partition.js';
import { figure } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const today = civilDay(2025, 12, 31);
const WHERE = [
  'owner = Sara',
  "'Deal Stage' = 'Closed Won'",
  'amount > 900',
  'not (amount > 900)',
  'closed_at in 2025-Q2',
  'amount is empty',
  'outcome != open',
];

describe('a report with a condition', () => {
  it('has the figures of the group of a breakdown, of which it is the condition', async () => {
    const files = [{ path: place.at('deals.csv') }];
    const whole = report(await load({ files, by: ['owner'] }), { today, by: ['owner'] });
    // Closed deals, which is what the win rate rests on: one won and one lost, two won and one lost.
    for (const [owner, closed] of [
      ['Sara', 2],
      ['Omid', 3],
    ] as const) {
      const where = `owner = ${owner}`;
      const part = report(await load({ files, where }), { today, where });
      const group = whole.breakdowns[0]?.groups.find(({ key }) => key[0] === owner);
      expect(group?.n).toBe(closed);
      expect(part.asOf).toBe(whole.asOf);
      for (const { id, value, n, numerator, denominator, reason } of group?.kpis ?? []) {
        // There are no leads here, of whomever.
        if (reason === 'not_by_group') continue;
        expect(figure(part.kpis, id), `${id} of ${owner}`).toMatchObject({ value, n, numerator, denominator, reason });
      }
    }
  });

  it('accounts for every deal: those it is about, and those it leaves out', async () => {
    const files = [{ path: place.at('deals.csv') }];
    for (const where of WHERE) {
      const { filter, sources, partition } = report(await load({ files, where }), { today, where });
      const [source] = sources;
      expect(filter, where).toMatchObject({ where, records: 6 });
      expect((filter?.kept ?? 0) + (filter?.leftOut ?? 0)).toBe(6);
      expect(partition.records).toBe(filter?.kept);
      expect(source?.records).toBe(filter?.kept);
      const skipped = source?.skipped.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
      expect((source?.records ?? 0) + skipped).toBe(source?.rows);
    }
  });

  it('counts the deals that an empty cell leaves open among those left out, on both sides of a condition', async () => {
    const files = [{ path: place.at('deals.csv') }];
    const filterOf = async (where: string) => report(await load({ files, where }), { today, where }).filter;
    // Amounts 1000, 500, 3000, none, 800, 2000.
    expect(await filterOf('amount > 900')).toEqual({
      where: 'amount > 900',
      records: 6,
      kept: 3,
      leftOut: 3,
      unknown: 1,
    });
    expect(await filterOf('not (amount > 900)')).toMatchObject({ kept: 2, leftOut: 4, unknown: 1 });
  });

  it('does not move the clock, and says of a file with lost deals that it has them', async () => {
    const files = [{ path: place.at('deals.csv') }];
    const where = 'outcome = won and closed_at < 2025-04-10';
    const part = report(await load({ files, where }), { today, where });
    expect(part.asOf).toBe(report(await load({ files }), { today }).asOf);
    expect(figure(part.kpis, 'win_rate')).toMatchObject({ value: 1, n: 2 });
  });

  it('warns where no deal fits, and a check of nothing is no pass', async () => {
    const files = [{ path: place.at('deals.csv') }];
    const where = 'owner = Nobody';
    const loaded = await load({ files, where });
    const { warnings, kpis } = report(loaded, { today, where });
    expect(warnings.map(({ code }) => code)).toContain('nothing_fits');
    expect(figure(kpis, 'win_rate')).toMatchObject({ value: null, reason: 'no_deals' });
    expect(() => check(loaded, { today, where })).toThrow('nothing_checked');
  });

  it('refuses leads and orders, which cannot be chosen by what deals say', async () => {
    const leads = place.put('leads.csv', 'Lead ID,Lead Status,Lead Source\nL1,Converted,Web\nL2,New,Web\n');
    const files = [{ path: place.at('deals.csv') }, { path: leads, role: 'leads' as const }];
    const where = 'owner = Sara';
    const loaded = await load({ files, where });
    expect(figure(report(loaded, { today }).kpis, 'lead_conversion_rate').value).toBe(0.5);
    expect(figure(report(loaded, { today, where }).kpis, 'lead_conversion_rate')).toMatchObject({
      value: null,
      reason: 'not_by_group',
    });
  });

  it('counts the deals of each file apart', async () => {
    const second = place.put(
      'second.csv',
      'Deal ID,Deal Name,Deal owner,Deal Stage,Amount\n11,Eta,Sara,Closed Won,10\n12,Theta,Lina,Closed Won,20\n',
    );
    const files = [{ path: place.at('deals.csv') }, { path: second }];
    const where = 'owner = Sara';
    const { sources } = report(await load({ files, where }), { today, where });
    expect(sources.map(({ records, skipped }) => [records, skipped])).toEqual([
      [3, [{ reason: 'outside --where', rows: 3 }]],
      [1, [{ reason: 'outside --where', rows: 1 }]],
    ]);
  });
});

describe('a check with a condition', () => {
  it('judges the chosen deals, and no whole file', async () => {
    const where = 'owner = Sara';
    const loaded = await load({ files: [{ path: place.at('deals.csv') }], where });
    const checked = check(loaded, { today, where });
    expect(checked.filter?.kept).toBe(3);
    expect(figure(checked.rules, 'deal.won_without_amount')).toMatchObject({ applicable: 1, violations: 0 });
    expect(figure(checked.rules, 'file.survivor_only')).toMatchObject({ outcome: 'skipped', reason: 'whole_files' });
    const all = check(loaded, { today });
    expect(figure(all.rules, 'deal.won_without_amount')).toMatchObject({ applicable: 3, violations: 1 });
    expect(partitionOf(loaded.dataset.deals).records).toBe(6);
  });
});
