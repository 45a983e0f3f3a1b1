import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { type Running, serve } from '../../src/live/server.js';
import { axe, overflow } from '../support/browser/inspect.js';
import { browser, describeInBrowser, type Page } from '../support/browser/open.js';
import { siteOf, type TestSite } from '../support/live.js';
import { reportOf } from '../support/run.js';
import { SIX_DEALS, workplace } from '../support/workplace.js';

const place = workplace();
const open: { site: TestSite; running: Running }[] = [];

afterEach(async () => {
  for (const { site, running } of open.splice(0)) {
    site.stop();
    await running.close();
  }
});

/** A served file of its own. */
async function served(name: string, args: readonly string[] = [], port = 0) {
  const file = place.put(name, SIX_DEALS);
  const site = await siteOf([file, ...args], place.path);
  const machine = { name: 'wall', addresses: [] };
  const running = await serve({ site: site.site, host: '127.0.0.1', port, machine });
  open.push({ site, running });
  return { file, site, running, url: running.url };
}

/** The state of the files that the page shows. */
const revisionOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector<HTMLElement>('aside.live')?.dataset['revision']);

/** Does something, and waits until every page shows another state than before. */
async function after(pages: readonly Page[], act: () => void): Promise<void> {
  const before = await Promise.all(pages.map(revisionOf));
  act();
  await Promise.all(
    pages.map((page, at) =>
      page.waitForFunction((old) => {
        const now = document.querySelector<HTMLElement>('aside.live');
        return now !== null && now.dataset['revision'] !== old && !now.hasAttribute('aria-busy');
      }, before[at]),
    ),
  );
}

/** Waits until the page shows the command line of what was chosen. */
const shows = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((text) => document.querySelector('aside.live code')?.textContent?.includes(text), words);

/** The won deals on the page. */
const wonOn = (page: Page): Promise<string | null> => page.textContent('.headline');

