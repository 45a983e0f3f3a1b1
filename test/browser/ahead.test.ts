import { expect, it } from 'vitest';
import { axe, overflow } from '../support/browser/inspect.js';
import { browser, describeInBrowser } from '../support/browser/open.js';
import { expectQuiet, foreign, openEverything, pageOf } from '../support/browser/pages.js';
import { workplace } from '../support/workplace.js';

/* The sections that rest on models, over invented deals that carry them: 600 in two years, of three owners. */

const PLACE = workplace();
const LAST = Date.UTC(2024, 11, 15);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

function deals(): string {
  const rows = Array.from({ length: 600 }, (_, index) => {
    const created = Date.UTC(2023, 0, 1) + Math.floor(index * 1.18) * 86_400_000;
    const closed = created + (5 + ((index * 37) % 90)) * 86_400_000;
    const open = closed > LAST;
    const status = open ? 'open' : index % 5 < 2 ? 'won' : 'lost';
    const name = index % 3 === 0 ? 'Sara' : index % 3 === 1 ? 'Ömer "x" <b>' : 'نسترن';
    const customer = `Customer ${(index * index) % 113}`;
    const stage = index % 2 === 0 ? 'Offer' : 'A stage of many long words that do not end';
    return [
      ...[index, `"${name.replaceAll('"', '""')}"`, status, stage, 1000 + ((index * 97) % 4000), customer],
      ...[iso(created), open ? '' : iso(closed)],
    ].join(',');
  });
  return ['Deal ID,Owner,Status,Stage,Amount,Account,Create Date,Close Date', ...rows].join('\n');
}

describeInBrowser('the page of what looks ahead', () => {
  const tab = browser({ oneWindow: true });
  it.each([
    ['en', 390, 'light'],
    ['fa', 390, 'dark'],
    ['en', 1280, 'dark'],
    ['fa', 1280, 'light'],
  ] as const)('%s, %d px, %s: fits, is sound, and asks for nothing', async (lang, width, scheme) => {
    PLACE.put('ahead.csv', deals());
    const asked = [
      '--sections',
      'survival,lifetime,forecast',
      '--by',
      'owner',
      '--as-of',
      '2024-12-15',
      '--lang',
      lang,
    ];
    const html = pageOf(['ahead.csv', ...asked], { cwd: PLACE.path });
    const opened = await tab.open({ html }, { width, height: 844, scheme });
    for (const id of ['survival', 'lifetime', 'forecast'])
      expect(await opened.page.locator(`section.s-${id}`).count()).toBe(1);
    expect(await opened.page.locator('.s-forecast svg').count()).toBeGreaterThan(4);
    expect(await foreign(opened.page)).toEqual([]);
    expect(await overflow(opened.page)).toEqual([]);
    await openEverything(opened.page);
    expect(await axe(opened)).toEqual([]);
    expectQuiet(opened);
  });
});
