import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryColumn } from '../../src/model/column.js';
import { LOST, OPEN, WON } from '../../src/model/outcome.js';
import { textColumn } from '../../src/model/text-column.js';
import { rowOrder } from '../../src/normalize/row-order.js';
import { kpiValue, reportTexts } from '../support/load-texts.js';

describe('rowOrder', () => {
  it('asks for the day of modification first, then for the closing', () => {
    const order = rowOrder({
      modified_at: Int32Array.from([5, 6, 6, 6]),
      outcome: Uint8Array.from([WON, OPEN, WON, LOST]),
      closed_at: Int32Array.from([90, -2147483648, 40, 50]),
    });
    expect(order.compare(1, 0)).toBeGreaterThan(0);
    expect(order.rule(1, 0)).toBe('modified');
    expect(order.compare(2, 1)).toBeGreaterThan(0);
    expect(order.rule(2, 1)).toBe('closed');
    expect(order.compare(3, 2)).toBeGreaterThan(0);
    expect(order.rule(3, 2)).toBe('closing');
  });

  it('takes an amount before none, the greater one, a filled cell, and the first by its letters', () => {
    const order = rowOrder({
      amount: Float64Array.from([Number.NaN, 10, 20, 20, 20]),
      stage: categoryColumn(['A', 'A', '', 'B', 'A']),
      id: textColumn(['x', 'x', 'x', 'x', 'x']),
    });
    for (const [better, worse, rule] of [
      [1, 0, 'amount'],
      [2, 1, 'amount'],
      [3, 2, 'content'],
      [4, 3, 'content'],
    ] as const) {
      expect(order.compare(better, worse)).toBeGreaterThan(0);
      expect(order.compare(worse, better)).toBeLessThan(0);
      expect(order.rule(better, worse)).toBe(rule);
    }
    expect(order.compare(4, 4)).toBe(0);
  });

  it('asks for the place of the file before any amount', () => {
    const order = rowOrder({ amount: Float64Array.from([9, 5]) }, Uint16Array.from([0, 1]));
    expect(order.compare(1, 0)).toBeGreaterThan(0);
    expect(order.rule(0, 1)).toBe('file');
  });
});

const HEADER = 'Deal ID,Account,Owner,Stage,Amount,Created Date,Close Date';

describe('the words of a repeated id', () => {
  const said = async (header: string, ...rows: string[]): Promise<string> => {
    const report = await reportTexts({ 'deals.csv': [header, ...rows, ''].join('\n') });
    return report.warnings.find(({ code }) => code === 'repeated_ids')?.message ?? '';
  };

  it('name the latest closing where no column tells a modification', async () => {
    const message = await said(
      HEADER,
      'D1,Alpha,Ann,Closed Won,100,2024-01-02,2024-02-01',
      'D1,Alpha,Ann,Closed Lost,150,2024-01-02,2024-03-01',
      'D2,Beta,Ann,Closed Won,70,2024-01-02,2024-02-01',
    );
    expect(message).toContain('the latest closing counts');
    expect(message).not.toContain('modified');
  });

  it('name the newest modified where it decides, and each rule with its count where several do', async () => {
    const header = `${HEADER},Last Modified`;
    const message = await said(
      header,
      'D1,Alpha,Ann,Closed Won,100,2024-01-02,2024-02-01,2024-02-01',
      'D1,Alpha,Ann,Closed Won,150,2024-01-02,2024-02-01,2024-02-05',
      'D2,Beta,Ann,Negotiation,70,2024-01-02,2024-02-01,2024-02-01',
      'D2,Beta,Ann,Closed Lost,70,2024-01-02,2024-02-01,2024-02-01',
    );
    expect(message).toContain('the newest modified counts (1)');
    expect(message).toContain('a closed one counts before an open one (1)');
  });

  it('say that nothing tells which is newer where nothing does', async () => {
    const message = await said(
      HEADER,
      'D1,Alpha,Ann,Negotiation,100,2024-01-02,2024-02-01',
      'D1,Alpha,Ann,Negotiation,150,2024-01-02,2024-02-01',
      'D2,Beta,Ann,Negotiation,70,2024-01-02,2024-02-01',
    );
    expect(message).toContain('nothing tells which is newer, and the greater amount counts');
  });

  it('call equal rows identical', async () => {
    const row = 'D1,Alpha,Ann,Closed Won,100,2024-01-02,2024-02-01';
    expect(await said(HEADER, row, row)).toContain('all identical');
  });
});

