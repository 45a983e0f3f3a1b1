import { it } from 'vitest';
import { EXPORTS, expectReadable, expectSound, pageOfExport } from '../support/browser/fixture-pages.js';
import { browser, describeInBrowser } from '../support/browser/open.js';

/* The Persian page of every shipped export: console, network, policy, overflow, paper, axe. */

describeInBrowser('the Persian page of', () => {
  const tab = browser({ oneWindow: true });

  it.each(EXPORTS)('%s stands on a desk, on a phone and on paper', async (name) => {
    await expectSound(tab, name, 'fa');
  });

  it.each(['persian.csv', 'orders.csv'])('%s can be read in light and in dark, on a phone too', async (name) => {
    await expectReadable(tab, pageOfExport(name, 'fa'));
  });
});
