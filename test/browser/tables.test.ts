import { expect, it } from 'vitest';
import script from '../../src/browser/page.js?script';
import { html } from '../../src/format/html/markup.js';
import { openPage } from '../../src/format/html/page.js';
import { assetsOf, shell } from '../../src/format/html/shell.js';
import { STYLE } from '../../src/format/html/style/index.js';
import { table } from '../../src/format/html/table.js';
import { term } from '../../src/format/html/term.js';
import { browser, describeInBrowser, type OpenOptions, type Page } from '../support/browser/open.js';

/* The program of the page on a table that is known: name, amount, note. */

type Lang = 'en' | 'fa';
type Row = readonly [name: string, amount: number | null, note: string];

const ROWS: readonly Row[] = [
  ['Bea', 20, 'first of two'],
  ['Änne', null, ''],
  ['Zed', 20, 'second of two'],
  ['Deal 10', -5, '–'],
  ['Deal 9', 1000, 'a'],
];

async function pageWith(rows: readonly Row[], lang: Lang, before = html``): Promise<string> {
  const page = openPage({ lang, calendar: 'gregorian', fiscalYearStart: 1, short: true, detail: 'standard' }, '');
  const made = table(
    {
      caption: 'Deals',
      sortable: true,
      filterable: true,
      columns: [
        { title: html`Name`, kind: 'text' },
        { title: html`Amount`, kind: 'number' },
        { title: html`Note`, kind: 'text' },
      ],
      rows: rows.map(([name, amount, note]) => [
        { html: term({ title: name, definition: `hidden words`, formula: null }, page) },
        { html: html`${amount ?? ''}`, sort: amount },
        { html: html`${note}` },
      ]),
    },
    page,
  );
  const body = html`<main><h1>Table</h1>${before}${made}</main>`;
  return [...shell({ lang, title: 'Table', body, assets: await assetsOf(STYLE, script) })].join('');
}

/** Names of the rows that are shown, from the top. */
function names(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('tbody tr:not([hidden]) .term > bdi')].map((one) => one.innerText),
  );
}

describeInBrowser('a table', () => {
  const tab = browser();
  const open = async (rows = ROWS, lang: Lang = 'en', options?: OpenOptions) =>
    (await tab.open({ html: await pageWith(rows, lang) }, options)).page;

  it('sorts numbers from the largest, then from the smallest, empty cells last, equals in their order', async () => {
    const page = await open();
    const head = page.locator('th', { hasText: 'Amount' });
    await head.locator('button').click();
    expect(await names(page)).toEqual(['Deal 9', 'Bea', 'Zed', 'Deal 10', 'Änne']);
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.locator('button').click();
    expect(await names(page)).toEqual(['Deal 10', 'Bea', 'Zed', 'Deal 9', 'Änne']);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
  });

  it('sorts words from the first, numbers in them by size, a dash as nothing; one head is the sorted one', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Amount' }).click();
    await page.getByRole('button', { name: 'Name' }).click();
    expect(await names(page)).toEqual(['Änne', 'Bea', 'Deal 9', 'Deal 10', 'Zed']);
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
    await page.getByRole('button', { name: 'Note' }).click();
    expect((await names(page)).slice(0, 3)).toEqual(['Deal 9', 'Bea', 'Zed']);
  });

  it('sorts by keyboard', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Name' }).focus();
    await page.keyboard.press('Enter');
    expect((await names(page))[0]).toBe('Änne');
    await page.keyboard.press('Space');
    expect((await names(page))[0]).toBe('Zed');
  });

  // The Persian alphabet: آ before ا, پ after ب, گ after ک; by code points پ and گ would stand behind all others.
  it('sorts Persian words by the Persian alphabet, whichever keyboard wrote them', async () => {
    const rows = ['یاس', 'پارس', 'كيان', 'بهار', 'گلستان', 'آریا', 'امید'].map((name): Row => [name, 1, '']);
    const page = await open(rows, 'fa');
    await page.getByRole('button', { name: 'Name' }).click();
    expect(await names(page)).toEqual(['آریا', 'امید', 'بهار', 'پارس', 'كيان', 'گلستان', 'یاس']);
  });

  it('is narrowed to the rows that hold every word, and says how many', async () => {
    const page = await open();
    const field = page.getByLabel('Filter');
    const status = page.getByRole('status');
    expect(await status.innerText()).toBe('5');
    await field.fill('two SECOND');
    expect(await names(page)).toEqual(['Zed']);
    expect(await status.innerText()).toBe('1 / 5');
    await field.fill('anne');
    expect(await names(page)).toEqual(['Änne']);
    // What a definition says is not what the row holds.
    await field.fill('hidden');
    expect(await status.innerText()).toBe('0 / 5');
    await field.fill('  ');
    expect(await names(page)).toHaveLength(5);
    expect(await status.innerText()).toBe('5');
  });

  it('finds Persian words and numbers in whichever letters and digits they are typed', async () => {
    const page = await open(
      [
        ['کیان پلاست', 1, '۱۴۰۳'],
        ['پارس', 2, '1404'],
      ],
      'fa',
    );
    const field = page.locator('input');
    await field.fill('كيان');
    expect(await names(page)).toEqual(['کیان پلاست']);
    expect(await page.getByRole('status').innerText()).toBe('۱ / ۲');
    await field.fill('1403');
    expect(await names(page)).toEqual(['کیان پلاست']);
    await field.fill('۱۴۰۴');
    expect(await names(page)).toEqual(['پارس']);
  });
});

describeInBrowser('a definition', () => {
  const tab = browser();
  const many = Array.from({ length: 40 }, (_, at): Row => [`Deal ${at + 1}`, at, '']);

  it.each([
    ['en', 1280],
    ['en', 800],
    ['fa', 1280],
    ['fa', 800],
    ['en', 390],
    ['fa', 320],
  ] as const)('stands in the window wherever its word does: %s, %i wide', async (lang, width) => {
    const { page } = await tab.open({ html: await pageWith(many, lang) }, { width, height: 700 });
    // To the far edge, where it would stick out.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('tr')) row.append(row.cells[0] ?? '');
    });
    for (const at of [0, 19, 39]) {
      const word = page.locator('.term').nth(at);
      await word.focus();
      const box = await word.locator('.tip').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
    }
  });

  it('is closed by Escape on hover, and stays closed while the pointer stays', async () => {
    const { page } = await tab.open({ html: await pageWith(many, 'en') });
    const [word, other] = [page.locator('.term').nth(2), page.locator('.term').nth(6)];
    await word.hover();
    expect(await word.locator('.tip').isVisible()).toBe(true);
    await word.locator('.tip').hover();
    expect(await word.locator('.tip').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await word.locator('.tip').isVisible()).toBe(false);
    await other.hover();
    await word.hover();
    expect(await word.locator('.tip').isVisible()).toBe(true);
  });

  it('is not printed', async () => {
    const { page } = await tab.open({ html: await pageWith(many, 'en') });
    await page.locator('.term').first().focus();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tip:visible').count()).toBe(0);
  });
});

describeInBrowser('a link', () => {
  const tab = browser();

  it('opens what its place is folded away in', async () => {
    const folded = html`<a href="#place">go</a><details><summary>more</summary><details id="outer"><summary>even more</summary><p id="place">here</p></details></details>`;
    const { page } = await tab.open({ html: await pageWith([], 'en', folded) });
    expect(await page.locator('#place').isVisible()).toBe(false);
    await page.locator('a', { hasText: 'go' }).click();
    expect(await page.locator('#place').isVisible()).toBe(true);
  });
});
