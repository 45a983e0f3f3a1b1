import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/format/html/markup.js';
import { changesHtml } from '../../../../src/format/html/sections/changes.js';
import type { Report } from '../../../../src/index.js';
import { compareTexts } from '../../../support/compare-texts.js';
import { htmlPage, type Node, parsed, rectsOf, tableTexts, textsOf } from '../../../support/html-page.js';

const HEAD =
  'Deal ID,Deal Name,Account,Owner,Stage,Amount,Currency,Created Date,Closed Date,Expected Close Date,Push Count';
const OLD = `${HEAD}
D1,Mill,Acme,Ana,Proposal,100000,USD,2024-11-01,,2025-02-10,0
D2,Dam,Beta,Ana,Demo,200000,USD,2024-11-02,,2025-02-20,2
D3,Pump,Beta,Bo,Demo,300000,USD,2024-12-03,,2025-03-30,0
D4,Fan,Acme,Bo,Lead,50500,USD,2025-01-31,,2025-04-01,0`;
const NEW = `${HEAD}
D1,Mill,Acme,Ana,Closed Won,110000,USD,2024-11-01,2025-02-10,,0
D2,"Dam <script>alert(1)</script>",Beta,Ana,Proposal,200000,USD,2024-11-02,,2025-03-22,3
D3,Pump,Beta,Bo,Lead,310000,USD,2024-12-03,,2025-03-30,0
D6,Lamp,Gamma,Cy,Lead,1100,USD,2025-02-20,,2025-06-01,0`;
const TAKEN = ['2025-01-31', '2025-02-28'];

function shown(report: Report, lang: 'en' | 'fa' = 'en'): { readonly page: Node; readonly text: string } {
  const made = changesHtml(report, htmlPage(lang));
  if (made === null) throw new Error('nothing is shown');
  return { page: parsed(made), text: textOf(made) };
}

/** The rows of the table with a caption. */
function rowsOf(page: Node, caption: string): string[][] {
  const found = [...page.querySelectorAll('table')].find((one) =>
    textsOf(one, 'caption')[0]
      ?.replace(/ \(\d+\)$/, '')
      .startsWith(caption),
  );
  if (found === undefined) throw new Error(`no table "${caption}"`);
  return tableTexts(found);
}

