import { expect, it } from 'vitest';
import { overflow } from '../support/browser/inspect.js';
import { browser, describeInBrowser } from '../support/browser/open.js';
import { pageOf } from '../support/browser/pages.js';

/* A page in a mail reader or a browser that runs no scripts: everything can be read, nothing pretends to work. */

const ASKED = ['fixtures/crm/hubspot.csv', '--period', '2025-Q1', '--by', 'owner'];

describeInBrowser('a page whose script does not run', () => {
  const tab = browser();

  it('says the same', async () => {
    const html = pageOf(ASKED);
    const [plain, whole] = [await tab.open({ html }, { scripts: false }), await tab.open({ html })];
    const words = async ({ page }: typeof plain) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(await words(plain)).toBe(await words(whole));
  });

  it('opens what can be opened', async () => {
    const { page } = await tab.open({ html: pageOf(ASKED) }, { scripts: false, width: 390 });
    const details = page.locator('details').first();
    await details.locator('summary').click();
    expect(await details.getAttribute('open')).not.toBeNull();
    expect(await overflow(page)).toEqual([]);
  });

  it('shows what a word means on hover', async () => {
    const { page } = await tab.open({ html: pageOf(ASKED) }, { scripts: false });
    const term = page.locator('.term:visible').first();
    await term.hover();
    expect(await page.locator(`#${await term.getAttribute('aria-describedby')}`).isVisible()).toBe(true);
  });

  it('shows no field that would do nothing', async () => {
    const { page } = await tab.open({ html: pageOf([...ASKED, '--by', 'account']) }, { scripts: false });
    expect(await page.locator('input:visible').count()).toBe(0);
  });
});
