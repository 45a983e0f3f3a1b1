import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { overflow } from '../support/browser/inspect.js';
import { browser, describeInBrowser } from '../support/browser/open.js';
import { expectQuiet, foreign } from '../support/browser/pages.js';
import { kpi, ROOT } from '../support/run.js';

/* Files with traps of their own: whatever a report can be made of them has a page that stands on a phone. */

describeInBrowser('the page of', () => {
  const tab = browser({ oneWindow: true });
  const traps = readdirSync(`${ROOT}fixtures/traps`).filter((name) => name.endsWith('.csv'));

  it.each(traps)('%s', async (name) => {
    const run = kpi(['report', `fixtures/traps/${name}`, '--format', 'html']);
    if (run.stdout === '') return expect(run.status).toBeGreaterThan(0);
    const opened = await tab.open({ html: run.stdout }, { width: 390, height: 844 });
    expect(await foreign(opened.page)).toEqual([]);
    expect(await overflow(opened.page)).toEqual([]);
    expectQuiet(opened);
  });
});