describe('what changed, on a page', () => {
  let report: Report;
  beforeAll(async () => {
    report = await compareTexts(
      { 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW },
      { taken: TAKEN, by: [['owner']] },
    );
  });

  it('begins with a sentence and what a manager repeats', () => {
    const { page } = shown(report);
    expect(textsOf(page, '.lead')[0]).toContain('the open pipeline fell from 651 k to 511 k USD');
    expect(textsOf(page, '.card h3 .term > bdi')).toEqual([
      ...['Open pipeline', 'New', 'Won', 'Lost', 'Slipped', 'Grown and shrunk'],
    ]);
    expect(textsOf(page, '.num')).toEqual(['511 k USD', '1,100 USD', '110 k USD', '0 USD', '200 k USD', '10.0 k USD']);
    expect(textsOf(page, '.card .ch')[0]).toContain('from 651 k on 31 Jan 2025');
    expect(textsOf(page, '.card .ch')[2]).toContain('left the pipeline as 100 k');
    expect(textsOf(page, '.card .ch')[4]).toContain('half of them by 30 days or more');
  });

  it('leads from the old pipeline to the new one in steps that add up, drawn and as figures', () => {
    const { page } = shown(report);
    // 650.5 + 1.1 + 10 − 100 − 50.5 = 511.1
    expect(rowsOf(page, 'Open pipeline, 31 Jan 2025 to 28 Feb 2025')).toEqual([
      ['Step', 'Deals', 'Amount'],
      ['31 Jan 2025', '4', '650.5 k'],
      ['New', '1', '+1.1 k'],
      ['Grown', '1', '+10.0 k'],
      ['Won', '1', '−100.0 k'],
      ['Vanished', '1', '−50.5 k'],
      ['28 Feb 2025', '3', '511.1 k'],
    ]);
    const drawing = page.querySelector('figure svg');
    if (drawing === null) throw new Error('nothing is drawn');
    const [won] = rectsOf(drawing, 'good').sort((a, b) => b.width - a.width);
    const [vanished] = rectsOf(drawing, 'mark-2');
    expect((won?.width ?? 0) / (vanished?.width ?? 1)).toBeCloseTo(100 / 50.5, 1);
    expect(textsOf(page, 'figure .note')).toContain(
      'The won deals left the pipeline as 100 k USD and were closed for 110 k USD.',
    );
  });

  it('tells what became of every deal, what moved, and from which stage to which', () => {
    const { page } = shown(report);
    expect(rowsOf(page, 'What became of every deal')).toContainEqual(['Grown', '1', '300 k', '310 k']);
    expect(rowsOf(page, 'What moved of the open deals')).toContainEqual([
      ...['Close date moved later', '1', '200 k', '30 days'],
    ]);
    // Demo → Proposal is forward and Demo → Lead back, so Lead comes first.
    expect(rowsOf(page, 'From stage to stage')).toEqual([
      ['From ↓ to →', 'Lead', 'Demo', 'Proposal'],
      ['Lead', '·', '', ''],
      ['Demo', '1', '·', '1'],
      ['Proposal', '', '', '·'],
    ]);
  });

  it('names the deals that are put off again and again, and the largest of each kind, in tables that sort', () => {
    const { page, text } = shown(report);
    const [, pushed] = rowsOf(page, 'Close date moved later three times and more');
    expect(pushed?.slice(1, 6)).toEqual(['Ana', 'Proposal', '200 k', '3', '30']);
    expect(textsOf(page, 'details.print > summary')).toEqual(
      expect.arrayContaining(['Won: 1', 'New: 1', 'Close date moved later: 1', 'Grown: 1', 'Vanished: 1']),
    );
    expect(rowsOf(page, 'Grown')).toEqual([
      ['Deal', 'Account', 'Owner', 'Stage before', 'Stage', 'Amount before', 'Amount after', 'Change', 'Close date'],
      ['Pump', 'Beta', 'Bo', 'Demo', 'Lead', '300 k', '310 k', '+10.0 k', '2025-03-30'],
    ]);
    expect(text).not.toContain('<script>');
    expect(text).toContain('Dam &lt;script&gt;');
  });

  it('compares groups and says how the exports are known', () => {
    const { page } = shown(report);
    const owners = rowsOf(page, 'Open pipeline by owner');
    // Bo: 300 + 50.5 before, 310 after.
    expect(owners.find(([name]) => name === 'Bo')).toEqual([
      ...['Bo', '350.50 k', '0', '+10.00 k', '0', '−50.50 k', '310.00 k'],
    ]);
    const [, first] = rowsOf(page, 'The exports');
    expect(first?.slice(0, 4)).toEqual([
      '31 Jan 2025',
      'what was said (--taken)',
      expect.stringContaining('deals-2025-01-31.csv'),
      '4',
    ]);
  });

  it('says as much in Persian', () => {
    const { page } = shown(report, 'fa');
    const count = (node: Node, what: string): number => [...node.querySelectorAll(what)].length;
    const english = shown(report).page;
    for (const what of ['.card', 'table', 'figure', 'details', 'p'])
      expect(count(page, what)).toBe(count(english, what));
    const said = textsOf(page, 'h3, th, .sub, summary, .tip, .ch').join(' ');
    expect(said).not.toMatch(/\b(?:deals|Step|Before|open|Amount)\b/);
  });
});

