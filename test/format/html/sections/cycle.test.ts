import { describe, expect, it } from 'vitest';
import { cycleHtml } from '../../../../src/format/html/sections/cycle.js';
import { htmlPage, parsed, rectsOf, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

const HEAD = 'Deal ID,Deal Name,Status,Amount,Create Date,Close Date';
const deal = (id: number, status: string, days: number, name = `Deal ${id}`): string => {
  const end = new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
  return `${id},${name},${status},100,2024-01-01,${end}`;
};

describe('the cycle of a page', () => {
  it('is a line per deal under 20 won deals, the end told in days', async () => {
    const rows = [HEAD, deal(1, 'won', 10), deal(2, 'won', 30), deal(3, 'lost', 20), deal(4, 'open', 0)];
    const report = await reportTexts({ 'deals.csv': rows.join('\n') });
    const page = parsed(cycleHtml(report, htmlPage()));
    const drawing = page.querySelector('.w');
    if (drawing === null) throw new Error('nothing is drawn');
    const texts = textsOf(drawing, 'text');
    expect(texts).toEqual(expect.arrayContaining(['Deal 1', 'Deal 2', 'Deal 3', '10 days', '30 days', '20 days']));
    expect(texts).not.toContain('Deal 4');
    const length = (stroke: string): number[] =>
      [...drawing.querySelectorAll(`g[stroke="var(--${stroke})"] path, g[stroke="var(--${stroke})"] line`)]
        .map((line) => /M([\d.]+),[\d.]+L([\d.]+),/.exec(line.getAttribute('d') ?? ''))
        .flatMap((match) => (match === null ? [] : [Number(match[2]) - Number(match[1])]));
    const [ten, thirty] = length('mark').sort((a, b) => a - b);
    expect((ten ?? 0) / (thirty ?? 1)).toBeCloseTo(1 / 3, 1);
    expect((length('bad')[0] ?? 0) / (thirty ?? 1)).toBeCloseTo(2 / 3, 1);
    expect(textsOf(page, 'figure > .note')[0]).toContain('mean 20 days, median 20 days');
    expect(tableTexts(page)[1]).toEqual(['Deal 2', 'Won', '30', '2024-01-01', '2024-01-31']);
  });

  it('says in words that the mean describes almost no deal', async () => {
    const won = Array.from({ length: 40 }, (_, id) => deal(id, 'won', id < 20 ? 4 + (id % 4) : 90 + (id % 8)));
    const report = await reportTexts({ 'deals.csv': [HEAD, ...won, deal(99, 'lost', 50)].join('\n') });
    const page = parsed(cycleHtml(report, htmlPage()));
    const drawing = page.querySelector('.w');
    if (drawing === null) throw new Error('nothing is drawn');
    // 20 deals of 4…7 days (mean 5.5) and 20 of 90…97 (each twice, 94…97 once more: mean 93.9): 49.7 in all.
    expect(report.cycle?.meanDescribes).toBe(false);
    expect(textsOf(drawing, 'text').join(' ')).toMatch(/mean 50: almost no deal/);
    const counted = tableTexts(page)
      .slice(1)
      .map(([, n]) => Number(n));
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(40);
    const heights = rectsOf(drawing, 'mark').map(({ height }) => height);
    const filled = counted.filter((n) => n > 0);
    expect(heights).toHaveLength(filled.length);
    heights.forEach((height, at) => {
      expect(height / Math.max(...heights)).toBeCloseTo((filled[at] ?? 0) / Math.max(...filled), 1);
    });
  });

  it('names deals harmlessly', async () => {
    const name = `<script>alert(1)</script>${'x'.repeat(10_000)}`;
    const report = await reportTexts({ 'deals.csv': [HEAD, deal(1, 'won', 10, name)].join('\n') });
    const page = parsed(cycleHtml(report, htmlPage('fa')));
    expect(page.querySelector('script')).toBe(null);
    expect(page.textContent.length).toBeLessThan(3000);
  });

  it('tells no deal by itself where they are withheld', async () => {
    const rows = [HEAD, deal(1, 'won', 10), deal(2, 'won', 30), deal(3, 'lost', 20)];
    const report = await reportTexts({ 'deals.csv': rows.join('\n') });
    const { cycle } = report;
    if (cycle === null) throw new Error('no cycle');
    const withheld = { name: null, createdAt: null, closedAt: null, outcome: null, days: null };
    const deals = (cycle.deals ?? []).map((own) => ({ ...own, ...withheld }));
    const page = parsed(cycleHtml({ ...report, cycle: { ...cycle, deals } }, htmlPage()));
    expect(page.querySelector('svg')).toBe(null);
    expect(textsOf(page, '.sub')).toEqual(['2 won, 1 lost']);
    expect(textsOf(page, 'p').at(-1)).toContain('mean 20 days');
  });

  it('says why there is none, without an empty frame', async () => {
    const report = await reportTexts({ 'deals.csv': 'Deal ID,Status,Amount\n1,won,5\n2,lost,7\n' });
    const page = parsed(cycleHtml(report, htmlPage()));
    expect(page.querySelector('svg')).toBe(null);
    expect(textsOf(page, '.sub')[0]).toMatch(/^Not computed: /);
    expect(cycleHtml({ ...report, cycle: null }, htmlPage())).toBe(null);
  });
});
