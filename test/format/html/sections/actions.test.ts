import { describe, expect, it } from 'vitest';
import { actionsHtml } from '../../../../src/format/html/sections/actions.js';
import { htmlPage, parsed, tableTexts, textsOf } from '../../../support/html-page.js';
import { reportTexts } from '../../../support/load-texts.js';

const HEAD = 'Deal ID,Deal Name,Status,Amount,Owner,Create Date,Expected Close Date,Close Date';
const open = (id: number, owner = 'Ann', name = `Deal ${id}`): string =>
  `${id},${name},open,${id * 100},${owner},2024-03-01,2024-04-${String(id).padStart(2, '0')},`;
const DEALS = [
  HEAD,
  ...Array.from({ length: 12 }, (_, at) => open(at + 1, at < 9 ? 'Ann' : 'Bob')),
  '99,Last,won,50,Ann,2024-03-01,,2024-04-30',
].join('\n');

describe('the deals to act on', () => {
  it('are a table of each kind, with how many are shown of how many, their money, owners and command', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const page = parsed(actionsHtml(report, htmlPage()));
    // 100 + 200 + … + 1,200 = 7,800.
    expect(textsOf(page, 'h3')[0]).toBe('Overdue: 12 7,800');
    expect(textsOf(page, '.kind .sub')[0]).toBe('8 of 12 shown, largest amount first');
    const [kind] = page.querySelectorAll('.kind');
    if (kind === undefined) throw new Error('no kind');
    const [heads, first] = tableTexts(kind);
    expect(heads).toEqual(['Deal', 'Amount', 'Days overdue', 'Due', 'Owner']);
    // Due on 12 April, 18 days before the newest day of the file.
    expect(first).toEqual(['Deal 12', '1,200', '18', '2024-04-12', 'Bob']);
    expect([...kind.querySelectorAll('tbody tr')]).toHaveLength(8);
    expect([...kind.querySelectorAll('th button')]).toHaveLength(5);
    expect([...kind.querySelectorAll('td')].slice(0, 3).map((cell) => cell.getAttribute('data-v'))).toEqual([
      '1200',
      '18',
      '2024-04-12',
    ]);
    expect(textsOf(kind, '.note')[0]).toBe('By owner: Ann 9, Bob 3. All 12: kpi deals --overdue');
  });

  it('say which kinds there are none of, and which nobody can know', async () => {
    const report = await reportTexts({ 'deals.csv': DEALS });
    const notes = textsOf(parsed(actionsHtml(report, htmlPage())), '.note').join(' ');
    expect(notes).toContain('Not known: Stalled (under 10 won deals have both dates, too few to say what is long)');
    const none = parsed(
      actionsHtml(await reportTexts({ 'deals.csv': `${HEAD}\n1,A,won,5,Ann,,,2024-01-02` }), htmlPage()),
    );
    expect(none.textContent.replaceAll('\u00a0', ' ')).toBe('No deal is open on 2 Jan 2024.');
  });

  it('take hostile names, and are bounded', async () => {
    const report = await reportTexts({
      'deals.csv': [HEAD, open(1, '=cmd()', `"<img src=x>${'x'.repeat(10_000)}"`)].join('\n'),
    });
    const { actions } = report;
    const [kind] = actions?.kinds.filter(({ deals }) => deals.length > 0) ?? [];
    const [deal] = kind?.deals ?? [];
    if (actions === null || kind === undefined || deal === undefined) throw new Error('no deal');
    const deals = Array.from({ length: 5000 }, () => deal);
    const page = parsed(
      actionsHtml({ ...report, actions: { ...actions, kinds: [{ ...kind, deals, total: 5000 }] } }, htmlPage('fa')),
    );
    expect(page.querySelector('img')).toBe(null);
    expect([...page.querySelectorAll('tbody tr')]).toHaveLength(100);
    expect(textsOf(page, '.kind .sub')[0]).toContain('۱۰۰ از ۵٬۰۰۰');
    expect(page.textContent.length).toBeLessThan(40_000);
  });
});
