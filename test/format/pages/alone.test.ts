import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/format/render.js';
import type { Lang } from '../../../src/locale/text.js';
import type { Report } from '../../../src/report/schema.js';
import { compareTexts } from '../../support/compare-texts.js';
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

describe('what changed between exports, alone', () => {
  const HEADER = 'Deal ID,Deal Name,Stage,Amount,Close Date,Create Date\n';
  const OLD = `${HEADER}1,Alpha,Proposal,1000,2025-03-10,2025-01-05\n`;
  const NEW = `${OLD}2,Beta,Proposal,700,2025-05-01,2025-02-20\n`;
  const compared = () => compareTexts({ 'old.csv': OLD, 'new.csv': NEW });

  it('is called so, with both days', async () => {
    const document = await compared();
    expect(await shown(document, 'table')).toMatch(/^What changed · 5 Jan – 20 Feb 2025 +data to 20 Feb 2025/);
    expect(await shown(document, 'html')).toContain('<title>What changed, 5 Jan – 20 Feb 2025</title>');
    // 5 January and 20 February 2025 are 16 Dey and 2 Esfand 1403.
    const persian = await shown({ ...document, calendar: 'jalali' }, 'table', 'fa');
    expect(persian.replaceAll(/[\u2066-\u2069]/g, '')).toMatch(/^چه تغییر کرده · ۱۶ دی – ۲ اسفند ۱۴۰۳/);
    const undated = document.changes && {
      ...document,
      changes: {
        ...document.changes,
        snapshots: document.changes.snapshots.map((one) => ({ ...one, taken: null })),
      },
    };
    expect(undated && (await shown(undated, 'html'))).toContain('<title>What changed</title>');
  });

  it('heads its first section by what it holds, and beside figures by its name', async () => {
    const document = await compared();
    expect(await shown(document, 'markdown')).toContain('</a>From the old pipeline to the new one\n');
    const beside = await shown({ ...REPORT, changes: document.changes }, 'markdown');
    expect(beside).toMatch(/^# Sales/);
    expect(beside).toContain('</a>What changed since the earlier export\n');
  });

  it('sends to the newest export for more: read with the older one it would be two versions of the same', async () => {
    const more = (text: string) => text.replaceAll(/\s+/g, ' ').replace(/^.*More: /, '');
    const text = more(await shown(await compared(), 'table'));
    expect(text).toContain('new.csv');
    expect(text).not.toContain('old.csv');
  });
});
