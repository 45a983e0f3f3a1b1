import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/model/civil-day.js';
import { reportTexts } from '../support/load-texts.js';

const DEALS =
  'Deal ID,Stage,Amount,Owner,Close Date\n1,Closed Won,10,Jane Doe,2024-01-05\n2,Closed Won,20,bob,2024-02-05\n';

async function said(code: string, options: Parameters<typeof reportTexts>[1]): Promise<string[]> {
  const { warnings } = await reportTexts({ 'deals.csv': DEALS }, options);
  return warnings.filter((one) => one.code === code).map(({ message }) => message);
}

describe('a quota', () => {
  it('of an owner whom no deal names is said where the name looks misspelt', async () => {
    const quotas = (owners: Record<string, number>) => said('unknown_quota_owner', { settings: { quotas: owners } });
    expect(await quotas({ 'Jane Deo': 100 })).toEqual([
      'quotas: no deal has the owner "Jane Deo", so this quota counts with nothing won. Did you mean "Jane Doe"?',
    ]);
    expect(await quotas({ 'jane  doe': 100, Zaphod: 5 })).toEqual([]);
  });
});

describe('a relative period', () => {
  const today = civilDay(2024, 11, 28);

  it('says the day it was counted from, and warns where the data ends before it', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS }, { period: 'last-quarter', today });
    expect(report.period).toMatchObject({
      start: '2024-07-01',
      end: '2024-09-30',
      asked: 'last-quarter',
      countedFrom: '2024-11-28',
    });
    expect(await said('relative_period', { period: 'last-quarter', today })).toEqual([
      '--period last-quarter was counted from today, 2024-11-28, and the data ends on 2024-02-05; --as-of 2024-02-05 counts from there.',
    ]);
  });

  it('that the data covers, that counts from --as-of, or that names its days, needs no warning', async () => {
    expect(await said('relative_period', { period: 'last-month', today: civilDay(2024, 2, 10) })).toEqual([]);
    expect(await said('relative_period', { period: 'last-month', today, asOf: '2024-11-01' })).toEqual([]);
    expect(await said('relative_period', { period: '2024-Q3', today })).toEqual([]);
    const { period } = await reportTexts({ 'deals.csv': DEALS }, { period: '2024-Q1', today });
    expect(period).toMatchObject({ asked: null, countedFrom: null });
  });
});
