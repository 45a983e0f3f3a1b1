import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../src/format/definition.js';
import { renderReport } from '../../../src/format/render.js';
import type { Report } from '../../../src/report/schema.js';
import { EMPTY_REPORT, QUARTER_REPORT, REPORT } from '../../support/documents.js';

const table = async (report: Report, width = 120, detail: Detail = 'standard'): Promise<string> =>
  [...(await renderReport(report, 'table', { lang: 'en', color: false, width, detail }))].join('');

const HEADLINE = [
  { code: 'won_value', args: {}, message: 'Won 70,000 USD from 8 deals.' },
  { code: 'levels', args: {}, message: 'Win rate 67 %.' },
];
/** The headings, in their order. */
const headings = (text: string): (string | undefined)[] => text.match(/^\S.*(?= ─{3})/gm) ?? [];

describe('the page of a report', () => {
  it('begins with what it is about, and the sentences to repeat before any table', async () => {
    const lines = (await table({ ...REPORT, headline: HEADLINE })).split('\n');
    expect(lines[0]).toMatch(/^Sales · all data +data to 31 Dec 2024$/);
    expect(lines.slice(2, 4)).toEqual(HEADLINE.map(({ message }) => message));
    expect((await table(QUARTER_REPORT)).split('\n')[0]).toMatch(/^Sales \S+ · .+ against .+ · data to /);
  });

  it('is read in one order, with what it rests on last', async () => {
    const order = ['What stands out', 'Figures', 'Over time', 'By source', 'By owner', 'Funnel'];
    const end = ['Customers by first purchase', 'Data quality', 'Warnings', 'Notes', 'Read from'];
    expect(headings(await table(REPORT))).toEqual([...order, ...end]);
  });

  it('is one screen in brief: 40 lines of 100 columns, and says what it leaves out', async () => {
    for (const report of [REPORT, QUARTER_REPORT, EMPTY_REPORT]) {
      const text = await table({ ...report, headline: HEADLINE }, 100, 'brief');
      expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
      expect(text).toContain('--detail standard');
    }
    expect(headings(await table(REPORT, 100, 'brief'))).toEqual(['What stands out', 'Figures']);
  });

  it('says in full whatever it says in standard', async () => {
    const full = headings(await table(REPORT, 120, 'full'));
    for (const heading of headings(await table(REPORT))) expect(full).toContain(heading);
  });

  it('says what was read, and what of it was left out', async () => {
    expect(await table(REPORT)).toContain('hubspot.csv (16 deals · 5 rows left out: 1 blank, 4 footer)');
    expect(await table(REPORT, 120, 'full')).toContain(
      '16 records from hubspot.csv (deals, hubspot) · 5 rows left out: 1 blank, 4 footer',
    );
  });

  it('says several currencies where there is no single one', async () => {
    const text = await table({ ...REPORT, currency: null, currencies: ['EUR', 'USD'] });
    expect(text).toContain('EUR, USD (several currencies, not added up)');
  });

  it('names the KPIs that a note is about, and counts them where they are more than a list that is read', async () => {
    const note = {
      code: 'data_begins',
      args: { of: 'closed', day: '2024-03-02' },
      message: 'closings begin on 2024-03-02',
    };
    const of = (n: number) =>
      REPORT.kpis.slice(0, 1).flatMap((entry) =>
        Array.from({ length: n }, (_, at) => ({
          ...entry,
          title: `KPI ${at}`,
          excluded: [],
          bounds: null,
          notes: [note],
        })),
      );
    expect(await table({ ...REPORT, kpis: of(2) })).toContain('KPI 0, KPI 1: closings begin on 2024-03-02');
    expect(await table({ ...REPORT, kpis: of(7) })).toContain('7 KPIs: closings begin on 2024-03-02');
  });

  it('keeps what explains the method for the full detail, and says how much that is', async () => {
    expect(await table(REPORT)).toContain('More: --detail full (2 more notes) · ');
    expect(await table(REPORT, 120, 'full')).not.toContain('--detail full');
  });

  it('says the same exclusion once, with every KPI it concerns', async () => {
    const text = await table(REPORT, 200, 'full');
    expect(text.match(/1 without an amount: left out of/g)).toHaveLength(1);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '1 without an amount: left out of Win rate by value, Revenue won, Average deal size, Open pipeline, Historic customer value',
    );
  });

  it('ends with commands that can be typed as they stand', async () => {
    const source = REPORT.sources.map((some) => ({ ...some, file: "my 'deals'.csv" }));
    const text = await table({ ...REPORT, sources: source }, 300);
    expect(text.slice(text.indexOf('More: ')).replaceAll(/\s+/g, ' ').trim().split(' · ').slice(1)).toEqual([
      "kpi explain win_rate 'my '\\''deals'\\''.csv'",
      "kpi check 'my '\\''deals'\\''.csv'",
      "kpi deals 'my '\\''deals'\\''.csv'",
      "kpi inspect 'my '\\''deals'\\''.csv'",
    ]);
  });

  it('names several files once, with the options that make them what they are', async () => {
    const [one] = REPORT.sources;
    if (one === undefined) throw new Error('a source');
    const sources = [one, { ...one, file: 'products.csv', role: 'lookup' }];
    const text = (await table({ ...REPORT, sources }, 300)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('kpi inspect FILES, where FILES is hubspot.csv --lookup products.csv');
  });
});
