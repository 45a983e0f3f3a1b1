import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/format/html/markup.js';
import { openPage } from '../../../../src/format/html/page.js';
import { seriesHtml } from '../../../../src/format/html/sections/series.js';
import type { Report } from '../../../../src/report/schema.js';
import { EMPTY_REPORT, REPORT } from '../../../support/documents.js';
import { drawingsOf } from '../../../support/drawn-svg.js';

type Series = Report['series'][number];
type Point = Series['points'][number];

function made(report: Report, lang: 'en' | 'fa' = 'en', calendar: 'gregorian' | 'jalali' = 'gregorian'): string {
  const shown = seriesHtml(report, openPage({ lang, calendar, short: true, detail: 'standard' }));
  return shown === null ? '' : textOf(shown);
}

function dom(html: string) {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

function words(html: string): string {
  return (dom(html).body.textContent ?? '').replace(/[\u200e\u200f\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');
}

const EMPTY_POINT = { n: 1, bounds: null, interval: null, partial: false, previous: null, byCurrency: null } as const;

const day = (index: number): string => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);

const days = (values: readonly (number | null)[], from = 0): Point[] =>
  values.map((value, index) => ({
    ...EMPTY_POINT,
    value,
    label: day(from + index),
    start: day(from + index),
    end: day(from + index),
  }));

const series = (kpi: string, points: Point[], grain = 'day'): Series => ({
  ...{ kpi, grain, points, undated: null, trend: null, trendReason: null },
});

const titles = (html: string): string[] =>
  [...dom(html).querySelectorAll('h3')].map(({ textContent }) => textContent ?? '');

describe('figures over time', () => {
  it('begin with won value and win rate, whatever order the document has', () => {
    const points = days([1, 2, 3]);
    const html = made({
      ...REPORT,
      series: ['new_deals', 'won_deals', 'win_rate', 'revenue_won'].map((kpi) => series(kpi, points)),
    });
    expect(titles(html)).toEqual(['Revenue won by day', 'Win rate by day', 'Won deals by day', 'New deals by day']);
  });

  it('are six at most; the others stand in the one table and are named', () => {
    const ids = REPORT.kpis.slice(0, 9).map(({ id }) => id);
    const html = made({ ...REPORT, series: ids.map((kpi) => series(kpi, days([0.1, 0.2]))) });
    expect(titles(html)).toHaveLength(6);
    expect(words(html)).toContain('6 of 9 are drawn; in the table also ');
    expect(dom(html).querySelectorAll('table')).toHaveLength(1);
    // A column for the day and one for each figure.
    expect(dom(html).querySelectorAll('thead th')).toHaveLength(10);
  });

  it('share their axis: a figure that begins later leaves room before it', () => {
    const html = made({
      ...REPORT,
      series: [series('revenue_won', days([5, 5], 2)), series('won_deals', days([1, 1, 1, 1]))],
    });
    const [late, , whole] = drawingsOf(html);
    expect(late?.rects).toHaveLength(2);
    expect(whole?.rects).toHaveLength(4);
    // The last ones stand at the same place, as far from the right edge.
    const right = (one: typeof late): number =>
      (one?.width ?? 0) - (one?.rects.at(-1)?.x ?? 0) - (one?.rects.at(-1)?.width ?? 0);
    expect(right(late)).toBeCloseTo(right(whole), -1);
    const [, , cells = []] = [...dom(html).querySelectorAll('tbody tr')].map((row) => [...row.children]);
    expect(cells).toHaveLength(3);
  });

  it('leave a gap where days are left out, and say so', () => {
    const html = made({ ...REPORT, series: [series('revenue_won', [...days([1]), ...days([2], 900)])] });
    expect(drawingsOf(html)[0]?.texts.map(({ text }) => text)).toContain('…');
    expect(words(html)).toContain('… stands for days');
  });

  it('draw the newest 366 of thousands, list 200, and say both', () => {
    const html = made({
      ...REPORT,
      series: [series('revenue_won', days(Array.from({ length: 5_000 }, (_, index) => index)))],
    });
    expect(words(html)).toContain('The newest 366 of 5,000 points are drawn.');
    expect(words(html)).toContain('The newest 200 of 5,000');
    expect(dom(html).querySelectorAll('tbody tr')).toHaveLength(200);
    expect(html.length).toBeLessThan(120_000);
  });

  it('name what has no value instead of drawing it', () => {
    const html = made({
      ...REPORT,
      series: [series('revenue_won', days([null, null])), series('won_deals', days([1, 2]))],
    });
    expect(titles(html)).toEqual(['Won deals by day']);
    expect(words(html)).toContain('Without a value at any point: revenue won.');
    expect(made(EMPTY_REPORT)).not.toContain('<svg');
    expect(made({ ...REPORT, series: [], parts: null })).toBe('');
  });

  it('say in words what can be seen', () => {
    const html = made({ ...REPORT, series: [series('won_deals', days([4, 1, 9, 2]))] });
    const label = dom(html).querySelector('[role=img]')?.getAttribute('aria-label')?.replaceAll('\u00a0', ' ');
    expect(label).toBe(
      'Won deals by day, 4 with a value: lowest 1 (2024-01-02), highest 9 (2024-01-03), newest 2 (2024-01-04).',
    );
  });

  it('have a chart for each of several currencies', () => {
    const points = days([null, null]).map((point, index) => ({
      ...point,
      byCurrency: [
        { currency: 'EUR', value: 10 * (index + 1), n: 1 },
        { currency: 'USD', value: 5, n: 1 },
      ],
    }));
    const html = made({
      ...REPORT,
      currency: null,
      currencies: ['EUR', 'USD'],
      series: [series('revenue_won', points)],
    });
    expect(titles(html)).toEqual(['Revenue won by day · EUR', 'Revenue won by day · USD']);
  });

  it('run from right to left in Persian, under Jalali months', () => {
    const html = made({ ...REPORT, series: [series('revenue_won', days([100, 200, 300]))] }, 'fa', 'jalali');
    const [wide] = drawingsOf(html);
    const [first, , last] = wide?.rects ?? [];
    expect(first?.x).toBeGreaterThan(last?.x ?? 0);
    // 1 January 2024 is 11 Dey 1402.
    const labels = wide?.texts.map(({ text }) => text.replace(/[\u200f\u2066-\u2069]/g, '').replaceAll('\u00a0', ' '));
    expect(labels).toContain('۱۱ دی\n۱۴۰۲');
    expect(labels).toContain('۱۳ دی');
  });
});

describe('the parts of a period', () => {
  const span = (label: string, month: string) => ({
    label,
    start: `2024-${month}-01`,
    end: `2024-${month}-28`,
    partial: false,
  });
  const figure = (id: string, value: number, previous: number) => ({
    ...{
      id,
      value,
      n: 10,
      numerator: null,
      denominator: null,
      interval: null,
      bounds: null,
      reason: null,
      byCurrency: null,
      share: null,
    },
    previous: { value: previous, n: 10, reason: null },
    change: {
      ...{ absolute: value - previous, relative: value / previous - 1, significant: null },
      ...{ pValue: null, adjustedPValue: null, reason: 'no_test' },
    },
  });

  it('stand beside their likes', () => {
    const html = made({
      ...REPORT,
      series: [],
      parts: {
        grain: 'month',
        rows: [
          { ...span('2024-04', '04'), compared: span('2024-01', '01'), kpis: [figure('revenue_won', 2_000, 1_000)] },
          { ...span('2024-05', '05'), compared: span('2024-02', '02'), kpis: [figure('revenue_won', 900, 1_000)] },
        ],
      },
    });
    expect(titles(html)).toEqual(['April against January, May against February']);
    const cells = [...dom(html).querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => (textContent ?? '').replaceAll('\u00a0', ' ')),
    );
    expect(cells).toEqual([
      ['April', '2,000', '+100.0 %'],
      ['May', '900', '−10.0 %'],
    ]);
  });
});
