import { describe, expect, it } from 'vitest';
import { funnelHtml } from '../../../../src/format/html/sections/funnel.js';
import { htmlPage, parsed, rectsOf, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

/** 10 deals: 4 won, 3 lost, 3 open. */
const deals = (lostStage: string): string =>
  [
    'Deal ID,Deal Stage,Status,Amount,Create Date,Close Date',
    ...[1, 2, 3, 4].map((id) => `${id},Closed Won,won,100,2024-01-0${id},2024-02-0${id}`),
    ...[5, 6, 7].map((id) => `${id},${lostStage},lost,100,2024-01-0${id},2024-02-0${id}`),
    ...[8, 9].map((id) => `${id},Qualified,open,100,2024-01-0${id},`),
    '10,Proposal,open,100,2024-01-10,',
  ].join('\n');

describe('the funnel of a page', () => {
  it('tells what became of the deals where lost ones keep no stage, and why', async () => {
    const report = await reportTexts({ 'deals.csv': deals('Closed Lost') });
    const page = parsed(funnelHtml(report, htmlPage()));
    expect(textsOf(page, 'h3')).toEqual(['What became of the deals']);
    expect(textsOf(page, '.sub')[0]).toBe('3 still open (30 %), 3 lost (30 %)');
    const drawing = page.querySelector('.w');
    expect(drawing).not.toBe(null);
    if (drawing === null) return;
    expect(textsOf(drawing, 'text').slice(3)).toEqual(['10  100 %', '7  70 %', '4  40 %']);
    const [all, decided, won] = rectsOf(drawing, 'mark').map(({ width }) => width);
    expect(decided).toBeCloseTo((all ?? 0) * 0.7, 0);
    expect(won).toBeCloseTo((all ?? 0) * 0.4, 0);
    expect(textsOf(page, '.note').join(' ')).toContain('Lost deals keep no stage in these files');
  });

  it('has a row of bars for each stage where they do', async () => {
    const report = await reportTexts({ 'deals.csv': deals('Qualified') });
    const page = parsed(funnelHtml(report, htmlPage()));
    expect(report.funnel.some(({ rate }) => rate !== null)).toBe(true);
    const drawing = page.querySelector('.w');
    if (drawing === null) throw new Error('nothing is drawn');
    const names = report.funnel.map(({ stage }) => stage);
    expect(textsOf(drawing, 'text').slice(0, names.length)).toEqual(names);
    // Of the ten that came to it: three lost there, two still in it.
    const first = report.funnel.find(({ stage }) => stage === 'Qualified');
    expect(first).toMatchObject({ entered: 10, lost: 3, open: 2, advanced: 5 });
    const [went] = rectsOf(drawing, 'mark').map(({ width }) => width);
    const [lost] = rectsOf(drawing, 'bad').map(({ width }) => width);
    const [open] = rectsOf(drawing, 'mark-2').map(({ width }) => width);
    expect((lost ?? 0) / (went ?? 1)).toBeCloseTo(3 / 5, 1);
    expect((open ?? 0) / (went ?? 1)).toBeCloseTo(2 / 5, 1);
    const [, row] = tableTexts(page);
    expect(row?.slice(0, 5)).toEqual(['Qualified', '10', '5', '3', '2']);
  });

  it('does not say that lost deals keep no stage where some do', async () => {
    const report = await reportTexts({ 'deals.csv': deals('Qualified') });
    const funnel = report.funnel.map((stage) => ({ ...stage, rate: null }));
    const page = parsed(funnelHtml({ ...report, funnel }, htmlPage()));
    expect(textsOf(page, 'figure > .note')[0]).toMatch(/^Of too few of the lost deals/);
    const undecided = report.funnel.map((stage) => ({ ...stage, rate: null, lost: 0, advanced: 0 }));
    const open = parsed(funnelHtml({ ...report, funnel: undecided, funnelExcluded: [] }, htmlPage()));
    expect(textsOf(open, 'figure > .note')[0]).toMatch(/^No deal has left a stage yet/);
  });

  it('is bounded and says so', async () => {
    const report = await reportTexts({ 'deals.csv': deals('Qualified') });
    const [stage] = report.funnel;
    if (stage === undefined) throw new Error('no stage');
    const funnel = Array.from({ length: 5000 }, (_, at) => ({ ...stage, stage: `Stage ${at}` }));
    const page = parsed(funnelHtml({ ...report, funnel }, htmlPage()));
    expect([...page.querySelectorAll('tbody tr')].length).toBe(100);
    expect(page.textContent).toContain('The first 12 of 5,000 stages are drawn');
    const pipelines = funnel.map((one, at) => ({ ...one, pipeline: `Pipeline ${at}` }));
    const many = parsed(funnelHtml({ ...report, funnel: pipelines }, htmlPage()));
    expect([...many.querySelectorAll('figure')].length).toBe(4);
    expect(many.textContent).toContain('The largest 4 of 5,000 pipelines are drawn');
  });

  it('says why there is nothing, and stays away where it was not asked for', async () => {
    const report = await reportTexts({ 'deals.csv': 'Deal ID,Status,Amount\n1,won,5\n2,won,7\n' });
    const page = parsed(funnelHtml(report, htmlPage()));
    expect([...page.querySelectorAll('svg')]).toEqual([]);
    expect(textsOf(page, '.sub')[0]).toMatch(/^Not computed: /);
    const notAsked = { ...report, funnel: [], becameOf: null, pipeline: null, cycle: null, actions: null };
    expect(funnelHtml(notAsked, htmlPage())).toBe(null);
  });

  it('is read from right to left in Persian', async () => {
    const report = await reportTexts({ 'deals.csv': deals('Closed Lost') }, {});
    const page = parsed(funnelHtml(report, htmlPage('fa')));
    expect(textsOf(page, '.sub')[0]).toBe('۳ هنوز باز (۳۰٪)، ۳ ازدست‌رفته (۳۰٪)');
    const drawing = page.querySelector('.w');
    const ends = drawing === null ? [] : rectsOf(drawing, 'mark').map(({ x, width }) => Math.round(x + width));
    expect(new Set(ends).size).toBe(1);
  });
});
