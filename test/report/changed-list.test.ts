import { describe, expect, it } from 'vitest';
import type { ChangedDealsRequest } from '../../src/index.js';
import { changedListSchema } from '../../src/report/changed-list-schema.js';
import { changedTexts, printChanged } from '../support/change-list.js';
import { HOSTILE } from '../support/hostile.js';
import { loadTexts } from '../support/load-texts.js';

const HEAD = 'Deal ID,Deal Name,Account,Owner,Stage,Amount,Currency,Create Date,Expected Close,Closed Date';
const OLD = `${HEAD}
D1,Alpha,Acme,Ann,Proposal,100,EUR,2025-01-02,2025-02-28,
D2,Beta,Beta Inc,Ann,Proposal,300,EUR,2025-01-03,2025-02-28,
D3,Gamma,Gamma Inc,Ann,Qualified,100,EUR,2025-01-04,2025-02-28,
D4,=cmd(),Delta | Co,Bob,Qualified,50.50,EUR,2025-01-05,2025-03-15,
D5,Epsilon,Eps,Bob,Closed Won,70,EUR,2025-01-05,,2025-01-20
D6,Zeta,Zed,Bob,Qualified,,EUR,2025-01-05,2025-03-15,
`;
const NEW = `${HEAD}
D1,Alpha,Acme,Ann,Closed Won,120,EUR,2025-01-02,,2025-02-20
D2,Beta,Beta Inc,Bob,Negotiation,300,EUR,2025-01-03,2025-03-20,
D4,=cmd(),Delta | Co,Bob,Qualified,40.25,EUR,2025-01-05,2025-04-15,
D5,Epsilon,Eps,Bob,Closed Won,70,EUR,2025-01-05,,2025-01-20
D6,Zeta,Zed,Bob,Qualified,10,EUR,2025-01-05,2025-03-15,
D7,Eta,Et,Cyd,Qualified,500,EUR,2025-02-05,2025-03-15,
`;
const FILES = { 'deals-2025-01-31.csv': OLD, 'deals-2025-02-28.csv': NEW };

const list = (list: ChangedDealsRequest['list'], more: Partial<ChangedDealsRequest> = {}, texts = FILES) =>
  changedTexts(texts, { list, ...more });
const ids = ({ deals }: Awaited<ReturnType<typeof list>>) => deals.map(({ id }) => id);