describeInBrowser('a served page', () => {
  const tab = browser();

  it.each(['en', 'fa'])('is sound and usable by everybody: %s', async (lang) => {
    const { url } = await served(`sound-${lang}.csv`, ['--lang', lang]);
    for (const width of [1280, 390]) {
      const opened = await tab.open({ url: `${url}?period=2025-Q2&by=owner&where=amount+%3E+5` }, { width });
      await opened.page.locator('aside.live details').evaluate((details: HTMLDetailsElement) => {
        details.open = true;
      });
      // The report itself is the same as in a file, and tested there.
      await opened.page.locator('main').evaluate((main) => main.replaceChildren('The report'));
      expect(await axe(opened)).toEqual([]);
      expect(await overflow(opened.page)).toEqual([]);
      expect(opened.complaints).toMatchObject({ console: [], errors: [], refused: [] });
    }
  });

  it('follows its file, in two windows at once, and keeps what was done to it', async () => {
    const { url, file } = await served('follow.csv');
    const [one, two] = [await tab.open({ url }), await tab.open({ url: `${url}?by=owner` })];
    expect(await wonOn(one.page)).toMatch(/4,000 EUR from 3 deals/);
    await one.page.fill('aside.live input[name=where]', 'amount > 1');
    await one.page.focus('aside.live input[name=where]');
    const details = 'main details >> nth=0';
    await two.page.locator(details).evaluate((found: HTMLDetailsElement) => {
      found.open = true;
    });
    await two.page.evaluate(() => scrollTo(0, 400));
    const scrolled = await two.page.evaluate(() => scrollY);
    await after([one.page, two.page], () =>
      writeFileSync(file, SIX_DEALS.replace('Closed Lost,500', 'Closed Won,500')),
    );
    for (const { page } of [one, two]) expect(await wonOn(page)).toMatch(/4,500 EUR from 4 deals/);
    expect(await one.page.inputValue('aside.live input[name=where]')).toBe('amount > 1');
    expect(await one.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('where');
    expect(await two.page.locator(details).evaluate((found: HTMLDetailsElement) => found.open)).toBe(true);
    expect(await two.page.evaluate(() => scrollY)).toBe(scrolled);
    expect(one.complaints).toMatchObject({ console: [], errors: [], refused: [] });
  });

  it('changes address and figures with a control, as the command line that it shows does', async () => {
    const { url } = await served('controls.csv');
    const { page } = await tab.open({ url });
    await page.selectOption('aside.live select[name=period]', '2025-Q1');
    await shows(page, '--period 2025-Q1');
    expect(page.url()).toBe(`${url}?period=2025-Q1`);
    await page.selectOption('aside.live select[name=by]', 'owner');
    await shows(page, '--by owner');
    const typed = (await page.textContent('aside.live code')) ?? '';
    const report = reportOf(typed.split(' ').slice(2), { cwd: place.path });
    const won = report.kpis.find(({ id }) => id === 'won_deals')?.value;
    expect(won).toBe(1);
    expect(await wonOn(page)).toContain(`${won} deal`);
    expect(await page.title()).toContain('2025-Q1');
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('aside.live code')?.textContent?.includes('--by'));
    expect(page.url()).toBe(`${url}?period=2025-Q1`);
    expect(await page.inputValue('aside.live select[name=by]')).toBe('');
  });

  it('stays when something is asked for that cannot be shown, and says why', async () => {
    const { url } = await served('refused.csv');
    const { page } = await tab.open({ url });
    await page.fill('aside.live input[name=where]', 'amount >');
    await page.press('aside.live input[name=where]', 'Enter');
    await page.waitForSelector('[data-refused]:not([hidden])');
    expect(await page.textContent('[data-why]')).toContain('a value is missing here');
    expect(page.url()).toBe(url);
    await page.fill('aside.live input[name=where]', 'amount > 900');
    await page.press('aside.live input[name=where]', 'Enter');
    await shows(page, "--where 'amount > 900'");
    expect(await page.isVisible('[data-refused]')).toBe(false);
  });

  it('works without a script', async () => {
    const { url } = await served('plain.csv');
    const { page } = await tab.open({ url }, { scripts: false });
    await page.selectOption('aside.live select[name=period]', '2025-Q2');
    await page.click('aside.live button');
    await page.waitForURL(`${url}?period=2025-Q2`);
    expect(await page.textContent('aside.live code')).toContain('--period 2025-Q2');
  });

  it('says what is wrong while the file is gone, and follows when it is back', async () => {
    const { url, file } = await served('gone.csv');
    const { page } = await tab.open({ url });
    await after([page], () => rmSync(file));
    expect(await page.textContent('aside.live .problem')).toContain('The files cannot be used as they are now.');
    expect(await wonOn(page)).toMatch(/4,000 EUR from 3 deals/);
    // Another column has to be read for this; it is shown once it can be.
    await page.selectOption('aside.live select[name=by]', 'owner');
    await page.waitForSelector('[data-refused]:not([hidden])');
    expect(await page.textContent('[data-why]')).toContain('no such file');
    place.put('gone.new', SIX_DEALS.replace('Closed Lost,500', 'Closed Won,500'));
    await after([page], () => renameSync(place.at('gone.new'), file));
    await shows(page, '--by owner');
    expect(await wonOn(page)).toMatch(/4,500 EUR from 4 deals/);
    expect(await page.isVisible('aside.live .problem >> nth=0')).toBe(false);
  });

  it('says that the connection is lost, and finds a server that is started again', async () => {
    const first = await served('again.csv');
    const { page } = await tab.open({ url: first.url });
    first.site.stop();
    await first.running.close();
    await page.waitForSelector('[data-lost]:not([hidden])');
    const text = SIX_DEALS.replace('Closed Lost,500', 'Closed Won,500');
    const second = await served('again.csv', [], first.running.bound.port);
    await after([page], () => writeFileSync(second.file, text));
    await page.waitForFunction(() => document.querySelector('.headline')?.textContent?.includes('4,500 EUR'));
    expect(await page.isVisible('[data-lost]')).toBe(false);
  });
});
