import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { ROOT } from '../run.js';
import { axe, clipped, overflow, printed } from './inspect.js';
import type { Opened, Tab } from './open.js';
import { expectQuiet, foreign, openEverything, pageOf } from './pages.js';

/** Exports of CRMs that are shipped, by name. */
export const EXPORTS: readonly string[] = readdirSync(`${ROOT}fixtures/crm`);

/** What is asked beside the file, so that each part of a page stands in some of them. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'hubspot.csv': ['--period', '2025-Q1', '--by', 'owner', '--by', "'Original Source Type'"],
  'pipedrive.csv': ['--by', 'owner', '--target', 'win_rate>=50%'],
  'persian.csv': ['--by', 'owner', '--by', 'account'],
  'deals-with-leads.csv': ['fixtures/crm/leads.csv'],
  'orders.csv': ['--by', 'month'],
};

/** The page of an export as the tests ask for it. */
export function pageOfExport(name: string, lang: 'en' | 'fa'): string {
  return pageOf([`fixtures/crm/${name}`, ...(ASKED[name] ?? []), '--lang', lang]);
}

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** A page has no sheet for every row of a file: it is a report. */
const MOST_SHEETS = 12;

/**
 * Opens the page of an export on a desk and on a phone, in light and in dark, closed and with everything opened, and prints
 * it. What axe-core looks at hangs on parts and tokens, not on data, and takes two thirds of the time: pages that hold all
 * parts are looked at in both languages, of the others every second one in English and the rest in Persian. Contrast is
 * measured on a desk in light here, in all places by `expectReadable`.
 */
export async function expectSound(tab: Tab, name: string, lang: 'en' | 'fa'): Promise<void> {
  const opened = await tab.open({ html: pageOfExport(name, lang) }, DESK);
  const { page } = opened;
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(
    lang === 'en' ? ['en', 'ltr'] : ['fa', 'rtl'],
  );
  expect(await foreign(page)).toEqual([]);
  expect(await overflow(page)).toEqual([]);
  expect(await clipped(page)).toEqual([]);
  const { sheets } = await printed(page);
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(MOST_SHEETS);
  expect(await onPaper(opened)).toEqual([]);

  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
  await page.setViewportSize(PHONE);
  expect(await overflow(page)).toEqual([]);
  await openEverything(page);
  expect(await overflow(page)).toEqual([]);
  if (lang === 'en') {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(DESK);
    expect(await overflow(page)).toEqual([]);
  }
  const holdsAll = name in ASKED;
  if (holdsAll || EXPORTS.indexOf(name) % 2 === (lang === 'en' ? 0 : 1)) {
    expect(await axe(opened, lang === 'en' && holdsAll ? undefined : 'all but contrast')).toEqual([]);
  }
  expectQuiet(opened);
}

/** The contrast of everything in a page, opened, on a desk and on a phone, in light and in dark. */
export async function expectReadable(tab: Tab, html: string): Promise<void> {
  const opened = await tab.open({ html });
  await openEverything(opened.page);
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of [DESK, PHONE]) {
      await opened.page.emulateMedia({ colorScheme });
      await opened.page.setViewportSize(size);
      expect({ colorScheme, size, faults: await axe(opened, ['color-contrast']) }).toEqual({
        colorScheme,
        size,
        faults: [],
      });
    }
  }
}

/** What paper of A4 (with margins of 12 mm, 186 mm are left: 703 pixels) cuts off. */
async function onPaper({ page }: Opened): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const faults = [...(await overflow(page)), ...(await clipped(page))];
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return faults;
}
