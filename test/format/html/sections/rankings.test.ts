import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/format/html/markup.js';
import { openPage } from '../../../../src/format/html/page.js';
import { rankingFigures } from '../../../../src/format/html/sections/groups/rankings.js';
import type { Report } from '../../../../src/report/schema.js';
import { kpiEntry, REPORT } from '../../../support/documents.js';
import { drawingsOf } from '../../../support/drawn-svg.js';

function made(report: Report, lang: 'en' | 'fa' = 'en'): string {
  const page = openPage({ lang, calendar: 'gregorian', short: true, detail: 'standard' });
  return rankingFigures(report, page).map(textOf).join('');
}

const dom = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
const words = (html: string): string => (dom(html).body.textContent ?? '').replaceAll('\u00a0', ' ');

const part = (key: string, n: number, amount: number | null, share: number | null) => ({ key, n, amount, share });

describe('rankings on the page', () => {
  it('list the largest customers with what each is worth, and how to see the others', () => {
    const entry = kpiEntry({
      ...{ id: 'revenue_concentration', title: 'Top 10 customers’ share', unit: 'ratio', value: 0.5, n: 20 },
      ranking: Array.from({ length: 10 }, (_, index) => part(`Customer ${index + 1}`, 3, 50_000 - index, 0.05)),
      rankingTotal: 20,
    });
    const html = made({ ...REPORT, kpis: [entry] });
    expect(dom(html).querySelectorAll('tbody tr')).toHaveLength(5);
    expect(words(html)).toContain('5 of 20, top 10 customers’ share 50.0 %');
    expect(words(html)).toContain('The other 15: --by customer');
    expect(words(html)).toContain('50.0 k');
  });

  it('draw reasons of loss as long as they are frequent; an empty cell is one of them', () => {
    const entry = kpiEntry({
      ...{ id: 'lost_reason_coverage', title: 'Reasons known', unit: 'ratio', value: 0.75, n: 40 },
      ranking: [part('Price', 20, null, 0.5), part('', 10, null, 0.25), part('<script>', 10, null, 0.25)],
      rankingTotal: 3,
    });
    const html = made({ ...REPORT, kpis: [entry] });
    const [bars] = drawingsOf(html);
    const [price, empty] = bars?.rects ?? [];
    expect((price?.width ?? 0) / (empty?.width ?? 1)).toBeCloseTo(2, 1);
    expect(bars?.texts.map(({ text }) => text)).toContain('(empty)');
    expect(html).not.toContain('<script');
  });

  it('are none where there is none', () => {
    expect(made(REPORT)).toBe('');
  });
});
