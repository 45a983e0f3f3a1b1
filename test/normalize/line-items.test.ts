import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/model/text-column.js';
import { kpiValue, loadTexts, reportTexts, warningCodes } from '../support/load-texts.js';

const HEADER = 'Deal ID,Deal Name,Account,Stage,Amount,Create Date,Closed On,Product Name,Quantity,Unit Price';
const table = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

const OWN_AMOUNT = table(
  'D1,One,Alpha,Closed Won,300,2024-01-05,2024-02-01,Scale,1,100',
  'D1,One,Alpha,Closed Won,300,2024-01-05,2024-02-01,Printer,2,100',
  'D2,Two,Beta,Closed Lost,50,2024-01-06,2024-02-02,Paper,1,50',
  // No line tells a product: the amount must not come from the lines.
  'D3,Three,Alpha,Closed Won,70,2024-01-07,2024-02-03,,,',
  'D1,One,Alpha,Closed Won,300,2024-01-05,2024-02-01,,,',
);

describe('a table with a row per product line', () => {
  it('holds each deal once, with the amount that its lines agree on: 300 + 70 won, not 970', async () => {
    const report = await reportTexts({ 'deals.csv': OWN_AMOUNT });
    expect(['new_deals', 'won_deals', 'lost_deals', 'revenue_won'].map((id) => kpiValue(report, id))).toEqual([
      3, 2, 1, 370,
    ]);
    expect(report.sources[0]).toMatchObject({
      rows: 5,
      records: 3,
      skipped: [{ reason: 'line item', rows: 2 }],
    });
    expect(warningCodes(report)).toEqual(['line_items']);
    expect(report.quality?.rules).toContainEqual(
      expect.objectContaining({ id: 'row.line_items', severity: 'info', violations: 1 }),
    );
  });

  it('says of every deal in how many rows it stands, by its first row', async () => {
    const { dataset } = await loadTexts({ 'deals.csv': OWN_AMOUNT });
    expect([...(dataset.deals.lineItems?.rowsOf ?? [])]).toEqual([3, 1, 1]);
    expect(dataset.deals.place(0).row).toBe(2);
    expect(dataset.deals.duplicates).toEqual([]);
  });

  it('adds up amounts that differ from line to line, and says so: 100 + 200 and 70', async () => {
    const report = await reportTexts({
      'deals.csv': table(
        'D1,One,Alpha,Closed Won,100,2024-01-05,2024-02-01,Scale,1,100',
        'D1,One,Alpha,Closed Won,200,2024-01-05,2024-02-01,Printer,2,100',
        'D2,Two,Beta,Closed Lost,25,2024-01-06,2024-02-02,Paper,1,25',
        'D2,Two,Beta,Closed Lost,25,2024-01-06,2024-02-02,Ink,1,25',
        'D3,Three,Alpha,Closed Won,70,2024-01-07,2024-02-03,Ink,1,70',
      ),
    });
    expect(kpiValue(report, 'revenue_won')).toBe(370);
    // Lost 25 + 25: once the amount is a line's, equal lines are added up too.
    expect(kpiValue(report, 'win_rate_value')).toBeCloseTo(370 / 420, 12);
    expect(report.warnings[0]?.message).toContain('its amount is the sum over its lines');
  });

  it('leaves a deal without an amount where one of its lines cannot be read, and counts the cell', async () => {
    const { dataset } = await loadTexts({
      'deals.csv': table(
        'D1,One,Alpha,Closed Won,100,2024-01-05,2024-02-01,Scale,1,100',
        'D1,One,Alpha,Closed Won,tbd?,2024-01-05,2024-02-01,Printer,2,100',
        'D2,Two,Beta,Closed Won,25,2024-01-06,2024-02-02,Paper,1,25',
        'D2,Two,Beta,Closed Won,30,2024-01-06,2024-02-02,Ink,1,30',
        'D3,Two,Beta,Closed Won,30,2024-01-06,2024-02-02,Ink,1,30',
        'D4,Two,Beta,Closed Won,,2024-01-06,2024-02-02,Ink,1,30',
        'D4,Two,Beta,Closed Won,5,2024-01-06,2024-02-02,Paper,1,30',
      ),
    });
    expect([...dataset.deals.column('amount')]).toEqual([Number.NaN, 55, 30, 5]);
    expect(dataset.deals.unreadable).toMatchObject([{ deal: 0, field: 'amount', text: 'tbd?' }]);
  });

  it('takes rows for repeats where only the deal differs, or nothing does', async () => {
    const report = await reportTexts({
      'deals.csv': table(
        'D1,One,Alpha,Closed Won,100,2024-01-05,2024-02-01,Scale,1,100',
        'D1,One,Alpha,Closed Won,700,2024-01-05,2024-02-01,Scale,1,100',
        'D2,Two,Beta,Closed Won,25,2024-01-06,2024-02-02,Paper,1,25',
        'D2,Two,Beta,Closed Won,25,2024-01-06,2024-02-02,Paper,1,25',
        'D3,Two,Beta,Negotiation,25,2024-01-06,,Paper,1,25',
        'D3,Two,Beta,Closed Won,25,2024-01-06,2024-02-02,Ink,1,25',
      ),
    });
    expect(report.sources[0]?.skipped).toEqual([{ reason: 'repeated id', rows: 3 }]);
    expect(report.quality?.rules).toContainEqual(
      expect.objectContaining({ id: 'deal.id_duplicate', severity: 'error', violations: 3 }),
    );
  });

  it('keeps rows that disagree about their deal apart from its lines', async () => {
    const report = await reportTexts({
      'deals.csv': table(
        'D1,One,Alpha,Closed Won,300,2024-01-05,2024-02-01,Scale,1,100',
        'D1,One,Alpha,Closed Won,300,2024-01-05,2024-02-01,Printer,2,100',
        'D2,Two,Beta,Closed Won,80,2024-01-05,2024-02-01,Scale,1,50',
        'D2,Two,Beta,Closed Won,80,2024-01-05,2024-02-01,Printer,1,30',
        'D3,Three,Beta,Negotiation,40,2024-01-06,,Paper,1,40',
        'D3,Three,Beta,Closed Won,40,2024-01-06,2024-02-02,Ink,1,40',
      ),
    });
    expect(report.sources[0]?.skipped).toEqual([
      { reason: 'line item', rows: 2 },
      { reason: 'repeated id', rows: 1 },
    ]);
    expect(kpiValue(report, 'revenue_won')).toBe(420);
  });

  it('needs a column of lines: without one, rows with one id are repeats', async () => {
    const report = await reportTexts({
      'deals.csv': 'Deal ID,Stage,Amount,Owner\nD1,Won,5,Ann\nD1,Won,5,Bob\nD2,Lost,4,Ann\n',
    });
    expect(report.sources[0]?.skipped).toEqual([{ reason: 'repeated id', rows: 1 }]);
  });

  it('says of the columns of lines what they are for', async () => {
    const { dataset } = await loadTexts({ 'deals.csv': OWN_AMOUNT });
    const quantity = dataset.sources[0]?.columns.find(({ column }) => column === 'Quantity');
    expect(quantity).toMatchObject({ field: null, reason: { code: 'tells_lines' } });
  });

  it('is read under the names of Didar', async () => {
    const { dataset } = await loadTexts({
      'deals.csv': [
        'کد دیدار معامله,عنوان معامله,وضعیت معامله,ارزش معامله,تاریخ انجام معامله,عنوان محصول,تعداد محصول,قیمت',
        '11,الف,موفق,100,1403/02/05,ترازو,1,60',
        '11,الف,موفق,100,1403/02/05,کاغذ,4,10',
        '12,ب,ناموفق,20,1403/02/06,,,',
        '',
      ].join('\n'),
    });
    const { deals } = dataset;
    expect([deals.size, cellText(deals.column('id'), 0), deals.column('amount')[0]]).toEqual([2, '11', 100]);
  });
});

