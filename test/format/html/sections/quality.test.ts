import { describe, expect, it } from 'vitest';
import { qualityHtml } from '../../../../src/format/html/sections/quality.js';
import { htmlPage, parsed, rectsOf, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

/** Four deals; the second is won without an amount, an error. */
const DEALS = [
  'Deal ID,Status,Amount,Create Date,Close Date',
  '1,won,100,2024-01-01,2024-02-01',
  '2,won,,2024-01-02,2024-02-02',
  '3,lost,300,2024-01-03,2024-02-03',
  '4,open,400,2024-01-04,',
].join('\n');

describe('the quality of a page', () => {
  it('is a share in words and as a bar, and the rules with what they cost', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const page = parsed(qualityHtml(report, htmlPage()));
    expect(page.textContent.replaceAll('\u00a0', ' ')).toContain('4 records = 2 won + 1 lost + 1 open');
    expect(textsOf(page, '.sub')[0]).toContain('75.0 % of 4 records have no error');
    const drawing = page.querySelector('.w');
    if (drawing === null) throw new Error('nothing is drawn');
    const [whole] = rectsOf(drawing, 'grid');
    const [share] = rectsOf(drawing, 'mark');
    expect((share?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(0.75, 1);
    const table = page.querySelector('.rules');
    if (table === null) throw new Error('no table');
    const [heads, row] = tableTexts(table);
    expect(heads).toEqual(['Rule', 'Severity', 'Found', 'Affects', 'See them']);
    expect(row?.slice(0, 3)).toEqual(['Won deals without an amount', 'error', '1']);
    expect(row?.[3]).toContain('Won value');
    expect(row?.[4]).toBe('kpi check --rules deal.won_without_amount');
    expect(table.querySelector('td a')?.getAttribute('href')).toMatch(/^#/);
  });

  it('keeps the condition of the report in its commands', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const filter = { where: 'amount > 5', kept: 3, leftOut: 1, records: 4, unknown: 0 };
    const page = parsed(qualityHtml({ ...report, filter }, htmlPage()));
    expect(textsOf(page, 'td code')[0]).toBe("kpi check --rules deal.won_without_amount --where 'amount > 5'");
  });

  it('is nothing where no deal was read, and speaks Persian', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const partition = { records: 0, won: 0, lost: 0, open: 0, excluded: 0 };
    expect(qualityHtml({ ...report, partition, quality: null }, htmlPage())).toBe(null);
    expect(tableTexts(parsed(qualityHtml(report, htmlPage('fa'))))[0]).toEqual([
      'قاعده',
      'شدت',
      'مورد',
      'اثر بر',
      'دیدن همه',
    ]);
  });
});
