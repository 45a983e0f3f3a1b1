import { expect, it } from 'vitest';
import { axe, overflow } from '../support/browser/inspect.js';
import { browser, describeInBrowser } from '../support/browser/open.js';
import { expectQuiet, foreign, openEverything, pageOf } from '../support/browser/pages.js';
import { workplace } from '../support/workplace.js';

/* Two exports of 60 invented deals: some slipped, some grew, some closed, some are gone; owners with names that hurt. */

const PLACE = workplace();
const OWNERS = ['Sara', 'Ömer "x" <b>', 'نسترن', 'A name of many long words that does not end before the page does'];
const STAGES = ['Lead', 'Demo', 'A stage of many long words', 'Offer'];

function deals(newer: boolean): string {
  const rows = Array.from({ length: 60 }, (_, index) => {
    const kind = newer ? index % 7 : 0;
    const status = kind === 1 ? 'won' : kind === 2 ? 'lost' : 'open';
    const name = `"Deal ${index} ${'x'.repeat(index)}"`;
    const owner = `"${(OWNERS[index % 4] ?? '').replaceAll('"', '""')}"`;
    const stage = STAGES[(index + (kind === 5 ? 1 : 0)) % 4];
    const amount = 1000 + index * 97 + (kind === 3 ? 500 : 0);
    const expected = `2025-0${kind === 4 ? 5 : 3}-1${index % 10}`;
    const row = [index, name, owner, status, stage, amount, index % 9 === 0 ? 'EUR' : 'USD', '2024-11-01'];
    return kind === 6
      ? []
      : [[...row, status === 'open' ? expected : '', status === 'open' ? '' : '2025-02-10'].join(',')];
  });
  const head = 'Deal ID,Deal Name,Owner,Status,Stage,Amount,Currency,Create Date,Expected Close Date,Close Date';
  return [head, ...rows.flat()].join('\n');
}

describeInBrowser('the page of what changed between two exports', () => {
  const tab = browser({ oneWindow: true });
  it.each([
    ['en', 390, 'light'],
    ['fa', 1280, 'dark'],
  ] as const)('%s, %d px, %s: fits, is sound, and asks for nothing', async (lang, width, scheme) => {
    PLACE.put('deals-2025-01-31.csv', deals(false));
    PLACE.put('deals-2025-02-28.csv', deals(true));
    const asked = [
      'deals-2025-02-28.csv',
      '--earlier',
      'deals-2025-01-31.csv',
      '--sections',
      'changes',
      '--lang',
      lang,
    ];
    const html = pageOf(asked, { cwd: PLACE.path });
    const opened = await tab.open({ html }, { width, height: 844, scheme });
    expect(await opened.page.locator('.s-changes svg').count()).toBeGreaterThan(3);
    expect(await foreign(opened.page)).toEqual([]);
    expect(await overflow(opened.page)).toEqual([]);
    await openEverything(opened.page);
    expect(await axe(opened)).toEqual([]);
    expectQuiet(opened);
  });
});