describe('deals that changed', () => {
  it('are listed before and after, with their places, in the order of their classes', async () => {
    const found = await list(['all']);
    expect(() => changedListSchema.parse(found)).not.toThrow();
    expect(found.deals.map((deal) => [deal.id, deal.class, ...deal.moves])).toEqual([
      ['D7', 'new'],
      ['D1', 'won'],
      ['D3', 'vanished'],
      ['D6', 'priced'],
      ['D4', 'shrunk', 'slipped', 'shrunk'],
      ['D2', 'slipped', 'slipped', ...(found.deals[5]?.moves.slice(1) ?? [])],
    ]);
    // 100 + 300 + 100 + 50.50 of four priced deals; 500 + 120 + 10 + 40.25 + 300 of five.
    expect(found).toMatchObject({
      total: 6,
      before: { deals: 5, priced: 4, amount: 550.5, byCurrency: null },
      after: { deals: 5, priced: 5, amount: 970.25, byCurrency: null },
      currency: 'EUR',
      sort: null,
      reason: null,
    });
    expect(found.selection.words.map(({ word, deals }) => [word, deals])).toEqual([
      ...[
        ['new', 1],
        ['won', 1],
        ['vanished', 1],
        ['priced', 1],
        ['shrunk', 1],
        ['slipped', 1],
      ],
    ]);
    const [, won, vanished, , shrunk, slipped] = found.deals;
    expect(won).toMatchObject({
      name: 'Alpha',
      account: 'Acme',
      before: { outcome: 'open', stage: 'Proposal', amount: 100, closeDate: '2025-02-28', row: 2 },
      after: { outcome: 'won', stage: 'Closed Won', amount: 120, closeDate: '2025-02-20', row: 2 },
      ...{ amountChange: 20, daysMoved: null, timesPushed: null },
    });
    expect(vanished).toMatchObject({
      name: 'Gamma',
      owner: 'Ann',
      before: { row: 4 },
      after: null,
      amountChange: null,
    });
    // 15 March to 15 April is 31 days; 28 February to 20 March 2025 is 20.
    expect(shrunk).toMatchObject({ amountChange: -10.25, daysMoved: 31 });
    expect(slipped).toMatchObject({ owner: 'Bob', before: { owner: 'Ann' }, after: { owner: 'Bob' }, daysMoved: 20 });
  });

  it('of a word that is a class and a move are those of the move, and of several words those of either', async () => {
    expect(ids(await list(['slipped']))).toEqual(['D4', 'D2']);
    const found = await list(['won', 'slipped', 'owner_changed']);
    expect(ids(found)).toEqual(['D1', 'D4', 'D2']);
    expect(found.selection.words.map(({ deals }) => deals)).toEqual([1, 2, 1]);
    expect(ids(await list(['unchanged', 'lost']))).toEqual([]);
    expect(ids(await list(['closed_unchanged']))).toEqual(['D5']);
  });

  it('are sorted and cut, in number and money still those of all', async () => {
    const found = await list(['all'], { sort: 'amount_change', limit: 2 });
    expect(ids(found)).toEqual(['D1', 'D2']);
    expect(found).toMatchObject({
      total: 6,
      sort: { by: 'amount_change', direction: 'desc' },
      after: { amount: 970.25 },
    });
    // No amount stands last either way.
    expect(ids(await list(['all'], { sort: 'Amount before:asc' }))).toEqual(['D4', 'D1', 'D3', 'D2', 'D6', 'D7']);
    await expect(list(['all'], { sort: 'amont' })).rejects.toMatchObject({ code: 'unknown_column' });
  });

  it('of a period are those of its waterfall', async () => {
    // Open and expected to close in February before: D1, D2, D3; after: none.
    expect(ids(await list(['all'], { period: '2025-02' }))).toEqual(['D1', 'D3', 'D2']);
    expect(ids(await list(['moved_out'], { period: '2025-02' }))).toEqual(['D2']);
    // Shrunk, and out of March at that: its step is the latter.
    expect(ids(await list(['shrunk'], { period: '2025-03' }))).toEqual([]);
    expect(ids(await list(['moved_in', 'moved_out'], { period: '2025-03' }))).toEqual(['D4', 'D2']);
    // Closed before, in January.
    expect(ids(await list(['closed_unchanged'], { period: '2025-01' }))).toEqual(['D5']);
    expect(ids(await list(['closed_unchanged'], { period: '2025-02' }))).toEqual([]);
    await expect(list(['moved_in'])).rejects.toMatchObject({ code: 'option_needs' });
  });

  it('under a condition are those that meet it in either export', async () => {
    expect(ids(await list(['all'], { where: 'owner = Bob' }))).toEqual(['D2', 'D6', 'D4']);
  });

  it('that a file does not tell have a reason, and the others are listed', async () => {
    const bare = Object.fromEntries(
      Object.entries(FILES).map(([name, text]) => [name, text.replace('Expected Close', 'Note')]),
    ) as typeof FILES;
    const found = await list(['slipped', 'won', 'pushed'], {}, bare);
    expect(found.selection.words.map(({ deals, reason }) => [deals, reason])).toEqual([
      [null, 'missing_field:expected_close'],
      [1, null],
      [null, 'missing_field:expected_close'],
    ]);
    expect(found).toMatchObject({ total: 1, reason: null });
    expect(await list(['slipped'], {}, bare)).toMatchObject({ total: 0, reason: 'missing_field:expected_close' });
    expect(await list(['all'], { period: '2025-02' }, bare)).toMatchObject({
      total: 0,
      reason: 'missing_field:expected_close',
    });
    expect(await printChanged(found, 'table')).toContain('Close date moved later: nobody can say which deals');
  });

  it('of an export that does not say which deals are open are none, with the reason', async () => {
    const bare = { ...FILES, 'deals-2025-02-28.csv': NEW.replace('Stage', 'Note').replace('Closed Date', 'Note 2') };
    const reason = 'missing_field:outcome';
    expect(await list(['all'], {}, bare)).toMatchObject({ total: 0, reason, notes: [] });
    const found = await list(['won', 'slipped'], {}, bare);
    expect(found).toMatchObject({ total: 0, reason });
    expect(found.selection.words.map((one) => [one.word, one.deals, one.reason])).toEqual([
      ['won', null, reason],
      ['slipped', null, reason],
    ]);
  });

  it('count how often a date was moved over several exports', async () => {
    const month = (due: string) => `${HEAD}\nA,Alpha,Acme,Ann,Proposal,100,EUR,2025-01-02,${due},\n`;
    const texts = Object.fromEntries(
      ['2025-02-10', '2025-03-10', '2025-03-01', '2025-04-10', '2025-05-10'].map((due, at) => [
        `deals-2025-0${at + 1}-28.csv`,
        month(due),
      ]),
    );
    const found = await changedTexts(texts, { list: ['pushed'] });
    // Later, earlier, later, later; 10 February to 10 May is 89 days.
    expect(found.deals).toMatchObject([{ id: 'A', timesPushed: 3, daysMoved: 89, class: 'slipped' }]);
    expect(found.snapshots).toHaveLength(5);
  });

  it('in several currencies have their money in each', async () => {
    const texts = {
      'deals-2025-01-31.csv': `${HEAD}\nA,a,x,Ann,Proposal,100,EUR,2025-01-02,2025-03-01,\nB,b,x,Ann,Proposal,7,USD,2025-01-02,2025-03-01,\n`,
      'deals-2025-02-28.csv': `${HEAD}\nA,a,x,Ann,Proposal,90,USD,2025-01-02,2025-03-01,\nB,b,x,Ann,Proposal,8,USD,2025-01-02,2025-03-01,\n`,
    };
    const found = await changedTexts(texts, { list: ['all'] });
    expect(found).toMatchObject({
      currency: null,
      after: { amount: null, byCurrency: [{ currency: 'USD', amount: 98 }] },
    });
    expect(found.before.byCurrency).toEqual([
      { currency: 'USD', amount: 7 },
      { currency: 'EUR', amount: 100 },
    ]);
    expect(found.deals.map(({ id, amountChange }) => [id, amountChange])).toEqual([
      ['A', null],
      ['B', 1],
    ]);
  });

  it('keep ids and places alone, or nothing, where samples are withheld', async () => {
    const few = await list(['all'], { samples: 'ids' });
    expect(() => changedListSchema.parse(few)).not.toThrow();
    const text = await printChanged(few, 'json');
    for (const name of ['Alpha', 'Acme', '"Ann"', 'Proposal']) expect(text).not.toContain(name);
    expect(few.deals[1]).toMatchObject({ id: 'D1', name: null, before: { stage: null, row: 2 }, amountChange: null });
    expect(await list(['all'], { samples: 'none' })).toMatchObject({ total: 6, deals: [], after: { amount: 970.25 } });
  });

  it('of exports that have nothing in common say so first', async () => {
    const other = NEW.replaceAll(/^D(?=\d)/gm, 'X').replaceAll(/(Alpha|Beta|=cmd\(\)|Epsilon|Zeta),/g, 'Other $1,');
    const found = await list(['vanished'], {}, { ...FILES, 'deals-2025-02-28.csv': other });
    expect(found.notes.map(({ code }) => code)).toContain('nothing_in_common');
    expect(await printChanged(found, 'table')).toContain(found.notes[0]?.message.slice(0, 20));
  });

  it('of an export with itself are none', async () => {
    expect(await changedTexts({ 'a.csv': OLD, 'b.csv': OLD }, { list: ['all'] })).toMatchObject({
      total: 0,
      deals: [],
    });
  });
});

