import { describe, expect, it } from 'vitest';
import { cohortsHtml } from '../../../../src/format/html/sections/cohorts.js';
import { heatOf } from '../../../../src/format/html/sections/heat.js';
import { htmlPage, parsed, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

/** Customers A and B buy first in Q1; A again in Q2; B in Q3; C first in Q2 and again in Q3; D first in Q3. */
const DEALS = [
  'Deal ID,Status,Amount,Account,Close Date',
  '1,won,10,A,2024-01-10',
  '2,won,10,B,2024-02-10',
  '3,won,10,A,2024-05-10',
  '4,won,10,C,2024-06-10',
  '5,won,10,B,2024-08-10',
  '6,won,10,C,2024-09-10',
  '7,won,10,D,2024-09-30',
  '8,lost,10,D,2024-09-29',
].join('\n');

describe('the cohorts of a page', () => {
  it('are a row of shares each, as deep as they are high', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const page = parsed(cohortsHtml(report, htmlPage()));
    expect(tableTexts(page)).toEqual([
      ['First purchase', 'Customers', '+1', '+2'],
      ['2024-Q1', '2', '50', '50'],
      ['2024-Q2', '1', '100', '·'],
    ]);
    expect([...page.querySelectorAll('td')].map((cell) => cell.getAttribute('class') ?? '')).toEqual([
      '',
      'h5',
      'h5',
      '',
      'h9',
      'dim',
    ]);
  });

  it('leave out those that the files cannot have seen again, and say so', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const page = parsed(cohortsHtml(report, htmlPage()));
    expect(textsOf(page, '.note').join(' ')).toContain(
      'Left out, since the files cannot have seen them buy again yet: 2024-Q3.',
    );
    const { cohorts } = report;
    if (cohorts === null) throw new Error('no cohorts');
    const young = { ...report, cohorts: { ...cohorts, rows: cohorts.rows.slice(-1) } };
    const none = parsed(cohortsHtml(young, htmlPage()));
    expect(none.querySelector('table')).toBe(null);
    expect(none.textContent).toContain('Not computed');
    expect(cohortsHtml({ ...report, cohorts: null }, htmlPage())).toBe(null);
  });

  it('are bounded, the newest kept, and say so', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const rows = Array.from({ length: 400 }, (_, at) => ({
      label: `${1600 + at}`,
      start: `${1600 + at}-01-01`,
      size: 3,
      retained: Array.from({ length: 400 }, (_, later) => (later < 400 - at ? 0.5 : null)),
    }));
    const cohorts = { grain: 'year', partial: true, excluded: [], rows };
    const page = parsed(cohortsHtml({ ...report, cohorts }, htmlPage()));
    const [heads, ...body] = tableTexts(page);
    expect(heads).toHaveLength(14);
    expect(body).toHaveLength(12);
    expect(body.at(-1)?.slice(0, 3)).toEqual(['1998', '3', '50‡']);
    expect(page.textContent).toContain('The newest 12 of 399 rows');
  });

  it('speak Persian', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const [, row] = tableTexts(parsed(cohortsHtml(report, htmlPage('fa'))));
    expect(row?.slice(1)).toEqual(['۲', '۵۰', '۵۰']);
  });
});

describe('the ground of a cell', () => {
  it('has ten steps, and none where there is nothing', () => {
    expect([0, 0.001, 0.1, 0.55, 0.99, 1].map(heatOf)).toEqual([undefined, 0, 1, 5, 9, 9]);
    expect(heatOf(Number.NaN)).toBe(undefined);
  });
});
