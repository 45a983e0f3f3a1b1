import { beforeAll, describe, expect, test } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { compareTexts } from '../../../support/compare-texts.js';

const HEAD =
  'Deal ID,Deal Name,Account,Owner,Stage,Amount,Currency,Created Date,Closed Date,Expected Close Date,Push Count';
const OLD = `${HEAD}
D1,Mill,Acme,Ana,Proposal,100000,USD,2024-11-01,,2025-02-10,0
D2,Dam,Beta,Ana,Demo,200000,USD,2024-11-02,,2025-02-20,2
D3,Pump,Beta,Bo,Demo,300000,USD,2024-12-03,,2025-03-30,0
D4,Fan,Acme,Bo,Lead,50500,USD,2025-01-31,,2025-04-01,0`;
const NEW = `${HEAD}
D1,Mill,Acme,Ana,Closed Won,110000,USD,2024-11-01,2025-02-10,,0
D2,Dam,Beta,Ana,Proposal,200000,USD,2024-11-02,,2025-03-22,3
D3,Pump,Beta,Bo,Lead,310000,USD,2024-12-03,,2025-03-30,0
D6,Lamp,Gamma,Cy,Lead,1100,USD,2025-02-20,,2025-06-01,0`;

async function page(
  report: Report,
  { lang = 'en', detail = 'standard', width = 100 }: { lang?: Lang; detail?: Detail; width?: number } = {},
): Promise<string> {
  const text = [...(await renderReport(report, 'table', { lang, color: false, width, detail }))].join('');
  return text.replace(/[⁦-⁩]/g, '');
}
const TAKEN = ['2025-01-31', '2025-02-28'];
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('two exports on a page', () => {
  let report: Report;
  beforeAll(async () => {
    report = await compareTexts({ 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW }, { taken: TAKEN });
  });

  test('begin with what is repeated, then the steps that add up', async () => {
    const text = await page(report);
    expect(flat(text)).toContain(
      'From 31 Jan 2025 to 28 Feb 2025 the open pipeline fell from 651 k to 511 k USD (−21.4 %): 4 → 3 deals.',
    );
    // 650.5 + 1.1 + 10 − 100 − 50.5 = 511.1
    expect(text).toMatch(/Open pipeline, 31 Jan 2025 +4 +650\.5 k USD\n/);
    expect(text).toMatch(/New +1 +\+1\.1 k +\S+\n/);
    expect(text).toMatch(/Grown +1 +\+10\.0 k +█+\S*\n/);
    expect(text).toMatch(/Won +1 +−100\.0 k +█+\n/);
    expect(text).toMatch(/Vanished +1 +−50\.5 k +█+\S*\n/);
    expect(text).toMatch(/Open pipeline, 28 Feb 2025 +3 +511\.1 k USD\n/);
    expect(flat(text)).toContain('The won deals left the pipeline as 100 k USD and were closed for 110 k USD.');
  });

  test('then tell what moved, between which stages, and what was put off again and again', async () => {
    const text = await page(report);
    expect(text).toMatch(/Close date moved later +1 +200 k +30 days\n/);
    expect(text).toMatch(/Demo → Proposal +1 +200 k\n/);
    expect(text).toMatch(/Demo → Lead +1 +310 k +back\n/);
    expect(text).toMatch(/Close date moved later three times and more\n +Dam +200 k +3 +30 +2025-03-22 +Ana\n/);
  });

  test('and name the largest deals of each kind, and the groups', async () => {
    const text = await page(report);
    expect(text).toMatch(/Won: 1\n +Mill +100 k +110 k +2025-02-10 .*Ana\n/);
    expect(text).toMatch(/Close date moved later: 1\n +Dam +200 k +200 k +2025-03-22 +\+30 d +Proposal +Ana\n/);
    expect(text).toMatch(/Ana +300 k +0 +−100 k +0 +0 +200 k\n/);
  });

  test('and say what to type for the deals behind a step, a move and what is cut', async () => {
    const text = flat(await page(report));
    const days = '--taken 2025-01-31,2025-02-28';
    expect(text).toContain(`The deals themselves: kpi compare --list new ${days} (or grown, won, vanished).`);
    expect(text).toContain(`The deals themselves: kpi compare --list slipped ${days} (or `);
  });

  test('fit into 80 columns, no column of a sum left out', async () => {
    const text = await page(report, { width: 80 });
    expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    expect(text).toMatch(/Owner +Before +New +Won +Lost +Other +After\n/);
  });

  test('in brief are the sentences and the steps', async () => {
    const text = await page(report, { detail: 'brief' });
    expect(text).toContain('Largest steps');
    expect(text).toContain('Vanished');
    expect(text).not.toContain('Largest deals');
  });

  test('in Persian say the same', async () => {
    const persian = await compareTexts(
      { 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW },
      { lang: 'fa', taken: TAKEN },
    );
    const text = await page(persian, { lang: 'fa' });
    expect(flat(text)).toContain('پایپ‌لاین باز از ۶۵۱ هزار به ۵۱۱ هزار دلار کاهش یافت');
    expect(text).toMatch(/پایپ‌لاین باز، ۱۲ بهمن ۱۴۰۳ +۴ +۶۵۰٫۵ هزار دلار/);
    expect(text).toMatch(/Demo → Proposal +۱ +۲۰۰ هزار/);
  });
});

test('what one export does not tell is said', async () => {
  const bare = OLD.split('\n')
    .map((line) => line.split(',').slice(0, 5).join(','))
    .join('\n');
  const text = flat(await page(await compareTexts({ 'a.csv': bare, 'b.csv': NEW })));
  expect(text).toContain('Amounts are not told: in one of the exports no open deal has one.');
  expect(text).toContain('which close dates moved, since not every export has expected close dates');
  const due = flat(await page(await compareTexts({ 'a.csv': bare, 'b.csv': NEW }, { period: '2025-Q1' })));
  expect(due).toContain(
    'The steps of the pipeline cannot be told: the file has no column for the expected close date.',
  );
});

test('currencies stand one under the other', async () => {
  const euros = NEW.replace('310000,USD', '310000,EUR');
  const text = await page(await compareTexts({ 'a.csv': OLD, 'b.csv': euros }));
  expect(text).toMatch(/\nEUR\n +Open pipeline, .* 0 +0 EUR\n/);
  expect(text).toMatch(/Currency changed +1 +\+310\.0 k/);
  expect(text).toMatch(/Pump +300 k USD +310 k EUR/);
});

test('three exports have a row for each step from one to the next', async () => {
  const later = NEW.replace('2025-02-20,,', '2025-03-31,,').replace('200000', '230000');
  const text = await page(
    await compareTexts(
      { 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW, 'deals-2025-03-31.csv': later },
      {
        taken: [...TAKEN, '2025-03-31'],
      },
    ),
  );
  expect(text).toMatch(/28 Feb 2025 +651 k +\+1 k +−100 k +0 +−41 k +511 k\n/);
  expect(text).toMatch(/31 Mar 2025 +511 k +0 +0 +0 +\+30 k +541 k\n/);
});

test('exports of different deals are said to be so before anything else', async () => {
  const other = NEW.replaceAll('\nD', '\nX').replaceAll(/,(Mill|Dam|Pump|Lamp),/g, ',Other $1,');
  const text = await page(await compareTexts({ 'a.csv': OLD, 'b.csv': other }));
  expect(text.indexOf('! The exports have no deal in common')).toBeGreaterThan(0);
  expect(text.indexOf('! The exports have no deal in common')).toBeLessThan(text.indexOf('the open pipeline'));
});
