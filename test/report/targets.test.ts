import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { civilDay } from '../../src/model/civil-day.js';
import { cutAt, quarterPeriod } from '../../src/model/period.js';
import { targetEntry } from '../../src/report/targets.js';
import { reportTexts } from '../support/load-texts.js';

const DEALS = `Deal ID,Stage,Amount,Owner,Create Date,Close Date
1,Closed Won,100,Jane Doe,2024-01-02,2024-01-05
2,Closed Won,200,bob,2024-01-03,2024-02-05
3,Closed Lost,50,bob,2024-01-03,2024-02-07
4,Closed Won,300,bob,2024-01-05,2024-03-31
5,Closed Won,60,bob,2024-04-01,2024-04-15
6,Closed Lost,60,bob,2024-04-01,2024-04-30
`;
type Options = NonNullable<Parameters<typeof reportTexts>[1]>;
const today = civilDay(2025, 1, 1);
const report = (options: Partial<Options>) => reportTexts({ 'deals.csv': DEALS }, { today, ...options } as Options);
const target = async (options: Partial<Options>, id = 'revenue_won') =>
  (await report(options)).kpis.find((one) => one.id === id)?.target;

describe('a target of each quarter, month or the like', () => {
  const targets = { revenue_won: { min: 900, per: 'quarter' } } as const;

  it('is whole for a quarter, a third for a month, four for a year', async () => {
    expect(await target({ targets, period: '2024-Q1' })).toEqual({
      min: 900,
      max: null,
      met: false, // 600 were won
      asked: { min: 900, max: null },
      per: 'quarter',
      pacing: null,
    });
    expect(await target({ targets, period: '2024-03' })).toMatchObject({ min: 300, met: true });
    expect(await target({ targets, period: '2024-02' })).toMatchObject({ min: 300, met: false });
    expect(await target({ targets, period: '2024-01..2024-02' })).toMatchObject({ min: 600 });
  });

  it('is paced in a period that runs: the share of its days, and of the target', async () => {
    // At 2024-04-30, one of three months has passed; 60 of 900 were won.
    expect(await target({ targets, period: '2024-Q2', asOf: '2024-04-30' })).toEqual({
      min: 900,
      max: null,
      met: null,
      asked: { min: 900, max: null },
      per: 'quarter',
      pacing: { elapsed: expect.closeTo(1 / 3, 12), expected: expect.closeTo(300, 9), reached: 60 / 900 },
    });
    const small = { revenue_won: { min: 10, per: 'month' } } as const;
    expect(await target({ targets: small, period: '2024-Q2', asOf: '2024-04-30' })).toMatchObject({
      min: 30,
      met: true,
    });
  });

  it('of all data is none, and that is said', async () => {
    expect(await target({ targets })).toMatchObject({ min: null, max: null, met: null, per: 'quarter', pacing: null });
    const { warnings } = await report({ targets, settings: { quotas: { bob: { amount: 5, per: 'month' } } } });
    const said = warnings.filter(({ code }) => code === 'target_without_period').map(({ message }) => message);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('revenue_won, bob');
  });

  it('is not missed before its days are over, and never met by little where little is asked', () => {
    const running = cutAt(quarterPeriod(2024, 2), civilDay(2024, 4, 30));
    const met = (limits: object, value: number) => targetEntry('lost_deals', limits, value, running).met;
    expect(met({ max: 5 }, 6)).toBe(false);
    expect(met({ max: 5 }, 1)).toBeNull();
    expect(met({ min: 5 }, 5)).toBe(true);
    expect(met({ min: 1, max: 5 }, 2)).toBeNull();
    // A rate does not add up: it is judged as it stands.
    expect(targetEntry('win_rate', { min: 0.5 }, 0.4, running)).toMatchObject({ met: false, pacing: null });
  });

  it('of a ratio is never thousands of per cent, whoever writes it', async () => {
    for (const min of [0.65, 65]) {
      expect(await target({ targets: { win_rate: { min } } }, 'win_rate')).toMatchObject({ min: 0.65 });
    }
    expect(await target({ targets: { pipeline_coverage: { min: 3 } } }, 'pipeline_coverage')).toMatchObject({ min: 3 });
  });

  it('follows the calendar of the period', async () => {
    // 1403-Q1 runs from 20 March to 20 June 2024; its first month, Farvardin, ends on 19 April.
    const jalali = { targets, period: '1403-01', calendar: 'jalali' } as const;
    expect(await target(jalali)).toMatchObject({ min: 300 });
  });
});

describe('a quota of each quarter, month or the like', () => {
  const attainment = async (options: Partial<Options>) =>
    (await report(options)).kpis.find(({ id }) => id === 'quota_attainment');

  it('counts for the days of the period, and for those of the compared one', async () => {
    const settings = { quotas: { bob: { amount: 400, per: 'month' }, 'jane doe': 300 } } as const;
    // 600 of 3 × 400 + 300.
    expect((await attainment({ settings, period: '2024-Q1' }))?.value).toBeCloseTo(600 / 1500, 12);
    const compared = await attainment({ settings, period: '2024-04', compare: '2024-Q1' });
    expect(compared?.value).toBeCloseTo(60 / 700, 12);
    expect(compared?.previous?.value).toBeCloseTo(600 / 1500, 12);
  });

  it('of a misspelt owner is refused with what was meant; of one without a deal it counts', async () => {
    const error = await report({ settings: { quotas: { 'Jane Deo': 100 } } }).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'unknown_quota_owner', args: { owner: 'Jane Deo', suggestion: 'Jane Doe' } });
    await expect(report({ settings: { quotas: { 'jane  doe': 100, Zaphod: 5 } } })).resolves.toBeDefined();
  });
});
