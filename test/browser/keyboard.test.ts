import { expect, it } from 'vitest';
import { axe } from '../support/browser/inspect.js';
import { browser, describeInBrowser } from '../support/browser/open.js';
import { expectQuiet, pageOf } from '../support/browser/pages.js';
import { workplace } from '../support/workplace.js';

/* A page without a mouse: everything can be reached, is said, and does what it says. */

/** Forty won deals, ten for each of four owners; the owner's own amount makes the order known: D, C, B, A. */
const HEADER = 'Deal ID,Deal Name,Owner,Account,Deal Stage,Amount,Create Date,Close Date\n';
const FORTY = Array.from({ length: 40 }, (_, at) => {
  const owner = ['Ann', 'Bea', 'Cyd', 'Dot'][at % 4];
  const day = String(1 + (at % 28)).padStart(2, '0');
  return `${at + 1},Deal ${at + 1},${owner},Account ${at + 1},Closed Won,${(1 + (at % 4)) * 1000},2025-01-${day},2025-03-${day}`;
});
const LOST = '41,Lost,Ann,Account 41,Closed Lost,500,2025-01-02,2025-03-03\n';
const DEALS = `${HEADER}${FORTY.join('\n')}\n${LOST}`;

describeInBrowser('a page by keyboard', () => {
  const tab = browser();
  const place = workplace();
  const open = async (...asked: string[]) => {
    place.put('forty.csv', DEALS);
    return tab.open({ html: pageOf(['forty.csv', ...asked], { cwd: place.path }) });
  };

  it('offers first to go past what every page has', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    const link = page.locator(':focus');
    expect(await link.evaluate((element) => element.localName)).toBe('a');
    expect((await link.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    const target = await link.getAttribute('href');
    await page.keyboard.press('Enter');
    expect(
      await page.evaluate((hash) => location.hash === hash && document.querySelector(hash) !== null, target ?? ''),
    ).toBe(true);
  });

  it('shows what a word means when it has the focus, until Escape', async () => {
    const opened = await open();
    const { page } = opened;
    const term = page.locator('.term').first();
    const tip = page.locator(`#${await term.getAttribute('aria-describedby')}`);
    expect(await tip.isVisible()).toBe(false);
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (await term.evaluate((element) => element === document.activeElement)) break;
    }
    expect(await tip.isVisible()).toBe(true);
    expect((await tip.innerText()).length).toBeGreaterThan(30);
    const box = await tip.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
    expect(await axe(opened)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);
    expectQuiet(opened);
  });

  it('shows it on a phone within the window', async () => {
    const { page } = await open();
    await page.setViewportSize({ width: 390, height: 844 });
    for (const term of (await page.locator('.term:visible').all()).slice(0, 12)) {
      await term.focus();
      const tip = page.locator(`#${await term.getAttribute('aria-describedby')}`);
      const box = await tip.boundingBox();
      // Whoever has no finger cannot scroll in it.
      expect(await tip.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThanOrEqual(
        1,
      );
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    }
  });
});
