import { describe, expect, it } from 'vitest';
import { difference, fromPeer } from '../../bench/answers.js';

const PRINTED = {
  records: 3,
  winRate: 2 / 3,
  revenue: { USD: 10.1, EUR: 20 },
  months: { '2025-03 USD': 10.1 },
  owners: { '': [1, 1], Ada: [1, 2] },
};
const answers = (change: object = {}) => fromPeer(JSON.stringify({ ...PRINTED, ...change }));

describe('difference', () => {
  it('finds none where money differs by less than a cent and a rate in the last digits', () => {
    expect(difference(answers(), answers({ revenue: { USD: 10.1000001, EUR: 20 }, winRate: 0.6666666666 }))).toBeNull();
  });

  it.each([
    [{ records: 4 }, 'records is 4, not 3'],
    [{ revenue: { USD: 10.12, EUR: 20 } }, 'revenue USD is 10.12, not 10.1'],
    [{ revenue: { USD: 10.1 } }, 'revenue EUR is NaN, not 20'],
    [{ months: { '2025-04 USD': 10.1 } }, 'revenue of 2025-03 USD is NaN, not 10.1'],
    [{ owners: { Ada: [1, 2] } }, 'won and closed of  are undefined, not 1,1'],
  ])('says what differs: %o', (change, words) => {
    expect(difference(answers(), answers(change))).toBe(words);
  });

  it('compares the rules of a check with those that a report lists', () => {
    const report = { figures: { records: 3 }, rules: { 'deal.owner_missing': 2 } };
    const check = (missing: number) => ({ figures: {}, rules: { 'deal.owner_missing': missing, 'file.stale': 1 } });
    expect(difference(report, check(2))).toBeNull();
    expect(difference(report, check(1))).toBe('violations of deal.owner_missing are 1, not 2');
  });

  it('compares what another program says of a report with it, and takes an absent rule as kept', () => {
    const report = { figures: {}, report: { 'kpis.won_deals.value': 2, 'kpis.lost_deals.value': 1 } };
    const other = (figures: Record<string, number>) => difference(report, { figures: {}, report: figures });
    expect(other({ 'kpis.won_deals.value': 2, 'rules.deal.id_missing': 0 })).toBeNull();
    expect(other({ 'kpis.won_deals.value': 3 })).toBe('kpis.won_deals.value is 3, not 2');
    expect(other({ 'kpis.open_deals.value': 3 })).toBe('kpis.open_deals.value is 3, not NaN');
  });
});
