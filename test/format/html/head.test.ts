import { describe, expect, it } from 'vitest';
import { headHtml } from '../../../src/format/html/head.js';
import type { Report } from '../../../src/report/schema.js';
import { REPORT } from '../../support/documents.js';
import { htmlPage, parsed, textsOf } from '../../support/html-page.js';

const period = (label: string, start: string, end: string) => ({
  ...{ label, start, end, calendar: 'gregorian' as const, asked: null, countedFrom: null },
});
const ASKED: Report = {
  ...REPORT,
  asOf: '2017-12-31',
  currency: 'EUR',
  filter: null,
  period: period('2017-Q3', '2017-07-01', '2017-09-30'),
  comparedTo: period('2017-Q2', '2017-04-01', '2017-06-30'),
};
const head = (report: Report, lang: 'en' | 'fa' = 'en') =>
  parsed(headHtml(report, [{ id: 'kpis', title: 'Figures' }], null, htmlPage(lang)));

describe('the head of a page', () => {
  it('says of which days it is, against what, in what, and how far the files reach', () => {
    const page = head(ASKED);
    expect(textsOf(page, 'h1')).toEqual(['Sales, 2017-Q3']);
    expect(textsOf(page, '.bar > span')).toEqual([
      '1 Jul – 30 Sep 2017',
      'against 2017-Q2',
      'Amounts in EURData to 31 Dec 2017',
    ]);
    expect(page.querySelector('nav a')?.getAttribute('href')).toBe('#kpis');
  });

  it('says only what there is', () => {
    const page = head({ ...ASKED, period: null, comparedTo: null, asOf: null, currency: null });
    expect(textsOf(page, 'h1, .bar > span')).toEqual(['Sales, all data']);
  });

  it('does not say days twice', () => {
    const page = head({
      ...ASKED,
      period: period('2017-07-01..2017-07-10', '2017-07-01', '2017-07-10'),
      comparedTo: null,
    });
    expect(textsOf(page, 'h1, .bar > span')).toEqual(['Sales, 1–10 Jul 2017', 'Amounts in EURData to 31 Dec 2017']);
  });

  it('says which records the page is of', () => {
    const filter = { where: "owner = 'Ann'", kept: 3, records: 16, leftOut: 13, unknown: 0 };
    expect(textsOf(head({ ...ASKED, filter }), '.only')[0]).toContain('3');
  });
});
