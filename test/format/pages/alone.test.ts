import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import type { Lang } from '../../../src/locale/text.js';
import type { Report } from '../../../src/report/schema.js';
import { REPORT } from '../../support/documents.js';
import { FORECAST } from '../../support/predictions.js';

/** As `kpi forecast` makes it. */
const ALONE: Report = {
  ...REPORT,
  headline: [],
  insights: [],
  kpis: [],
  series: [],
  breakdowns: [],
  funnel: [],
  cohorts: null,
  conversion: null,
  pipeline: null,
  cycle: null,
  actions: null,
  evidence: [],
  quality: null,
  warnings: [],
  forecast: FORECAST,
};

const shown = async (report: Report, format: string, lang: Lang = 'en'): Promise<string> =>
  [...(await renderReport(report, format, { lang, color: false, width: 100 }))].join('').replaceAll('\u00a0', ' ');

describe('a forecast alone', () => {
  it('is called one, with the days it is about', async () => {
    expect(await shown(ALONE, 'table')).toMatch(/^Forecast · 1 Jul – 31 Aug 2025 +data to /);
    expect(await shown(ALONE, 'markdown')).toMatch(/^# Forecast · 1 Jul – 31 Aug 2025\n/);
    expect(await shown(ALONE, 'html')).toContain('<title>Forecast, 1 Jul – 31 Aug 2025</title>');
    expect(await shown(ALONE, 'table', 'fa')).toContain('پیش‌بینی · ');
    const none = { ...ALONE, forecast: { ...FORECAST, from: null, until: null, reason: 'no_deals', months: [] } };
    expect((await shown(none, 'table')).split('\n')[0]).toMatch(/^Forecast +data to /);
    expect(await shown(none, 'html')).toContain('<title>Forecast</title>');
  });

  it('says its name once: its one section is headed by what it holds', async () => {
    expect(await shown(ALONE, 'markdown')).toContain('</a>Won value by month\n');
    expect(await shown(ALONE, 'html')).toContain('>Won value by month</h2>');
    const beside = await shown({ ...REPORT, forecast: FORECAST }, 'markdown');
    expect(beside).toMatch(/^# Sales/);
    expect(beside).toContain('</a>Forecast\n');
  });

  it('has no other section, in any format', async () => {
    const headings = [...(await shown(ALONE, 'markdown')).matchAll(/^## .*<\/a>(.*)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(['Won value by month', 'Read from']);
    const page = [...(await shown(ALONE, 'html')).matchAll(/<h2 [^>]*>([^<]*)<\/h2>/g)].map(([, name]) => name);
    expect(page).toEqual(['Won value by month', 'Method']);
  });
});
