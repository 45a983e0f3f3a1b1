import { describe, expect, it } from 'vitest';
import { card } from '../../../../src/format/html/sections/kpi-card.js';
import type { KpiEntry, Report } from '../../../../src/report/schema.js';
import { inCurrency, kpiEntry, REPORT } from '../../../support/documents.js';
import { htmlPage, parsed, textsOf } from '../../../support/html-page.js';

const PERIOD = {
  ...{ start: '2017-07-01', end: '2017-09-30', calendar: 'gregorian' as const },
  asked: null,
  countedFrom: null,
};
const COMPARED: Report = {
  ...REPORT,
  currency: null,
  period: { ...PERIOD, label: '2017-Q3' },
  comparedTo: { ...PERIOD, label: '2017-Q2', start: '2017-04-01', end: '2017-06-30' },
};
const CHANGE: NonNullable<KpiEntry['change']> = {
  ...{ absolute: -106_000, relative: -0.0343, significant: null, pValue: null },
  ...{ interval: null, reason: 'no_test', likeForLike: null },
};
const WON = kpiEntry({
  ...{ id: 'revenue_won', title: 'Won value', unit: 'money', value: 2_983_000, n: 1257, better: 'higher' },
  previous: { value: 3_089_000, n: 1254, reason: null },
  change: CHANGE,
});
const TARGET: NonNullable<KpiEntry['target']> = {
  ...{ min: 3_200_000, max: null, met: false, per: null, pacing: null },
  asked: { min: 3_200_000, max: null },
};

/** What a card says, line by line. */
function linesOf(entry: KpiEntry, report = COMPARED, lang: 'en' | 'fa' = 'en'): string[] {
  const shown = parsed(card(entry, report, htmlPage(lang)));
  const [number = ''] = textsOf(shown, '.num');
  const html = shown.querySelector('.ch') as unknown as { innerHTML: string } | null;
  const lines = (html?.innerHTML ?? '').split('<br>').map((line) =>
    line
      .replace(/<[^>]*>/g, '')
      .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
      .replaceAll('&#160;', ' '),
  );
  return [number, ...lines];
}

