import { appendFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { axe, overflow } from '../support/browser/inspect.js';
import { browser, describeInBrowser, type Opened, type Page } from '../support/browser/open.js';
import { foreign, openEverything, pageOf } from '../support/browser/pages.js';
import { type LongRun, longRun } from '../support/long-run.js';
import { SIX_DEALS, workplace } from '../support/workplace.js';

/*
 * `kpi serve` as a process, and its page as whoever looks at it sees it: the report is the one that the shown command
 * prints, and a server that is started again is found. What the page's program does is tested in live.test.ts.
 */

/** 1,000 and 3,000 are won in the six deals; with this one 9,000. */
const SEVENTH = '7,Eta,Sara,Closed Won,5000,EUR,2025-03-01,2025-05-20\n';

describeInBrowser('a served page', () => {
  const tab = browser();
  const place = workplace();
  const running: LongRun[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.end('SIGKILL');
    place.put('deals.csv', SIX_DEALS);
  });

  const serve = async (...args: string[]): Promise<LongRun & { readonly url: string }> => {
    const one = longRun(['serve', 'deals.csv', ...args], place.path);
    running.push(one);
    await one.until((stdout) => stdout.endsWith('\n'));
    return { ...one, url: one.stdout().trim() };
  };
  const headline = (page: Page) => page.locator('.headline').first();
  const wonValue = (page: Page, value: string) => headline(page).filter({ hasText: value }).waitFor();
  const shownCommand = async (page: Page) =>
    (await page.locator('aside.live .same code').innerText()).split(' ').slice(1);
  const report = (page: Page) => page.locator('main').innerText();
  /** Nothing but its own server was asked, and nobody complained. */
  const expectSettled = ({ complaints }: Opened, url: string): void => {
    expect(complaints).toMatchObject({ console: [], errors: [], refused: [] });
    expect(complaints.requests.filter((asked) => !asked.startsWith(url))).toEqual([]);
  };

  it('is sound: axe, a phone, no foreign part but its form', async () => {
    const { url } = await serve('--port', '0', '--by', 'owner');
    const opened = await tab.open({ url });
    const { page } = opened;
    expect(await overflow(page)).toEqual([]);
    await openEverything(page);
    expect(await axe(opened)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await overflow(page)).toEqual([]);
    expect(await axe(opened)).toEqual([]);
    const parts = (await foreign(page)).map((part) => part.split(/[ >]/)[0]);
    expect(new Set(parts)).toEqual(new Set(['<form', 'form', 'a']));
    expectSettled(opened, url);
  });

  it('shows what a control asks for, under an address and a command line that say the same', async () => {
    const { url } = await serve('--port', '0');
    const opened = await tab.open({ url });
    const { page } = opened;
    const all = await report(page);
    await page.locator('aside.live select[name=by]').first().selectOption('owner');
    await page.waitForURL(/[?&]by=owner/);
    await page.locator('aside.live select[name=period]').selectOption('2025-Q1');
    await page.waitForURL(/[?&]period=2025-Q1/);
    expect(new URL(page.url()).searchParams.get('by')).toBe('owner');
    expect(await headline(page).innerText()).toContain('1,000');
    const command = await shownCommand(page);
    expect(command).toEqual(expect.arrayContaining(['report', 'deals.csv', '--period', '2025-Q1', '--by', 'owner']));

    const printed = await tab.open({ html: pageOf(command.slice(1), { cwd: place.path }) });
    expect(await report(page)).toBe(await report(printed.page));
    const shared = await tab.open({ url: page.url() });
    expect(await report(shared.page)).toBe(await report(page));

    await page.goBack();
    await page.goBack();
    await page.waitForFunction((text) => document.querySelector('main')?.innerText === text, all);
    expect(new URL(page.url()).search).toBe('');
    expectSettled(opened, url);
  });

  it('says that its server is gone, and is up to date once it is back', async () => {
    const { url, end } = await serve('--port', '0');
    const { page } = await tab.open({ url });
    await wonValue(page, '4,000');
    await end();
    await page.locator('[data-lost]:visible').waitFor();
    expect(await headline(page).innerText()).toContain('4,000');
    appendFileSync(place.at('deals.csv'), SEVENTH);
    await serve('--port', new URL(url).port);
    await wonValue(page, '9,000');
    await page.locator('[data-lost]').waitFor({ state: 'hidden' });
    place.put('deals.csv', SIX_DEALS);
    await wonValue(page, '4,000');
  });
});