describe('odd exports on a page', () => {
  it('draws no steps where nothing changed, and counts deals where there are no amounts', async () => {
    const same = shown(await compareTexts({ 'a.csv': OLD, 'b.csv': OLD }, { taken: TAKEN }));
    expect(textsOf(same.page, 'figure h3')).toEqual(['What became of the deals that were due']);
    expect(textsOf(same.page, '.num').slice(1)).toEqual(['0 USD', '0 USD', '0 USD', '0 USD', '0 USD']);
    const bare = (text: string): string =>
      text
        .split('\n')
        .map((line) =>
          line
            .split(',')
            .filter((_, at) => at !== 5 && at !== 6)
            .join(','),
        )
        .join('\n');
    const unpriced = shown(await compareTexts({ 'a.csv': bare(OLD), 'b.csv': bare(NEW) }, { taken: TAKEN }));
    expect(textsOf(unpriced.page, '.num').slice(0, 3)).toEqual(['3', '1', '1']);
    expect(textsOf(unpriced.page, 'figure .sub')[0]).toContain('in numbers of deals');
    expect(rowsOf(unpriced.page, 'Open pipeline')).toContainEqual(['Won', '1']);
    expect(unpriced.page.textContent).toContain('which deals grew and shrank, since not every export has amounts');
  });

  it('draws each currency alone, and a table of each export to the next', async () => {
    const euros = (text: string): string => `${text}\nD9,Boat,Dell,Cy,Demo,700,EUR,2024-11-01,,2025-05-01,0`;
    const more = (text: string): string => text.replace('700,EUR', '900,EUR');
    const { page } = shown(
      await compareTexts(
        { 'a.csv': euros(OLD), 'b.csv': euros(NEW), 'c.csv': more(euros(NEW)) },
        { taken: [...TAKEN, '2025-03-31'] },
      ),
    );
    const titles = textsOf(page, 'figure h3').filter((title) => title.startsWith('Open pipeline,'));
    expect(titles).toEqual([
      'Open pipeline, 31 Jan 2025 to 31 Mar 2025, USD',
      'Open pipeline, 31 Jan 2025 to 31 Mar 2025, EUR',
    ]);
    expect(rowsOf(page, 'Each export to the next')).toContainEqual([
      '28 Feb 2025 – 31 Mar 2025',
      '700',
      '0',
      '+200',
      '0',
      '0',
      '900',
    ]);
    expect(textsOf(page, '.card .ch')[0]).toContain('511 k USD, 900 EUR');
  });

  it('holds what was expected against what came', async () => {
    const head = 'Deal ID,Stage,Amount,Currency,Probability,Created Date,Closed Date,Expected Close Date';
    const old = `${head}\nD1,Proposal,100000,USD,0.5,2024-11-01,,2025-02-10\nD2,Proposal,40000,USD,0.2,2024-11-02,,2025-02-20`;
    const now = `${head}\nD1,Closed Won,110000,USD,1,2024-11-01,2025-02-12,\nD2,Closed Lost,40000,USD,0,2024-11-02,2025-02-20,`;
    const { page } = shown(await compareTexts({ 'a.csv': old, 'b.csv': now }, { taken: TAKEN }));
    const labels = [...page.querySelectorAll('[role=img]')].map((one) =>
      (one.getAttribute('aria-label') ?? '').replaceAll('\u00a0', ' '),
    );
    expect(labels).toContain('What became of the deals that were due: Won 100 k  (1); Lost 40.0 k  (1)');
    // 0.5 × 100,000 + 0.2 × 40,000
    expect(labels).toContain('What was expected, and what came: Probabilities: 110 k came, 58.0 k expected');
  });

  it('says why there is nothing to show', () => {
    const changes = { reason: 'no_earlier_export' } as NonNullable<Report['changes']>;
    const made = changesHtml({ changes: { ...changes, pairs: [] } } as unknown as Report, htmlPage());
    expect(parsed(made).textContent).toContain('Not computed');
    expect(changesHtml({ changes: null } as Report, htmlPage())).toBeNull();
  });
});
