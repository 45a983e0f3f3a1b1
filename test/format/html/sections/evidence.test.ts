import { describe, expect, it } from 'vitest';
import { evidenceHtml } from '../../../../src/format/html/sections/evidence.js';
import { htmlPage, parsed, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

const DEALS = [
  'Deal ID,Deal Name,Status,Amount,Create Date,Close Date',
  ...Array.from({ length: 7 }, (_, at) => `${at},Deal ${at},won,${at * 10 + 10},2024-01-01,2024-01-1${at}`),
  '8,<script>alert(1)</script>,open,5,2024-01-02,',
].join('\n');

describe('the deals behind the figures', () => {
  it('are folded, five of each figure at most, with the command for all', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const page = parsed(evidenceHtml(report, htmlPage()));
    expect(page.querySelector('script')).toBe(null);
    const won = page.querySelector('#evidence-revenue_won');
    if (won === null) throw new Error('no won value');
    expect(textsOf(won, 'summary')).toEqual(['Won value 7 deals']);
    expect(textsOf(won, '.sub')).toEqual(['5 of 7, largest amount first']);
    const [heads, first, ...others] = tableTexts(won);
    expect(heads).toEqual(['Deal', 'Amount', 'Time', 'Outcome', 'Created', 'Closed']);
    // The seventh: 70, closed on the 16th, 15 days after it was created.
    expect(first).toEqual(['Deal 6', '70', '15 days', 'won', '2024-01-01', '2024-01-16']);
    expect(others).toHaveLength(4);
    expect(textsOf(won, 'code')[0]).toMatch(/^kpi deals --kpi revenue_won/);
  });

  it('are nothing where there is none, and bounded', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    expect(evidenceHtml({ ...report, evidence: [] }, htmlPage())).toBe(null);
    const [one] = report.evidence;
    if (one === undefined) throw new Error('no evidence');
    const evidence = Array.from({ length: 500 }, () => one);
    expect([...parsed(evidenceHtml({ ...report, evidence }, htmlPage())).querySelectorAll('details')]).toHaveLength(60);
  });
});