describe('printed', () => {
  it('say what became of each, in both languages', async () => {
    const table = (await printChanged(await list(['all']), 'table')).replaceAll(/\s+/g, ' ');
    expect(table).toContain('From deals-2025-01-31.csv (31 Jan 2025) to deals-2025-02-28.csv (28 Feb 2025)');
    expect(table).toContain('6 deals · 550.50 EUR before · 970.25 EUR after');
    expect(table).toContain('New: 1 · Won: 1 · Vanished: 1 · Given an amount: 1 · Shrunk: 1 · Slipped: 1');
    expect(table).toContain('−10.25');
    const persian = await printChanged(await list(['slipped'], { lang: 'fa' }), 'table', 'fa');
    const bare = persian.replaceAll(/[\u2066-\u2069]/g, '');
    // 28 February 2025 is 10 Esfand 1403.
    for (const text of ['معامله‌های تغییرکرده', '۱۰ اسفند ۱۴۰۳', '۲ معامله · پیش‌تر ۳۵۰٫۵۰ یورو · اکنون ۳۴۰٫۲۵ یورو']) {
      expect(bare).toContain(text);
    }
  });

  it('as CSV are no formulas, and a file of deals again', async () => {
    const csv = await printChanged(await list(['all']), 'csv');
    expect(csv).toContain("shrunk,slipped shrunk,D4,'=cmd(),");
    const { dataset } = await loadTexts({ 'changes.csv': csv });
    expect(dataset.deals.size).toBe(6);
    const won = dataset.deals.record(1);
    expect(won).toMatchObject({
      id: 'D1',
      owner: 'Ann',
      outcome: 'won',
      stage: 'Closed Won',
      amount: 120,
      currency: 'EUR',
    });
    const slipped = dataset.deals.record(5);
    expect(slipped).toMatchObject({ id: 'D2', owner: 'Bob', outcome: 'open', amount: 300, account: 'Beta Inc' });
    expect(dataset.sources[0]?.columns.find(({ column }) => column === 'close_date')?.field).toBe('close_date');
  });

  it('stand whatever names are', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""').replaceAll(/[\r\n\u0000]/g, ' ')}"`;
    const rows = (due: string) =>
      HOSTILE.map(
        (name, at) => `H${at},${cell(name)},${cell(name)},${cell(name)},Proposal,${at},EUR,2025-01-02,${due},`,
      );
    const found = await changedTexts(
      {
        'deals-2025-01-31.csv': [HEAD, ...rows('2025-03-01')].join('\n'),
        'deals-2025-02-28.csv': [HEAD, ...rows('2025-04-01')].join('\n'),
      },
      { list: ['slipped'] },
    );
    expect(found.total).toBe(HOSTILE.length);
    for (const format of ['table', 'markdown', 'csv', 'json']) {
      const text = await printChanged(found, format);
      expect(text, format).not.toContain('\u001b');
      if (format === 'csv') expect(text).not.toMatch(/(^|,)"?[=+@]/m);
      if (format === 'markdown') expect(text).not.toMatch(/<script/i);
    }
  });
});
