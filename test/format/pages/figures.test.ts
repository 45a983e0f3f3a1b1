import { describe, expect, it } from 'vitest';
import type { Words } from '../../../src/format/page.js';
import {
  changeTone,
  changeWords,
  dayWords,
  kpiValueWords,
  levelText,
  likeForLikeWords,
  periodWords,
  rangeWords,
  reasonWords,
  valueWords,
} from '../../../src/format/pages/figures.js';

const EN = { lang: 'en', calendar: 'gregorian', short: false, detail: 'standard' } as const;
const FA = { lang: 'fa', calendar: 'jalali', short: false, detail: 'standard' } as const;
const RATIO = { unit: 'ratio', currency: 'USD' };
const MONEY = { unit: 'money', currency: 'USD' };
const said = (words: Words): string =>
  words.map((piece) => (typeof piece === 'string' ? piece : 'data' in piece ? piece.data : piece.code)).join('');
const rate = (numerator: number | null, denominator: number | null, n: number) => ({
  value: (numerator ?? 0) / (denominator ?? 1),
  n,
  numerator,
  denominator,
});

describe('a value', () => {
  it('stands with its unit, money with its currency', () => {
    expect(said(valueWords(70_000, MONEY, EN))).toBe('70,000 USD');
    expect(said(valueWords(70_000, { ...MONEY, currency: null }, EN))).toBe('70,000');
    expect(said(valueWords(468.2274, { unit: 'money_per_day', currency: 'USD' }, EN))).toBe('468.23 USD per day');
    expect(said(valueWords(0.5, RATIO, EN))).toBe('50.0 %');
    expect(said(valueWords(1_250_000, MONEY, { ...EN, short: true, detail: 'standard' }))).toBe('1.25 M USD');
    expect(said(valueWords(null, MONEY, EN))).toBe('n/a');
  });

  it('keeps the currency apart as text of a file', () => {
    expect(valueWords(1, { unit: 'money', currency: '<b>' }, EN)).toEqual(['1 ', { data: '<b>' }, '']);
  });

  it('of a rate over fewer than twenty records shows the counts', () => {
    expect(said(kpiValueWords(rate(8, 12, 12), RATIO, EN))).toBe('8/12 = 66.7 %');
    expect(said(kpiValueWords(rate(8, 12, 12), RATIO, FA))).toBe('۸/۱۲ = ۶۶٫۷٪');
    expect(said(kpiValueWords(rate(10, 19, 19), RATIO, EN))).toBe('10/19 = 52.6 %');
    expect(said(kpiValueWords(rate(10, 20, 20), RATIO, EN))).toBe('50.0 %');
  });

  it('of a rate by value shows no sums of money as if they were counts', () => {
    expect(said(kpiValueWords(rate(70_000, 134_000, 11), RATIO, EN))).toBe('52.2 %');
  });
});

describe('a range', () => {
  it('says its unit once', () => {
    expect(said(rangeWords(0.390622, 0.86188, RATIO, EN))).toBe('39.1–86.2 %');
    expect(said(rangeWords(4687.17, 15_312.83, MONEY, EN))).toBe('4,687–15,313');
    expect(said(rangeWords(30, 52.5, { unit: 'days', currency: null }, EN))).toBe('30–52.5 days');
  });
});

describe('a change', () => {
  const change = (absolute: number, relative: number | null, significant: boolean | null) => ({
    absolute,
    relative,
    significant,
    pValue: null,
    interval: null,
    reason: null,
    likeForLike: null,
  });

  it('of a rate is in percentage points, of anything else in per cent', () => {
    expect(said(changeWords(change(0.05, 0.0667, null), 'ratio', null, 'en'))).toBe('▲ +5.0 pp');
    expect(said(changeWords(change(-20_000, -0.5263, null), 'money', null, 'en'))).toBe('▼ −52.6 %');
    expect(said(changeWords(change(3, null, null), 'count', null, 'en'))).toBe('▲ +3');
    expect(said(changeWords(change(0, 0, null), 'count', null, 'en'))).toBe('= 0.0 %');
  });

  it('says in words whether it may be chance', () => {
    expect(said(changeWords(change(0.05, null, false), 'ratio', null, 'en'))).toBe('▲ +5.0 pp, could be chance');
    expect(said(changeWords(change(0.05, null, true), 'ratio', null, 'en'))).toBe('▲ +5.0 pp, significant');
    expect(said(changeWords(change(0.05, null, true), 'ratio', null, 'fa'))).toBe('▲ +۵٫۰ واحد درصد، معنادار');
  });

  it('says better or worse of a KPI that is better one way, in a word and in colour', () => {
    const up = change(0.05, null, true);
    expect(said(changeWords(up, 'ratio', 'higher', 'en'))).toBe('▲ +5.0 pp, better');
    expect(said(changeWords(up, 'ratio', 'lower', 'en'))).toBe('▲ +5.0 pp, worse');
    expect(said(changeWords(up, 'ratio', 'lower', 'fa'))).toBe('▲ +۵٫۰ واحد درصد، بدتر');
    expect([changeTone(up, 'higher'), changeTone(up, 'lower'), changeTone(up, null)]).toEqual([
      'good',
      'bad',
      undefined,
    ]);
  });

  it('gives no colour to what could be chance, did not move, or is not judged', () => {
    expect(changeTone(change(0.05, null, false), 'higher')).toBe('dim');
    expect(changeTone(change(0, 0, null), 'higher')).toBeUndefined();
    // A sum or a count: nothing was tested, so its arrow has a direction and no colour.
    expect(changeTone(change(-3, -0.1, null), 'lower')).toBeUndefined();
    expect(changeTone(change(-3, -0.1, null), 'higher')).toBeUndefined();
    expect(changeTone({ ...change(5, null, null), reason: 'cumulative' }, 'higher')).toBeUndefined();
    expect(changeTone({ ...change(5, null, null), reason: 'few_records' }, 'higher')).toBeUndefined();
  });

  it('points nowhere where nothing is left of a change after rounding', () => {
    expect(said(changeWords(change(0.0001, 0.0002, null), 'ratio', 'higher', 'en'))).toBe('= 0.0 pp');
    expect(said(changeWords(change(-0.2, -0.0001, null), 'days', 'lower', 'en'))).toBe('= 0.0 %');
  });
});