/** A deal as a line of the table without its lines' columns, and how its amount falls into lines. */
const deal = fc.record({
  account: fc.constantFrom('Alpha', 'Beta', 'Gamma', ''),
  stage: fc.constantFrom('Closed Won', 'Closed Lost', 'Negotiation'),
  created: fc.integer({ min: 1, max: 28 }),
  closed: fc.integer({ min: 1, max: 28 }),
  // Different parts, so that a line's amount is not the deal's.
  parts: fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }),
});

describe('splitting deals into one to five lines', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const own = ({
    account,
    stage,
    created,
    closed,
  }: {
    account: string;
    stage: string;
    created: number;
    closed: number;
  }) => [account, stage, `2024-01-${two(created)}`, stage === 'Negotiation' ? '' : `2024-02-${two(closed)}`] as const;
  const row = (id: number, deal: Parameters<typeof own>[0], amount: number, product: string, price: number): string => {
    const [account, stage, created, closed] = own(deal);
    return `D${id},Deal ${id},${account},${stage},${amount},${created},${closed},${product},1,${price}`;
  };
  const figures = async (rows: readonly string[]): Promise<unknown> => {
    const report = await reportTexts({ 'deals.csv': table(...rows) }, { by: ['account'] });
    return [report.kpis, report.breakdowns, report.partition, report.asOf];
  };

  it.each(['deal', 'line'] as const)('changes no figure, with an amount per %s', async (amountOf) => {
    await fc.assert(
      fc.asyncProperty(fc.array(deal, { minLength: 1, maxLength: 12 }), async (deals) => {
        const sum = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0);
        const whole = deals.map((one, id) => row(id, one, sum(one.parts), 'P0', sum(one.parts)));
        const split = deals.flatMap((one, id) =>
          one.parts.map((part, line) => row(id, one, amountOf === 'deal' ? sum(one.parts) : part, `P${line}`, part)),
        );
        expect(await figures(split)).toEqual(await figures(whole));
      }),
      { numRuns: 40 },
    );
  });
});
