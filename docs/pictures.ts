/**
 * Makes the pictures of the README from shipped fixtures: `npm run pictures`. Needs the built command and a Chromium
 * (CONTRIBUTING.md says which one is taken). Look at them before they are committed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findChromium, NO_CHROMIUM } from '../test/support/browser/chromium.js';
import { smallPng } from './small-png.js';
import { terminalPage } from './terminal-picture.js';

interface Picture {
  readonly name: string;
  /** What makes it, as it is typed. */
  readonly command: string;
  /** Of a page: the last part that is shown. */
  readonly until?: string;
  /** Of a terminal: how many of its lines are shown. */
  readonly rows?: number;
}

const FOLDER = 'docs/pictures';
/** A README is loaded on a telephone too. */
const MOST_BYTES = 150_000;
const WIDTH = 1280;
/** Pixels below the last part. */
const BELOW = 24;
const PICTURES: readonly Picture[] = [
  { name: 'terminal', command: 'kpi report fixtures/crm/hubspot.csv --period 2025-Q1 --by owner', rows: 63 },
  {
    name: 'dashboard',
    command: 'kpi report fixtures/crm/hubspot.csv --period 2025-Q1 --by owner --format html',
    until: '#breakdowns figure >> nth=1',
  },
  {
    name: 'dashboard-fa',
    command: 'kpi report fixtures/crm/persian.csv --by owner --lang fa --format html',
    until: '#breakdowns figure >> nth=1',
  },
];

const executablePath = findChromium();
if (executablePath === null) throw new Error(NO_CHROMIUM);
const work = mkdtempSync(join(tmpdir(), 'kpi-pictures-'));
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--font-render-hinting=none', '--disable-lcd-text'],
  chromiumSandbox: false,
});
try {
  for (const picture of PICTURES) await draw(browser, picture);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

async function draw(browser: Browser, { name, command, until, rows }: Picture): Promise<void> {
  const printed = run(command);
  const html = rows === undefined ? printed : terminalPage(printed, { command, rows });
  const source = join(work, `${name}.html`);
  writeFileSync(source, html);
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(source).href);
  const last = await page.locator(until ?? 'pre').boundingBox();
  if (last === null) throw new Error(`${command}: nothing to show`);
  const [x, width] = rows === undefined ? [0, WIDTH] : [last.x, last.width];
  const clip = { x, y: 0, width, height: Math.ceil(last.y + last.height + (rows === undefined ? BELOW : 0)) };
  const png = smallPng(await page.screenshot({ clip, fullPage: true }));
  await page.close();
  const path = join(FOLDER, `${name}.png`);
  if (png.length > MOST_BYTES) throw new Error(`${path} would have ${png.length} bytes; ${MOST_BYTES} at most`);
  writeFileSync(path, png);
  console.log(`${path}: ${png.length} bytes`);
}

/** What the built command prints on a terminal of 100 columns. */
function run(command: string): string {
  const [, ...args] = command.split(' ');
  const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: '100' };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/kpi.js', ...args], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${command}: exit ${status}\n${stderr}`);
  return stdout;
}