describe('a change of what is not alike', () => {
  const alike = {
    days: null,
    period: {
      label: '2017-06',
      start: '2017-06-01',
      end: '2017-06-30',
      calendar: 'gregorian' as const,
      asked: null,
      countedFrom: null,
    },
    value: 0.79,
    previous: 0.83,
    absolute: -0.04,
    significant: false,
    pValue: 0.1,
    interval: null,
  };
  const none = { absolute: 0.22, relative: 0.4, significant: null, pValue: null, interval: null };

  it('is not judged, and says what is compared instead', () => {
    const change = { ...none, reason: 'rhythm_of_quarter', likeForLike: { ...alike, by: 'part_of_quarter' } };
    expect(said(changeWords(change, 'ratio', null, 'en'))).toBe('▲ +22.0 pp, not comparable');
    expect(said(likeForLikeWords(change, RATIO, EN) ?? [])).toMatch(
      /^the months of a quarter differ .*; the same part of the other quarter compares: 79\.0 %, 83\.0 % in 2017-06: −4\.0 pp, which could be chance$/,
    );
    const share = {
      ...none,
      reason: 'judged_as_share',
      likeForLike: { ...alike, by: 'share_of_open_deals', period: null },
    };
    expect(said(changeWords(share, 'count', null, 'en'))).toBe('▲ +40.0 %, as a share could be chance');
    expect(said(likeForLikeWords(share, { unit: 'count', currency: null }, EN) ?? [])).toBe(
      'of the open deals they are 79.0 %, 83.0 % before: −4.0 pp, which could be chance',
    );
    const age = { ...none, reason: 'unequal_age', likeForLike: { ...alike, by: 'age', days: 92, period: null } };
    expect(said(likeForLikeWords(age, RATIO, EN) ?? [])).toBe(
      'the older deals had more time to be won; within 92 days of creation it is 79.0 %, 83.0 % before: −4.0 pp, which could be chance',
    );
    expect(said(likeForLikeWords({ ...age, likeForLike: null }, RATIO, EN) ?? [])).toBe(
      'no verdict: the older deals had more time to be won',
    );
  });

  it('is a word where a figure is one to date, and nothing where it is a count', () => {
    expect(said(changeWords({ ...none, reason: 'cumulative', likeForLike: null }, 'count', null, 'en'))).toBe(
      '▲ +40.0 %, to date',
    );
    const count = { ...none, reason: 'no_test', likeForLike: null };
    expect(said(changeWords(count, 'count', null, 'en'))).toBe('▲ +40.0 %');
    expect(likeForLikeWords(count, RATIO, EN)).toBeNull();
  });
});

describe('reasons, days and periods', () => {
  it('are said in words; an unknown reason is shown as it is', () => {
    expect(said([reasonWords('no_leads', 'en')])).toBe('no leads given');
    expect(said([reasonWords('missing_field:amount', 'en')])).toBe('the file has no column for the amount');
    expect(said([reasonWords('made_up', 'en')])).toBe('made_up');
    expect(said([reasonWords('constructor', 'en')])).toBe('constructor');
  });

  it('take the digits of the language', () => {
    expect(dayWords('2024-12-31', FA)).toBe('۱۴۰۳/۱۰/۱۱');
    expect(dayWords('2024-12-31', EN)).toBe('2024-12-31');
    expect(dayWords('<b>', EN)).toEqual({ data: '<b>' });
    const quarter = {
      label: '2024-Q2',
      start: '2024-04-01',
      end: '2024-06-30',
      calendar: 'gregorian' as const,
      asked: null,
      countedFrom: null,
    };
    expect(said(periodWords(quarter, EN))).toBe('2024-Q2 (1 Apr – 30 Jun 2024)');
    expect(said(periodWords(quarter, FA))).toBe('سه‌ماهه‌ی دوم ۲۰۲۴ میلادی (۱۳ فروردین – ۱۰ تیر ۱۴۰۳)');
    const counted = { ...quarter, asked: 'last-quarter', countedFrom: '2024-07-14' };
    expect(said(periodWords(counted, EN))).toBe(
      '2024-Q2 (1 Apr – 30 Jun 2024; last-quarter, counted from 14 Jul 2024)',
    );
    expect(said(periodWords(null, EN))).toBe('all data');
    const range = { ...quarter, label: '2024-04-01..2024-06-30' };
    expect(said(periodWords(range, EN))).toBe('1 Apr – 30 Jun 2024');
    expect(said(periodWords({ ...range, asked: 'last-91-days', countedFrom: '2024-07-01' }, EN))).toBe(
      '1 Apr – 30 Jun 2024 (last-91-days, counted from 1 Jul 2024)',
    );
  });

  it('name the level of an interval without needless decimals', () => {
    expect(levelText(0.95, 'en')).toBe('95 %');
    expect(levelText(0.9, 'fa')).toBe('۹۰٪');
    expect(levelText(0.995, 'en')).toBe('99.5 %');
  });
});
