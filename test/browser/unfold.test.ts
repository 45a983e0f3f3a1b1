import { expect, it } from 'vitest';
import { browser, describeInBrowser } from '../support/browser/open.js';
import { expectQuiet, pageOf } from '../support/browser/pages.js';

/* What is folded away can be pointed to. */

describeInBrowser('a link to what is folded away', () => {
  const tab = browser();
  const open = () => tab.open({ html: pageOf(['fixtures/crm/hubspot.csv']) });

  it('opens it: a rule points to a figure in the folded table', async () => {
    const opened = await open();
    const { page } = opened;
    const link = page.locator('.rules a').first();
    const place = page.locator((await link.getAttribute('href')) ?? '');
    expect(await place.isVisible()).toBe(false);
    await link.click();
    await expect.poll(() => place.isVisible()).toBe(true);
    expectQuiet(opened);
  });

  it('opens the deals behind a figure, and again after they were closed', async () => {
    const opened = await open();
    const { page } = opened;
    await page.locator('#kpis details > summary').first().click();
    const link = page.locator('#kpis a[href^="#evidence-"]').first();
    const place = page.locator((await link.getAttribute('href')) ?? '');
    for (const _ of ['first', 'second']) {
      await link.click();
      await expect.poll(() => place.locator('table').isVisible()).toBe(true);
      await place.locator('summary').click();
      await expect.poll(() => place.locator('table').isVisible()).toBe(false);
    }
    expectQuiet(opened);
  });

  it('points nowhere that is not there', async () => {
    const { page } = await open();
    const dead = await page
      .locator('a[href^="#"]')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute('href') ?? '').filter((href) => document.querySelector(href) === null),
      );
    expect(dead).toEqual([]);
  });
});
