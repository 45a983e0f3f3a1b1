import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/format/html/markup.js';
import { forecastHtml } from '../../../../src/format/html/sections/forecast.js';
import type { Report } from '../../../../src/index.js';
import { FORECAST } from '../../../support/ahead.js';
import { drawingsOf } from '../../../support/drawn-svg.js';
import { htmlPage, parsed, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

type Forecast = NonNullable<Report['forecast']>;

const DEALS = 'Deal ID,Status,Amount,Account,Close Date\n1,won,10,A,2024-01-10';
const bare = reportTexts({ 'deals.csv': DEALS });

async function shown(given: Partial<Forecast> = {}, lang: 'en' | 'fa' = 'en') {
  const forecast = { ...FORECAST, ...given };
  const made = forecastHtml({ ...(await bare), forecast }, htmlPage(lang));
  if (made === null) throw new Error('nothing is shown');
  return { page: parsed(made), text: textOf(made) };
}

describe('the forecast of a page', () => {
  it('begins with whether the model may be believed', async () => {
    const lead = async (headline: Forecast['headline']) => textsOf((await shown({ headline })).page, '.lead')[0];
    expect(await lead({ beats: true, message: null })).toContain('better than the best simple rule (mean of three');
    expect(await lead({ beats: false, message: null })).toContain('does not beat the best simple rule');
    expect(await lead({ beats: null, message: null })).toContain('too little past');
    const message = { code: 'said', args: {}, message: 'As the document says it.' };
    expect(await lead({ beats: true, message })).toBe('As the document says it.');
  });

  it('says what is expected, how sure that is, and what is not known of the open deals', async () => {
    const { page } = await shown();
    const [expected, soFar, open] = textsOf(page, '.card .ch');
    expect(textsOf(page, '.num')).toEqual(['1.16 M EUR', '470 k EUR', '240']);
    expect(expected).toContain('95 % interval 0.90–1.45 M');
    expect(expected).toContain('simple rule (mean of three months): 1.12 M');
    expect(soFar).toContain('beside 150 k won so far');
    expect(open).toContain('40 (about 80.0 k) without an amount, 3 without a creation date');
    expect(open).toContain('whatever these are worth, the forecast is 1.08–1.30 M');
  });

  it('stacks the parts of each month, the surest lowest, under the interval and the tick of the baseline', async () => {
    const { text } = await shown();
    const [months] = drawingsOf(text.slice(text.indexOf('id="forecast-months"')));
    const parts = (fill: string) => months?.rects.filter((rect) => rect.fill === fill) ?? [];
    const [sure, open, ahead] = [parts('var(--mark)'), parts('var(--accent-soft)'), parts('var(--bg)')];
    // Only the running month has something won.
    expect([sure.length, open.length, ahead.length]).toEqual([1, 4, 4]);
    const [first] = sure;
    const [second] = open;
    // 150 k of 90 k on top of it: as high, and right above.
    expect((first?.height ?? 0) / (second?.height ?? 1)).toBeCloseTo(150 / 90, 1);
    expect((second?.y ?? 0) + (second?.height ?? 0)).toBeCloseTo(first?.y ?? 0, 0);
    const spans = months?.lines.filter(({ stroke, width }) => stroke === 'var(--ink-2)' && width === 0) ?? [];
    expect(spans).toHaveLength(4);
    // 220 k of interval against 90 k of open deals.
    expect((spans[0]?.height ?? 0) / (second?.height ?? 1)).toBeCloseTo(220 / 90, 1);
  });

  it('has the months in a table with their sum', async () => {
    const { page } = await shown();
    const rows = tableTexts(page.querySelector('#forecast-months') ?? page);
    expect(rows[1]).toEqual(['2024-06 ‡', '150 k', '90.0 k', '20.0 k', '260 k', '200–420 k', '280 k', '30.0']);
    expect(rows.at(-1)?.[0]).toBe('Together');
    expect(rows.at(-1)?.[4]).toBe('1.16 M');
  });

  it('tells targets in a sentence, and why one is not forecast', async () => {
    const { page } = await shown();
    const text = textsOf(page, '#pacing').join(' ');
    expect(text).toContain(
      'Won value in 2024-Q2: 820 k EUR expected of 900 k EUR; the chance to reach it is 12 %, 200 k EUR is missing.',
    );
    expect(text).toContain('not forecast, no model could be fitted to these files.');
  });

  it('holds the past against the best baseline, and counts the months within the interval', async () => {
    const { page } = await shown();
    const label = page.querySelector('#forecast-past [role=img]')?.getAttribute('aria-label') ?? '';
    // Won 250 k to 330 k, the intervals 180–350 k and wider upwards.
    expect(label).toContain('8 past months');
    expect(label).toContain('8 of them lie within the interval');
    expect(textsOf(page, '#forecast-past .sub')[0]).toContain('mean of three months');
  });

  it('shows the chances of the file beside those of the model', async () => {
    const { page, text } = await shown();
    expect(textsOf(page, '#forecast-calibration .note')[0]).toContain(
      'Brier score 0.181, of the probabilities of the file 0.224',
    );
    const [drawing] = drawingsOf(text.slice(text.indexOf('id="forecast-calibration"')));
    expect(drawing?.dots).toHaveLength(3);
  });

  it('says why there is none, and draws nothing', async () => {
    const { page, text } = await shown({ reason: 'no_model', months: [], total: null, open: null });
    expect(page.querySelector('svg')).toBe(null);
    expect(text).toContain('Not computed');
    expect(forecastHtml({ ...(await bare), forecast: null }, htmlPage())).toBe(null);
  });

  it('leaves out every part that there is nothing of, and says why the past was not forecast', async () => {
    const { page } = await shown({
      ...{ months: [], total: null, open: null, groups: [], pacing: [], byStage: [], crm: null, notes: [] },
      backtest: { ...FORECAST.backtest, reason: 'no_model', months: [], scores: [], calibration: [], brier: null },
    });
    expect(page.querySelector('svg')).toBe(null);
    expect(page.querySelector('table')).toBe(null);
    expect(textsOf(page, '.note')[0]).toContain('The forecast is not tested on the past');
  });

  it('stands names that are no names, and cuts many groups aloud', async () => {
    const key = `<script>=cmd()|\`\u202e${'x'.repeat(10_000)}`;
    const [entry] = FORECAST.groups;
    const [group] = entry?.groups ?? [];
    if (group === undefined) throw new Error('no group');
    const groups = [{ by: ['owner'], groups: Array.from({ length: 5_000 }, () => ({ ...group, key: [key] })) }];
    const { text, page } = await shown({ groups });
    expect(text).not.toContain('<script');
    expect(text).not.toContain('x'.repeat(200));
    expect(text).not.toContain('\u202e');
    expect(page.textContent).toContain('12 of 5,000 are drawn, 200 are in the table.');
  });

  it('runs from right to left in Persian, with its digits', async () => {
    const { text, page } = await shown({}, 'fa');
    const [months] = drawingsOf(text.slice(text.indexOf('id="forecast-months"')));
    const first = months?.rects.find(({ fill }) => fill === 'var(--mark)');
    expect(first?.x).toBeGreaterThan((months?.width ?? 0) / 2);
    expect(textsOf(page, '.num')[2]).toBe('۲۴۰');
    expect(text).not.toMatch(/style=|NaN|undefined/);
  });
});
