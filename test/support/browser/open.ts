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
  readonly media?: 'screen' | 'print';
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

/** A browser for the tests of a file, which is there before the first of them. */
export function browser(): Tab {
  const executablePath = findChromium();
  let running: Browser | undefined;
  let folder = '';
  let pages = 0;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    if (executablePath === null) return;
    folder = mkdtempSync(join(tmpdir(), 'kpi-pages-'));
    running = await start(executablePath);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  return {
    async open(what, options = {}) {
      if (running === undefined) throw new Error('there is no browser: use describeInBrowser');
      const context = await running.newContext({
        viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
        colorScheme: options.scheme ?? 'light',
        locale: options.locale ?? 'en-GB',
        timezoneId: options.timezone ?? 'UTC',
        javaScriptEnabled: options.scripts ?? true,
        hasTouch: options.touch ?? false,
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE);
      let url: string;
      if ('url' in what) url = what.url;
      else {
        pages += 1;
        const file = join(folder, `page-${pages}.html`);
        writeFileSync(file, what.html);
        url = pathToFileURL(file).href;
      }
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      const complaints = await listen(page, devtools, url);
      if (options.media !== undefined) await page.emulateMedia({ media: options.media });
      await page.goto(url, { waitUntil: 'load' });
      return { page, complaints, devtools };
    },
  };
}

/** Hears what the page does from its first byte on; the network beyond the page's own origin is cut. */
async function listen(page: Page, devtools: CDPSession, url: string): Promise<Complaints> {
  const complaints: Complaints = { console: [], errors: [], refused: [], requests: [] };
  page.on('console', (message) => complaints.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.errors.push(String(error)));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) complaints.requests.push(request.url());
  });
  const own = url.startsWith('file:') ? url : `${new URL(url).origin}/`;
  await page.context().route(
    (asked) => !asked.href.startsWith(own),
    (route) => route.abort(),
  );
  devtools.on('Audits.issueAdded', ({ issue }) => {
    const refused = issue.details.contentSecurityPolicyIssueDetails;
    if (refused !== undefined)
      complaints.refused.push(`${refused.violatedDirective} ${refused.blockedURL ?? ''}`.trim());
  });
  await devtools.send('Audits.enable');
  return complaints;
}
