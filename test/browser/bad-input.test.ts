import { expect, it } from 'vitest';
import { axe, overflow } from '../support/browser/inspect.js';
import { browser, describeInBrowser } from '../support/browser/open.js';
import { expectQuiet, foreign, openEverything, pageOf } from '../support/browser/pages.js';
import { HOSTILE } from '../support/hostile.js';
import { workplace } from '../support/workplace.js';

/* Files from people who meant harm, or who had nothing to report: the page stands, and nothing of them becomes a part of it. */

const HEADER = 'Deal ID,Deal Name,Owner,Account,Stage,Amount,Created Date,Close Date,Lost Reason\n';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Three deals a name – won, lost, open – in which every text is that name. */
function dealsNamed(names: readonly string[]): string {
  const rows = names.flatMap((name, at) =>
    ['Closed Won', 'Closed Lost', 'Proposal'].map((stage, turn) => {
      const month = String(1 + ((at + turn) % 6)).padStart(2, '0');
      const closed = turn === 2 ? '' : `2025-${month}-20`;
      const cells = [`D-${at}-${turn}`, name, name, name, stage, `${1000 + at}`, `2025-${month}-02`, closed, name];
      return cells.map(quoted).join(',');
    }),
  );
  return HEADER + rows.join('\n');
}

const LONG = ['x'.repeat(10_000), 'ش'.repeat(10_000), `${'long words '.repeat(900)}end`];

const INPUTS: Readonly<Record<string, readonly [text: () => string, ...asked: string[]]>> = {
  'names that are code': [() => dealsNamed(HOSTILE), '--by', 'owner', '--by', 'account'],
  'names of ten thousand characters': [() => dealsNamed(LONG), '--by', 'owner', '--by', 'account'],
  'names that turn the direction': [
    () => dealsNamed(['\u202eelpmaxe', '\u2067open', 'close\u2069\u202c', '\u202dשלום', 'شرکت \u202b(الف)']),
    '--by',
    'owner',
  ],
  'five thousand groups': [
    () => dealsNamed(Array.from({ length: 5000 }, (_, at) => `Account ${at}`)),
    '--by',
    'account',
    '--top',
    '200',
  ],
  'one deal': [() => `${HEADER}D1,One,Ann,Acme,Closed Won,1000,2025-01-01,2025-02-01,\n`, '--by', 'owner'],
  'no dates': [() => 'Deal ID,Owner,Stage,Amount\nD1,Ann,Closed Won,100\nD2,Bea,Closed Lost,50\nD3,Ann,Proposal,70\n'],
  'no amounts': [
    () =>
      'Deal ID,Owner,Stage,Created Date,Close Date\nD1,Ann,Closed Won,2025-01-01,2025-02-01\nD2,Bea,Closed Lost,2025-01-05,2025-02-03\n',
  ],
  'every figure missing': [() => 'Deal ID,Stage\nD1,Proposal\n'],
  'a stage for every deal': [
    () =>
      `${HEADER}${Array.from({ length: 60 }, (_, at) => `D${at},Deal ${at},Ann,Acme,Step ${at},${at},2025-01-0${1 + (at % 9)},,`).join('\n')}\n`,
  ],
  'amounts beyond every scale': [
    () =>
      `${HEADER}${[1e15, -1e15, 0, 1e-9, 9e14].map((amount, at) => `D${at},Deal ${at},Ann,Acme,Closed Won,${amount},2025-01-0${at + 1},2025-02-0${at + 1},`).join('\n')}\n`,
    '--by',
    'owner',
  ],
};

describeInBrowser.each(['en', 'fa'] as const)('a page in %s of', (lang) => {
  const tab = browser({ oneWindow: true });
  const place = workplace();

  it.each(Object.keys(INPUTS))('%s', async (name) => {
    const [text = () => '', ...asked] = INPUTS[name] ?? [];
    place.put('deals.csv', text());
    const html = pageOf(['deals.csv', ...asked, '--lang', lang], { cwd: place.path });
    const opened = await tab.open({ html }, { width: 390, height: 844 });
    const { page } = opened;
    expect(await foreign(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    await openEverything(page);
    expect(await overflow(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await overflow(page)).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|\bNaN\b|\[object|Infinity|[\u202a-\u202e]/);
    // Contrast hangs on no name, and takes most of the time.
    if (html.length < 300_000) expect(await axe(opened, STRUCTURE)).toEqual([]);
    expectQuiet(opened);
  });
});

/** Rules that what a file holds could break. */
const STRUCTURE = [
  'duplicate-id-aria',
  'landmark-unique',
  'empty-heading',
  'heading-order',
  'empty-table-header',
  'aria-valid-attr-value',
  'link-name',
  'button-name',
  'role-img-alt',
  'svg-img-alt',
  'region',
  'scrollable-region-focusable',
];
