import { expect, it } from 'vitest';
import { browser, describeInBrowser, type Page } from '../support/browser/open.js';
import { expectQuiet, pageOf } from '../support/browser/pages.js';
import { workplace } from '../support/workplace.js';

/* The tables of a report from its command: sorted and narrowed by keyboard. */

/** Forty won deals of forty accounts and four owners, whose amounts make their order known: Dot, Cyd, Bea, Ann. */
const HEADER = 'Deal ID,Deal Name,Owner,Account,Deal Stage,Amount,Create Date,Close Date\n';
const FORTY = Array.from({ length: 40 }, (_, at) => {
  const owner = ['Ann', 'Bea', 'Cyd', 'Dot'][at % 4];
  const day = String(1 + (at % 28)).padStart(2, '0');
  return `${at + 1},Deal ${at + 1},${owner},Account ${at + 1},Closed Won,${(1 + (at % 4)) * 1000},2025-01-${day},2025-03-${day}`;
});
const DEALS = `${HEADER}${FORTY.join('\n')}\n41,Lost,Ann,Account 1,Closed Lost,500,2025-01-02,2025-03-03\n`;

describeInBrowser('a table of a report', () => {
  const tab = browser();
  const place = workplace();
  const open = async (...asked: string[]) => {
    place.put('forty.csv', DEALS);
    const opened = await tab.open({ html: pageOf(['forty.csv', ...asked], { cwd: place.path }) });
    for (const summary of await opened.page.locator('summary:visible').all()) await summary.press('Enter');
    return opened;
  };
  const rowNames = async (page: Page, table: string) =>
    (await page.locator(`${table} > tbody > tr > th`).allInnerTexts()).map((name) => name.slice(0, 3));

  it('sorts a table from its head, says so, and turns the order when asked again', async () => {
    const opened = await open('--by', 'owner');
    const { page } = opened;
    const table = page.locator('table[data-sortable]', { has: page.locator('tbody th', { hasText: 'Dot' }) }).first();
    const id = `#${await table.getAttribute('id')}`;
    const heads = page.locator(`${id} > thead th`);
    const first = heads.first();
    await first.locator('button').focus();
    await page.keyboard.press('Enter');
    expect(await first.getAttribute('aria-sort')).toBe('ascending');
    expect(await rowNames(page, id)).toEqual(['Ann', 'Bea', 'Cyd', 'Dot']);
    await page.keyboard.press('Enter');
    expect(await first.getAttribute('aria-sort')).toBe('descending');
    expect(await rowNames(page, id)).toEqual(['Dot', 'Cyd', 'Bea', 'Ann']);

    // Numbers begin with the largest: 40,000 of Dot, 10,000 of Ann.
    const value = heads.filter({ hasText: 'Won value' }).first();
    await value.locator('button').focus();
    await page.keyboard.press('Space');
    expect(await value.getAttribute('aria-sort')).toBe('descending');
    expect(await first.getAttribute('aria-sort')).toBeNull();
    expect((await rowNames(page, id))[0]).toMatch(/^Dot/);
    await page.keyboard.press('Enter');
    expect((await rowNames(page, id))[0]).toMatch(/^Ann/);
    expect(await value.locator('button').evaluate((button) => button === document.activeElement)).toBe(true);
    expectQuiet(opened);
  });

  it('narrows a long table to what is typed, and says how many are left', async () => {
    const opened = await open('--by', 'account');
    const { page } = opened;
    const field = page.locator('input[type=search]').first();
    const id = `#${await field.getAttribute('data-filter')}`;
    const all = await page.locator(`${id} > tbody > tr`).count();
    await field.focus();
    await page.keyboard.type('account 40');
    const left = await page.locator(`${id} > tbody > tr:visible`).count();
    expect([left, all]).toEqual([1, 40]);
    expect(await page.locator(`[data-status="${id.slice(1)}"]`).innerText()).toBe('1 / 40');
    await field.fill('');
    expect(await page.locator(`${id} > tbody > tr:visible`).count()).toBe(all);
    expectQuiet(opened);
  });
});