describe('the order of rows', () => {
  const line = fc
    .tuple(
      fc.constantFrom('D1', 'D2', 'D3', 'D4', ''),
      fc.constantFrom('Alpha', 'Beta', ''),
      fc.constantFrom('Ann', 'Bob'),
      fc.constantFrom('Closed Won', 'Closed Lost', 'Negotiation', 'Proposal'),
      fc.constantFrom('', '0.1', '0.2', '0.7', '1.3'),
      fc.constantFrom('', '2024-01-02', '2024-01-09'),
      fc.constantFrom('', '2024-02-01', '2024-03-05'),
      fc.constantFrom('', '2024-03-01', '2024-03-06'),
      fc.constantFrom('', 'Scale', 'Printer'),
    )
    .map((cells) => cells.join(','));
  const columns = `${HEADER},Last Modified,Product Name`;

  it('changes no figure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(line, { minLength: 2, maxLength: 9 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
          ),
        async ([rows, shuffled]) => {
          const options = { by: ['product', 'owner'] };
          // Neither the first rows nor the last are of other deals: how columns are read stays the same.
          const all = (own: readonly string[]): string => [columns, ...own, ''].join('\n');
          const a = await reportTexts({ 'deals.csv': all(rows) }, options);
          const b = await reportTexts({ 'deals.csv': all(shuffled) }, options);
          // Of a deviation the sixteenth digit is the order's, whatever is summed.
          const digits = (value: unknown): unknown =>
            JSON.parse(JSON.stringify(value), (_, one) =>
              typeof one === 'number' ? Number(one.toPrecision(12)) : one,
            );
          expect(digits(b.kpis)).toEqual(digits(a.kpis));
          const sorted = (report: typeof a) =>
            report.breakdowns.map(({ groups }) => [...groups].sort((x, y) => (String(x.key) < String(y.key) ? -1 : 1)));
          expect(digits(sorted(b))).toEqual(digits(sorted(a)));
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('references of vtiger', () => {
  it('are the names behind their module: one customer, one owner', async () => {
    const report = await reportTexts(
      {
        'deals.csv': [
          'id,Account,Owner,stage,amount,created_date,close_date',
          '1,Accounts::::Ardent,Users::::ann,Closed Won,100,2024-01-02,2024-02-01',
          '2,Ardent,ann,Closed Won,70,2024-01-09,2024-02-12',
          '3,Contacts::::Jane Roe,Groups::::Team East,Closed Won,30,2024-01-09,2024-02-12',
          '4,Accounts::::,ann,Closed Lost,30,2024-01-09,2024-02-12',
          '',
        ].join('\n'),
      },
      { by: ['owner', 'account'] },
    );
    expect(kpiValue(report, 'customers')).toBe(2);
    expect(report.breakdowns[0]?.groups.map(({ key }) => key[0]).sort()).toEqual(['Team East', 'ann']);
  });

  it('leave other colons alone', async () => {
    const report = await reportTexts(
      {
        'deals.csv':
          'id,Account,stage,amount,created_date,close_date\n1,A::B,Closed Won,1,2024-01-02,2024-02-01\n2,B,Closed Won,1,2024-01-02,2024-02-01\n',
      },
      { by: ['account'] },
    );
    expect(kpiValue(report, 'customers')).toBe(2);
  });
});
