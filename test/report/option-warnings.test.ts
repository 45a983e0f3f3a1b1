import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/model/civil-day.js';
import { reportTexts } from '../support/load-texts.js';

const DEALS =
  'Deal ID,Stage,Amount,Owner,Close Date\n1,Closed Won,10,Jane Doe,2024-01-05\n2,Closed Won,20,bob,2024-02-05\n';

async function said(code: string, options: Parameters<typeof reportTexts>[1]): Promise<string[]> {
  const { warnings } = await reportTexts({ 'deals.csv': DEALS }, options);
  return warnings.filter((one) => one.code === code).map(({ message }) => message);
}

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
      '--period last-quarter was counted from today, 28 Nov 2024, and the data ends on 5 Feb 2024; --as-of 2024-02-05 counts from there.',
    ]);
    const { warnings } = await reportTexts({ 'deals.csv': DEALS }, { period: 'last-quarter', today });
    const [given] = warnings.filter(({ code }) => code === 'relative_period');
    expect(given?.args).toEqual({ asked: 'last-quarter', today: '2024-11-28', dataEnd: '2024-02-05' });
  });

  it('that the data covers, that counts from --as-of, or that names its days, needs no warning', async () => {
    expect(await said('relative_period', { period: 'last-month', today: civilDay(2024, 2, 10) })).toEqual([]);
    expect(await said('relative_period', { period: 'last-month', today, asOf: '2024-11-01' })).toEqual([]);
    expect(await said('relative_period', { period: '2024-Q3', today })).toEqual([]);
    const { period } = await reportTexts({ 'deals.csv': DEALS }, { period: '2024-Q1', today });
    expect(period).toMatchObject({ asked: null, countedFrom: null });
  });

  it('is counted in the calendar of the files, unless another is said, and says which', async () => {
    const jalali =
      'Deal ID,Stage,Amount,Close Date\n1,Closed Won,10,1403/01/05\n2,Closed Won,20,1403/03/31\n3,Closed Won,40,1403/04/09\n';
    // 28 July 2024 is 7 Mordad 1403: the quarter before is spring, 20 March to 20 June; the Gregorian one April to June.
    const asked = { period: 'last-quarter', today: civilDay(2024, 7, 28) };
    const { period, kpis } = await reportTexts({ 'deals.csv': jalali }, asked);
    expect(period).toEqual({
      label: '1403-Q1',
      start: '2024-03-20',
      end: '2024-06-20',
      calendar: 'jalali',
      asked: 'last-quarter',
      countedFrom: '2024-07-28',
    });
    expect(kpis.find(({ id }) => id === 'revenue_won')?.value).toBe(30);
    const said = await reportTexts({ 'deals.csv': jalali }, { ...asked, calendar: 'gregorian' });
    expect(said.period).toMatchObject({ label: '2024-Q2', start: '2024-04-01', calendar: 'gregorian' });
  });

  it('in a condition is of the same calendar', async () => {
    const jalali =
      'Deal ID,Stage,Amount,Close Date\n1,Closed Won,10,1403/03/31\n2,Closed Won,20,1403/04/09\n3,Closed Won,40,1403/04/25\n';
    // Tir 1403 ran from 21 June to 21 July 2024; June holds 31 Khordad and 9 Tir.
    const asked = { where: 'closed_at in last-month', today: civilDay(2024, 7, 28) };
    expect((await reportTexts({ 'deals.csv': jalali }, asked)).filter).toMatchObject({ kept: 2 });
    const june = { ...asked, today: civilDay(2024, 7, 5), calendar: 'gregorian' as const };
    expect((await reportTexts({ 'deals.csv': jalali }, june)).filter).toMatchObject({ kept: 2 });
    const khordad = { ...asked, today: civilDay(2024, 7, 5) };
    expect((await reportTexts({ 'deals.csv': jalali }, khordad)).filter).toMatchObject({ kept: 1 });
  });

  it('that is compared with says its day too; the year before a period is none', async () => {
    const at = { today: civilDay(2024, 3, 10) };
    const compared = async (compare: string) =>
      (await reportTexts({ 'deals.csv': DEALS }, { ...at, period: '2024-02', compare })).comparedTo;
    expect(await compared('last-2-months')).toMatchObject({ asked: 'last-2-months', countedFrom: '2024-03-10' });
    expect(await compared('last-year')).toMatchObject({ asked: null, countedFrom: null });
  });
});
