import { expect, it } from 'vitest';
import { axe, overflow } from '../support/browser/inspect.js';
import { browser, describeInBrowser } from '../support/browser/open.js';
import { expectQuiet, pageOf } from '../support/browser/pages.js';

/* Two languages in one page. */

const ASKED = ['fixtures/crm/persian.csv', '--by', 'owner', '--lang', 'en,fa'];

describeInBrowser('a page in English and Persian', () => {
  const tab = browser();

  it('is shown in the first, and in the other when asked: words, direction, title, digits', async () => {
    const opened = await tab.open({ html: pageOf(ASKED) });
    const { page } = opened;
    const root = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    expect(await root()).toEqual(['en', 'ltr']);
    expect(await page.locator('h2:visible').first().innerText()).toMatch(/^[\x20-\x7e]+$/);
    const english = await page.title();

    const persian = page.locator('[data-lang=fa]:visible');
    await persian.focus();
    await page.keyboard.press('Enter');
    expect(await root()).toEqual(['fa', 'rtl']);
    expect(await page.locator('h2:visible').first().innerText()).toMatch(/^[\p{Script=Arabic}\s\u200c\p{P}]+$/u);
    expect(await page.title()).not.toBe(english);
    expect(await overflow(page)).toEqual([]);
    expect(await axe(opened)).toEqual([]);

    await page.locator('[data-lang=en]:visible').click();
    expect(await root()).toEqual(['en', 'ltr']);
    expect(await page.title()).toBe(english);
    expect(await axe(opened)).toEqual([]);
    expectQuiet(opened);
  });

  it('keeps the choice in its address', async () => {
    const { page } = await tab.open({ html: pageOf(ASKED) });
    await page.locator('[data-lang=fa]:visible').click();
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fa');
  });

  it('shows the first language where no script runs', async () => {
    const { page } = await tab.open({ html: pageOf(ASKED) }, { scripts: false });
    expect(await page.locator('h1:visible, h2:visible').first().innerText()).toMatch(/^[\x20-\x7e]+$/);
  });

  it('prints the language that is shown, and no other', async () => {
    const { page } = await tab.open({ html: pageOf(ASKED) });
    await page.locator('[data-lang=fa]:visible').click();
    await page.emulateMedia({ media: 'print' });
    for (const title of await page.locator('h2:visible').allInnerTexts()) expect(title).not.toMatch(/^[\x20-\x7e]+$/);
  });
});
