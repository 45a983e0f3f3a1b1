import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/format/html/markup.js';
import { survivalHtml } from '../../../../src/format/html/sections/survival.js';
import type { Report } from '../../../../src/index.js';
import { SURVIVAL } from '../../../support/ahead.js';
import { drawingsOf } from '../../../support/drawn-svg.js';
import { htmlPage, parsed, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

type Survival = NonNullable<Report['survival']>;

const bare = reportTexts({ 'deals.csv': 'Deal ID,Status,Amount,Account,Close Date\n1,won,10,A,2024-01-10' });

async function shown(given: Partial<Survival> = {}, lang: 'en' | 'fa' = 'en') {
  const survival = { ...SURVIVAL, ...given };
  const made = survivalHtml({ ...(await bare), survival }, htmlPage(lang));
  if (made === null) throw new Error('nothing is shown');
  return { page: parsed(made), text: textOf(made) };
}

describe('the survival of deals on a page', () => {
  it('begins with what becomes of them, the open end of an interval said', async () => {
    const { page } = await shown();
    expect(textsOf(page, '.lead')).toEqual([
      'Of the deals created, 50 % come to be won; half of them are closed within 44 days.',
    ]);
    const [, time, deals] = textsOf(page, '.card .ch');
    expect(time).toContain('95 % interval 38.0 d or more');
    expect(time).toContain('of the closed deals alone 31 days');
    expect(deals).toBe('48 won, 29 lost, 23 still open');
  });

  it('names the lines at their ends, apart from each other, and says the last of them', async () => {
    const { page, text } = await shown();
    const [drawing] = drawingsOf(text.slice(text.indexOf('id="curve"')));
    const names = ['won', 'lost', 'still open'].map((name) => drawing?.texts.find((one) => one.text === name)?.y ?? 0);
    // Lost (30 %) and open (20 %) are 21 px apart as they are; none may touch.
    const [won = 0, lost = 0, open = 0] = names;
    expect(lost - won).toBeGreaterThanOrEqual(14);
    expect(open - lost).toBeGreaterThanOrEqual(14);
    const label = page.querySelector('#curve [role=img]')?.getAttribute('aria-label') ?? '';
    expect(label.replaceAll('\u00a0', ' ')).toBe(
      '90 days after creation 50 % of the deals are won, 30 % lost, 20 % open',
    );
  });

  it('has the chances from an age on as a table, as deep as they are high', async () => {
    const { page } = await shown();
    const rows = tableTexts(page.querySelector('#from-age') ?? page);
    expect(rows.slice(0, 3)).toEqual([
      ['Stage', '0', '30'],
      ['All open deals', '50', '35'],
      ['Offer', '70', '·'],
    ]);
    const cells = [...(page.querySelector('#from-age')?.querySelectorAll('.heat td') ?? [])];
    expect(cells.map((cell) => cell.getAttribute('class'))).toEqual(['h5', 'h3', 'h7', 'dim']);
  });

  it('says whether groups differ beyond chance, or why that is not tested', async () => {
    const { page } = await shown();
    expect(page.textContent).toContain('differs no more than chance allows (log-rank test, p = 0.530)');
    const [entry] = SURVIVAL.groups;
    if (entry === undefined || entry.test === null) throw new Error('no group');
    const differ = await shown({ groups: [{ ...entry, test: { ...entry.test, pValue: 0.0004 } }] });
    expect(differ.page.textContent).toContain('beyond what chance explains (log-rank test, p < 0.001)');
    const none = await shown({ groups: [{ ...entry, test: null, reason: 'no_model' }] });
    expect(none.page.textContent).toContain('is not tested: no model could be fitted');
  });

  it('has days in stages where they are known, and says of which over half go on', async () => {
    const { page } = await shown();
    expect(page.querySelector('#stage-times')?.textContent).toContain('over half go on');
    const without = await shown({ stageTimes: null });
    expect(without.page.querySelector('#stage-times')).toBe(null);
  });

  it('says why there is none, and draws nothing', async () => {
    const { page, text } = await shown({ reason: 'no_model', curve: [], groups: [], winFromAge: [] });
    expect(text).toContain('Not computed');
    expect(page.querySelector('svg')).toBe(null);
    expect(survivalHtml({ ...(await bare), survival: null }, htmlPage())).toBe(null);
  });

  it('stands no figure at all, and names that are no names', async () => {
    const none = { value: null, interval: null, reach: null, stillOpen: null, reason: 'no_model' };
    const { page } = await shown({
      eventualWinRate: none,
      timeToClose: { median: null, interval: null, restrictedMean: null, eventsOnlyMedian: null, reason: 'no_model' },
      ...{ curve: [], groups: [], winFromAge: [], stageTimes: [] },
    });
    expect(textsOf(page, '.num').slice(0, 2)).toEqual(['–', '–']);
    expect(page.querySelector('svg')).toBe(null);
    const [entry] = SURVIVAL.groups;
    const [group] = entry?.groups ?? [];
    if (entry === undefined || group === undefined) throw new Error('no group');
    const key = [`<script>|\`\u202e${'x'.repeat(10_000)}`];
    const bad = await shown({
      groups: [{ ...entry, groupsTotal: 800, groups: Array.from({ length: 500 }, () => ({ ...group, key })) }],
    });
    expect(bad.text).not.toMatch(/<script|\u202e|x{200}/);
    expect(bad.page.textContent).toContain('12 of 800 groups are drawn');
    expect(bad.page.textContent).toContain('200 of 800 in a table');
  });

  it('grows from the right in Persian, with its digits', async () => {
    const { page, text } = await shown({}, 'fa');
    expect(textsOf(page, '.lead')[0]).toContain('۵۰٪');
    expect(text).not.toMatch(/style=|NaN|undefined/);
    const [drawing] = drawingsOf(text.slice(text.indexOf('id="curve"')));
    const day = (name: string) => drawing?.texts.find((one) => one.text === name)?.x ?? 0;
    expect(day('۲۰')).toBeGreaterThan(day('۸۰'));
  });
});