describe('the card of a figure', () => {
  it('says what it was, that a sum is not tested, and what it falls short of', () => {
    expect(linesOf({ ...WON, target: TARGET })).toEqual([
      '2.98 M',
      '▼ −3.4 % from 3.09 M',
      'a sum, not tested',
      '✗ short of target: at least 3.20 M',
    ]);
  });

  it('says it in Persian', () => {
    expect(linesOf({ ...WON, target: TARGET }, { ...COMPARED, currency: 'IRT' }, 'fa')).toEqual([
      '۲٫۹۸ میلیون تومان',
      '▼ −۳٫۴٪ از ۳٫۰۹ میلیون',
      'جمع است، آزمونی ندارد',
      '✗ به هدف نرسیده: دست‌کم ۳٫۲۰ میلیون',
    ]);
  });

  it('judges a change in words, with the interval in whole per cent, and a target that is met', () => {
    const rate = kpiEntry({
      ...{ id: 'win_rate', title: 'Win rate', unit: 'ratio', value: 0.614, n: 2047, better: 'higher' as const },
      ...{ numerator: 1257, denominator: 2047, previous: { value: 0.617, n: 2032, reason: null } },
      interval: { low: 0.593, high: 0.635, level: 0.95, method: 'wilson' },
      change: { ...CHANGE, absolute: -0.003, relative: -0.005, significant: false, reason: null },
      target: { ...TARGET, min: 0.6, asked: { min: 0.6, max: null }, met: true },
    });
    expect(linesOf(rate)).toEqual([
      '61.4 %',
      '▼ −0.3 pp from 61.7 %, could be chance',
      '95 % interval 59–64 %',
      '✓ target met: at least 60 %',
    ]);
  });

  it('judges a count by its share where that was tested', () => {
    const stalled = kpiEntry({
      ...{ id: 'stalled_deals', title: 'Stalled deals', unit: 'count', value: 653, n: 653, better: 'lower' as const },
      previous: { value: 267, n: 267, reason: null },
      change: {
        ...{ ...CHANGE, absolute: 386, relative: 1.446, reason: 'judged_as_share' },
        likeForLike: {
          ...{ by: 'share_of_open_deals', days: null, value: 0.271, previous: 0.158, absolute: 0.113 },
          ...{ significant: true, pValue: 1e-17, period: null, interval: null },
        },
      },
    });
    expect(linesOf(stalled)).toEqual(['653', '▲ +144.6 % from 267', '27 % of the open deals, 16 % in Q2, worse']);
  });

  it('tells few by their number: a share of under ten by its counts, a count of under ten by the difference', () => {
    const rate = kpiEntry({
      ...{ id: 'win_rate', title: 'Win rate', unit: 'ratio', value: 5 / 6, n: 6, numerator: 5, denominator: 6 },
      interval: { low: 0.436, high: 0.97, level: 0.95, method: 'wilson' },
    });
    expect(linesOf(rate)).toEqual(['5 of 6', '83.3 %, 95 % interval 44–97 %']);
    const count = kpiEntry({ id: 'new_customers', title: 'New customers', unit: 'count', value: 0, n: 0 });
    const fell = {
      ...count,
      previous: { value: 1, n: 1, reason: null },
      change: { ...CHANGE, absolute: -1, relative: -1 },
    };
    expect(linesOf(fell)).toEqual(['0', '▼ −1 from 1', 'a count, not tested']);
  });

  it('says of how few records a mean is', () => {
    const mean = kpiEntry({ id: 'sales_cycle', title: 'Sales cycle', unit: 'days', value: 33, n: 5 });
    expect(linesOf(mean)).toEqual(['33.0 days', 'from 5 records']);
    expect(linesOf({ ...mean, n: 1 })[1]).toBe('from 1 record');
  });

  it('does not compare what goes on from where it stood', () => {
    const customers = kpiEntry({
      ...{ id: 'customers', title: 'Customers', unit: 'count', value: 85, n: 85 },
      previous: { value: 84, n: 84, reason: null },
      change: { ...CHANGE, absolute: 1, relative: 0.01, reason: 'cumulative' },
    });
    expect(linesOf(customers)).toEqual(['85', 'a figure to date']);
  });

  it.each([
    [{ max: 30, min: null }, 33, false, '✗ over target: at most 30 days'],
    [{ max: 40, min: 10 }, 33, true, '✓ target met: at least 10 days, at most 40 days'],
    [{ max: null, min: 40 }, 33, null, 'target: at least 40 days'],
  ])('of a target %o at %d says %s', (limits, value, met, said) => {
    const days = kpiEntry({ id: 'sales_cycle', title: 'Sales cycle', unit: 'days', value, n: 100 });
    expect(linesOf({ ...days, target: { ...TARGET, ...limits, met, asked: limits } })[1]).toBe(said);
  });

  it('has a number for each currency, and says how many more there are', () => {
    const each = [
      ['EUR', 1600],
      ['USD', 400],
      ['GBP', 300],
      ['CHF', 200],
    ] as const;
    const money = kpiEntry({
      ...{ id: 'revenue_won', title: 'Won value', unit: 'money', value: null, n: 40 },
      byCurrency: each.map(([currency, value]) => inCurrency({ currency, value, n: 40 })),
    });
    const shown = parsed(card(money, COMPARED, htmlPage()));
    expect(textsOf(shown, '.num')).toEqual(['1,600 EUR', '400 USD', '300 GBP']);
    expect(textsOf(shown, '.ch')).toEqual(['1 more currency in the table']);
    expect(shown.querySelector('svg')).toBeNull();
  });

  it('carries its definition and formula', () => {
    const shown = parsed(card(WON, COMPARED, htmlPage()));
    const word = shown.querySelector('.term');
    expect(word?.getAttribute('tabindex')).toBe('0');
    const tip = shown.querySelector(`#${word?.getAttribute('aria-describedby')}`);
    expect(tip?.textContent).toBe('What is counted, over what, and what is left out.won / (won + lost)');
  });
});
