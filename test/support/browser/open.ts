import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { findChromium } from './chromium.js';

export type { Page };

/** Milliseconds after which something that a test waits for is taken not to come; a busy machine is no fault. */
const PATIENCE = 15_000;

export interface OpenOptions {
  /** Of the window, in CSS pixels; 1280 × 900 unless told. */
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  /** What the browser's user reads; what the machine speaks must not change a page. */
  readonly locale?: string;
  readonly timezone?: string;
  /** Whether the page may run its script. */
  readonly scripts?: boolean;
  /** A window with a finger for a mouse. */
  readonly touch?: boolean;
}

/** What a page did that a page from disk must not do; all empty when it is sound. */
export interface Complaints {
  /** Messages on the console, of any level. */
  readonly console: string[];
  /** Exceptions that nothing caught. */
  readonly errors: string[];
  /** What the page's own Content-Security-Policy refused. */
  readonly refused: string[];
  /** Addresses that were asked for beside the page itself. */
  readonly requests: string[];
}

export interface Opened {
  readonly page: Page;
  readonly complaints: Complaints;
  /** Speaks to the browser about this page: what is evaluated so is not under the page's policy. */
  readonly devtools: CDPSession;
}

/** `describe` where there is a Chromium; elsewhere its tests are skipped, and a notice ends the run. */
export const describeInBrowser = describe.skipIf(findChromium() === null);

export interface Tab {
  /** Opens a page in a profile of its own, which is closed after the test. */
  open(what: { readonly html: string } | { readonly url: string }, options?: OpenOptions): Promise<Opened>;
}

/** The browser of this process: the test files that share the process share it, and it ends with the process. */
let started: Promise<Browser> | undefined;

function start(executablePath: string): Promise<Browser> {
  // The sandbox needs rights that containers lack, and every page here is our own.
  const args = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--font-render-hinting=none'];
  started ??= chromium.launch({ executablePath, args, chromiumSandbox: false });
  return started;
}

export interface BrowserOptions {
  /**
   * One window for all pages of a file, one after the other: a new profile costs a process, which takes longer than most
   * pages do. For tests that look and measure; whoever clicks, points or types wants a window of its own.
   */
  readonly oneWindow?: boolean;
}

/** A browser for the tests of a file, which is there before the first of them. */
export function browser({ oneWindow = false }: BrowserOptions = {}): Tab {
  const executablePath = findChromium();
  let running: Browser | undefined;
  let folder = '';
  let pages = 0;
  const contexts: BrowserContext[] = [];
  let kept: Window | undefined;
  beforeAll(async () => {
    if (executablePath === null) return;
    folder = mkdtempSync(join(tmpdir(), 'kpi-pages-'));
    running = await start(executablePath);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await kept?.page.context().close();
    rmSync(folder, { recursive: true, force: true });
  });

  const newWindow = async (options: OpenOptions): Promise<Window> => {
    if (running === undefined) throw new Error('there is no browser: use describeInBrowser');
    const context = await running.newContext({
      viewport: sizeOf(options),
      colorScheme: options.scheme ?? 'light',
      locale: options.locale ?? 'en-GB',
      timezoneId: options.timezone ?? 'UTC',
      javaScriptEnabled: options.scripts ?? true,
      hasTouch: options.touch ?? false,
      reducedMotion: 'reduce',
    });
    if (!oneWindow) contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    return { page, devtools, shows: await listen(page, devtools) };
  };
  /** The window that is kept, as if it were new. */
  const keptWindow = async (options: OpenOptions): Promise<Window> => {
    const { locale, timezone, scripts, touch } = options;
    if ([locale, timezone, scripts, touch].some((one) => one !== undefined))
      throw new Error('such a page needs a window of its own');
    kept ??= await newWindow({});
    await kept.page.goto('about:blank'); // what the page before may still say is said to its own test
    await kept.page.emulateMedia({ media: null, colorScheme: options.scheme ?? 'light' });
    await kept.page.setViewportSize(sizeOf(options));
    return kept;
  };

  return {
    async open(what, options = {}) {
      let url: string;
      if ('url' in what) url = what.url;
      else {
        pages += 1;
        const file = join(folder, `page-${pages}.html`);
        writeFileSync(file, what.html);
        url = pathToFileURL(file).href;
      }
      const { page, devtools, shows } = await (oneWindow ? keptWindow(options) : newWindow(options));
      const complaints = shows(url);
      await page.goto(url, { waitUntil: 'load' });
      return { page, complaints, devtools };
    },
  };
}

interface Window {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Told which page comes next: what it will have done wrong. */
  readonly shows: (url: string) => Complaints;
}

function sizeOf({ width = 1280, height = 900 }: OpenOptions): { width: number; height: number } {
  return { width, height };
}

/** Hears what a page does from its first byte on; the network beyond the page's own origin is cut. */
async function listen(page: Page, devtools: CDPSession): Promise<Window['shows']> {
  let url = 'about:blank';
  let complaints: Complaints = { console: [], errors: [], refused: [], requests: [] };
  page.on('console', (message) => complaints.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.errors.push(String(error)));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) complaints.requests.push(request.url());
  });
  const isOwn = (asked: string): boolean =>
    asked.startsWith(/^(?:file|about):/.test(url) ? url : `${new URL(url).origin}/`);
  await page.context().route(
    (asked) => !isOwn(asked.href),
    (route) => route.abort(),
  );
  devtools.on('Audits.issueAdded', ({ issue }) => {
    const refused = issue.details.contentSecurityPolicyIssueDetails;
    if (refused !== undefined)
      complaints.refused.push(`${refused.violatedDirective} ${refused.blockedURL ?? ''}`.trim());
  });
  await devtools.send('Audits.enable');
  return (next) => {
    url = next;
    complaints = { console: [], errors: [], refused: [], requests: [] };
    return complaints;
  };
}
