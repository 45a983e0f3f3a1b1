import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/format/html/markup.js';
import { openPage } from '../../../../src/format/html/page.js';
import { breakdownsHtml } from '../../../../src/format/html/sections/breakdowns.js';
import type { Report } from '../../../../src/report/schema.js';
import { breakdownOf, EMPTY_REPORT, NO_FIGURE, REPORT } from '../../../support/documents.js';
import { drawingsOf } from '../../../support/drawn-svg.js';
import { HOSTILE } from '../../../support/hostile.js';
import { reportTexts } from '../../../support/load-texts.js';

type Group = Report['breakdowns'][number]['groups'][number];

function made(report: Report, lang: 'en' | 'fa' = 'en'): string {
  const page = openPage({ lang, calendar: 'gregorian', short: true, detail: 'standard' });
  const shown = breakdownsHtml(report, page);
  return shown === null ? '' : textOf(shown);
}

function dom(html: string) {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

/** Every text of the page, without marks of direction. */
function words(html: string): string {
  return (dom(html).body.textContent ?? '').replace(/[\u200e\u200f\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');
}

const group = (
  key: string,
  value: number | null,
  previous: number | null = null,
): Omit<Group, 'range' | 'partial' | 'series'> => ({
  key: [key],
  records: 30,
  n: 30,
  kpis: [
    {
      ...NO_FIGURE,
      id: 'revenue_won',
      value,
      n: 20,
      previous: previous === null ? null : { value: previous, n: 20, reason: null },
      change:
        previous === null || value === null
          ? null
          : {
              absolute: value - previous,
              relative: value / previous - 1,
              significant: null,
              pValue: null,
              adjustedPValue: null,
              reason: 'no_test',
            },
    },
  ],
});

const many = (count: number): Omit<Group, 'range' | 'partial' | 'series'>[] =>
  Array.from({ length: count }, (_, index) => group(`Owner ${index + 1}`, (count - index) * 1_000));

describe('breakdowns of the page', () => {
  it('draw a bar and a dot for each group, in the order of the document', () => {
    const html = made(REPORT);
    const [bars, , dots] = drawingsOf(html);
    expect(bars?.rects).toHaveLength(3);
    expect(dots?.dots).toHaveLength(3);
    const names = ['Referral', 'Web', 'Event'];
    expect(bars?.texts.filter(({ text }) => names.includes(text)).map(({ text }) => text)).toEqual(names);
    // Referral 49,000, Web 12,000, Event 9,000; 4 of 4, 2 of 5 and 2 of 3 won.
    const [referral, web, event] = bars?.rects ?? [];
    expect((referral?.width ?? 0) / (event?.width ?? 1)).toBeCloseTo(49 / 9, 1);
    expect((web?.width ?? 0) / (event?.width ?? 1)).toBeCloseTo(12 / 9, 1);
    const ends = dots?.texts.map(({ text }) => text).filter((text) => text.includes(' of '));
    expect(ends).toEqual(['4 of 4', '2 of 5', '2 of 3']);
  });

  it('say which order it is and what the whole is', () => {
    const said = words(made(REPORT));
    expect(said).toContain('Revenue won by source');
    expect(said).toContain('by revenue won, largest first');
    // Each has fewer than twenty.
    expect(said).toContain('Referral †');
    expect(said).toContain('† fewer than 20 closed deals');
    // 8 of 12 won.
    expect(said).toContain('dotted: all, 66.7 %');
  });

  it('draw twelve of many and list the others, which are counted', () => {
    const html = made({ ...REPORT, breakdowns: [breakdownOf('owner', many(30))] });
    expect(drawingsOf(html)[0]?.rects).toHaveLength(12);
    expect(words(html)).toContain('12 of 30, by revenue won, largest first; the other 18 in the table');
    expect(dom(html).querySelectorAll('details tbody tr')).toHaveLength(30);
    expect(dom(html).querySelectorAll('input[type=search]')).toHaveLength(1);
  });

  it('list two hundred of thousands, and say where the others are', () => {
    const html = made({ ...REPORT, breakdowns: [breakdownOf('owner', many(5_000))] });
    expect(dom(html).querySelectorAll('details tbody tr')).toHaveLength(200);
    expect(words(html)).toContain('200 of 5,000 in a table');
    expect(words(html)).toContain('4,800 more groups are in no table of this page: --format csv');
    expect(html.length).toBeLessThan(150_000);
  });

  it('tell the change against the compared period, with a tick, and who fell most', () => {
    const groups = [group('Sara', 400_000, 200_000), group('Omid', 100_000, 150_000), ...many(11)];
    const report: Report = {
      ...REPORT,
      period: {
        label: '2024-Q4',
        start: '2024-10-01',
        end: '2024-12-31',
        calendar: 'gregorian',
        asked: null,
        countedFrom: null,
      },
      comparedTo: {
        label: '2024-Q3',
        start: '2024-07-01',
        end: '2024-09-30',
        calendar: 'gregorian',
        asked: null,
        countedFrom: null,
      },
      breakdowns: [breakdownOf('owner', groups)],
    };
    const html = made(report);
    const [bars] = drawingsOf(html);
    const texts = bars?.texts.map(({ text }) => text.replaceAll('\u00a0', ' '));
    expect(texts).toContain('400 k  +100 %');
    expect(texts).toContain('100 k  −33 %');
    expect(bars?.lines.filter(({ stroke }) => stroke === 'var(--ink)')).toHaveLength(2);
    expect(words(html)).toContain('Q4 and its change');
    expect(words(html)).toContain('Largest falls: Omid −50.0 k.');
  });

  it('sort by figures, with empty cells last', () => {
    const html = made({ ...REPORT, breakdowns: [breakdownOf('owner', [group('Sara', 400), group('Omid', null)])] });
    const cells = [...dom(html).querySelectorAll('details tbody td')].map((cell) => cell.getAttribute('data-v'));
    expect(cells).toContain('400');
    expect(cells).toContain('');
  });

  it('give shares where the document has them', () => {
    const shared = (share: number | null): string => {
      const groups = [group('Sara', 49_000), group('Omid', 21_000)].map((one, index) => ({
        ...one,
        kpis: one.kpis.map((kpi) => ({ ...kpi, share: share === null || index > 0 ? null : share })),
      }));
      return words(made({ ...REPORT, breakdowns: [breakdownOf('owner', groups)] }));
    };
    expect(shared(0.7)).toContain('70.0 %');
    expect(shared(null)).not.toContain('Share');
  });

  it('run from the right in Persian, with Persian digits', () => {
    const html = made(REPORT, 'fa');
    const [bars] = drawingsOf(html);
    const ends = bars?.rects.map(({ x, width }) => Math.round(x + width));
    expect(new Set(ends).size).toBe(1);
    expect(words(html)).toMatch(/۴ از ۴/);
    expect(bars?.texts.map(({ text }) => text).join(' ')).not.toMatch(/[0-9]/);
  });

  it('stand with any name, and without any figure', () => {
    const groups = [...HOSTILE, 'x'.repeat(10_000), '👩‍👩‍👧‍👦'.repeat(2_000)].map((name, index) => group(name, index));
    for (const lang of ['en', 'fa'] as const) {
      const html = made({ ...REPORT, breakdowns: [breakdownOf(`<b>"${'y'.repeat(5_000)}`, groups)] }, lang);
      expect(html).not.toMatch(/<script|<img|<b>"|onerror=(?!alert\(1\)&gt;)/);
      expect([...dom(html).querySelectorAll('script, img')]).toEqual([]);
      expect(html.length).toBeLessThan(400_000);
      const empty = made({ ...EMPTY_REPORT, breakdowns: [breakdownOf('owner', [group('', null)])] }, lang);
      expect(empty).not.toBe('');
    }
    expect(made({ ...EMPTY_REPORT, breakdowns: [] })).toBe('');
  });
});

const DEALS = `id,owner,created_at,closed_at,stage,amount,currency
1,Sara,2024-01-02,2024-01-20,Closed Won,1000,EUR
2,Sara,2024-01-05,2024-02-10,Closed Won,3000,EUR
3,Omid,2024-01-09,2024-02-11,Closed Lost,500,EUR
4,Omid,2024-02-01,2024-03-12,Closed Won,2000,USD
5,Omid,2024-02-03,2024-03-20,Closed Won,4000,EUR
6,Sara,2024-02-07,2024-03-21,Closed Lost,700,USD
`;
describe('breakdowns of real files', () => {
  it('draw each of several currencies by itself', async () => {
    const html = made(await reportTexts({ 'deals.csv': DEALS }, { by: ['owner'] }));
    const said = words(html);
    expect(said).toContain('EUR');
    expect(said).toContain('USD');
    // EUR: Sara 4,000 and Omid 4,000; USD: Omid 2,000.
    const texts = drawingsOf(html).map(({ texts: own }) => own.map(({ text }) => text.replaceAll('\u00a0', ' ')));
    expect(texts[0]?.filter((text) => text === '4,000').length).toBeGreaterThanOrEqual(2);
    expect(texts[2]).toContain('2,000');
  });

  it('draw periods in the order of time, and groups over time on the same axes', async () => {
    const one = DEALS.replaceAll('USD', 'EUR');
    const report = await reportTexts({ 'deals.csv': one }, { by: ['month', 'month,owner', 'owner'] });
    const html = made(report);
    // January 1,000, February 3,000, March 6,000.
    const [months] = drawingsOf(html);
    const heights = [...(months?.rects ?? [])].sort((a, b) => a.x - b.x).map(({ height }) => height);
    expect(heights).toHaveLength(3);
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(3, 0);
    expect((heights[2] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(6, 0);
    const little = [...dom(html).querySelectorAll('.many')];
    expect(little.length).toBeGreaterThanOrEqual(2);
    for (const each of little) expect(each.querySelectorAll('svg')).toHaveLength(2);
  });
});
