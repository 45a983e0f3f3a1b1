import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/format/html/markup.js';
import { lifetimeHtml } from '../../../../src/format/html/sections/lifetime.js';
import type { Report } from '../../../../src/index.js';
import { LIFETIME } from '../../../support/ahead.js';
import { htmlPage, parsed, rectsOf, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

type Lifetime = NonNullable<Report['lifetime']>;

const bare = reportTexts({ 'deals.csv': 'Deal ID,Status,Amount,Account,Close Date\n1,won,10,A,2024-01-10' });

async function shown(given: Partial<Lifetime> = {}, lang: 'en' | 'fa' = 'en') {
  const lifetime = { ...LIFETIME, ...given };
  const made = lifetimeHtml({ ...(await bare), lifetime }, htmlPage(lang));
  if (made === null) throw new Error('nothing is shown');
  return { page: parsed(made), text: textOf(made) };
}

describe('the lifetime value of a page', () => {
  it('says what is expected of customers, with what was assumed', async () => {
    const { page } = await shown();
    expect(textsOf(page, '.num')).toEqual(['5,200 EUR', '416 k EUR', '80']);
    const [mean, total, customers] = textsOf(page, '.card .ch');
    expect(mean).toContain('95 % interval 4,100–6,600');
    expect(mean).toContain('discounted by 10 % a year (assumed)');
    expect(total).toBe('revenue: no margin is set');
    expect(customers).toBe('40 bought again; 230 purchases in all');
  });

  it('lists customers without a chance for those with one purchase, and says why', async () => {
    const { page } = await shown();
    const rows = tableTexts(page.querySelector('#customers-ranked') ?? page);
    expect(rows[1]).toEqual(['Acme', '6', '2024-05-01', '45', '12.0 k', '93.0 %', '4.3', '9,800', '6.00–14.0 k']);
    expect(rows[2]?.[5]).toBe('–');
    expect(textsOf(page, '#customers-ranked .note')[0]).toContain('the model says 100 % there by construction');
    expect(page.querySelector('#customers-at-risk')?.textContent).toContain('the first 1 of 4');
    const none = await shown({ atRisk: [], atRiskTotal: 0 });
    expect(none.page.textContent).toContain('No customer of high value seems to have left.');
  });

  it('draws what was observed as columns under the ticks of the model, and names the farthest apart', async () => {
    const { page } = await shown();
    const figure = page.querySelector('#lifetime-fit');
    const drawing = figure?.querySelector('svg');
    if (figure == null || drawing == null) throw new Error('nothing is drawn');
    const [first, second] = rectsOf(drawing, 'mark');
    expect((first?.height ?? 0) / (second?.height ?? 1)).toBeCloseTo(2, 1);
    // 20 and 16.5 are 3.5 apart; 40 and 41.2, 20 and 22.3 less.
    expect(figure.querySelector('[role=img]')?.getAttribute('aria-label')).toContain(
      'farthest apart at 1: 20 observed',
    );
    // 40 × 0.25 + 10 × 2 = 30; 40 × 0.2 + 10 × 2.5 = 33.
    expect(page.querySelector('#lifetime-held-out')?.textContent).toContain('In all 30 purchases, 33 by the model.');
  });

  it('says why there is none, and still how many customers there are', async () => {
    const { page } = await shown({ reason: 'no_model', fit: null, list: [], atRisk: [], model: null, spend: null });
    expect(page.textContent).toContain('Not computed');
    expect(textsOf(page, '.num')).toEqual(['80']);
    expect(page.querySelector('svg')).toBe(null);
    expect(lifetimeHtml({ ...(await bare), lifetime: null }, htmlPage())).toBe(null);
  });

  it('says why purchases are not valued', async () => {
    const { page } = await shown({
      ...{ spend: null, spendReason: 'no_model', meanValue: null, interval: null, totalValue: null },
    });
    expect(textsOf(page, '.num').slice(0, 2)).toEqual(['–', '–']);
    expect(page.textContent).toContain('What a purchase is worth is not modelled: no model could be fitted');
  });

  it('stands names that are no names, in both languages', async () => {
    const [first] = LIFETIME.list;
    if (first === undefined) throw new Error('no customer');
    const list = [
      { ...first, customer: `<script>|\`\u202e${'x'.repeat(10_000)}` },
      { ...first, customer: '' },
    ];
    for (const lang of ['en', 'fa'] as const) {
      const { text } = await shown({ list }, lang);
      expect(text).not.toMatch(/<script|\u202e|x{200}|style=|NaN|undefined/);
    }
  });
});
