import { describe, expect, it } from 'vitest';
import { renderDeals } from '../../src/format/render.js';
import { columnsListed, type DealsRequest, deals, explain } from '../../src/index.js';
import { dealListSchema } from '../../src/report/deal-list-schema.js';
import { day } from '../support/deals.js';
import { HOSTILE } from '../support/hostile.js';
import { loadTexts } from '../support/load-texts.js';

const HEAD = 'id,name,stage,amount,created,closed,expected close,owner,Region';
/** Twelve won within ten days: what is open for longer is stalled. */
const WON = Array.from(
  { length: 12 },
  (_, at) => `W${at},won,Closed Won,10,2025-01-01,2025-01-1${at < 2 ? at : 0},,Ann,North`,
);
const FILE = {
  'deals.csv': [
    HEAD,
    ...WON,
    'L1,lost,Closed Lost,40,2025-01-05,2025-02-02,,Bo,South',
    'A,a,Proposal,700,2025-02-01,,2025-02-20,Ann,South',
    'B,b,Proposal,900,2025-02-20,,2025-02-25,Bo,North',
    'C,c,Proposal,,2025-02-27,,2025-04-01,Bo,North',
  ].join('\n'),
};
const AT = { today: day('2030-12-31'), asOf: '2025-03-01' } as const;

async function list(request: Partial<DealsRequest>, texts: Readonly<Record<string, string>> = FILE) {
  const loaded = await loadTexts(texts, {
    columns: columnsListed(request),
    ...(request.where === undefined ? {} : { where: request.where }),
  });
  return deals(loaded, { ...AT, ...request });
}

const ids = (found: Awaited<ReturnType<typeof list>>): unknown[] =>
  found.deals.map(({ values }) => values[found.columns.findIndex(({ name }) => name === 'id')]);

describe('which deals', () => {
  it('are all of them unless something is said, in the order of the file', async () => {
    const found = await list({});
    expect(found).toMatchObject({ total: 16, priced: 15, amount: 120 + 40 + 700 + 900, sort: null, reason: null });
    expect(() => dealListSchema.parse(found)).not.toThrow();
    expect(found.deals[0]).toMatchObject({ row: 2, line: 2 });
  });

  it('of an outcome, of one of several, of a period', async () => {
    expect(ids(await list({ states: ['open'] }))).toEqual(['A', 'B', 'C']);
    expect((await list({ states: ['won', 'lost'] })).total).toBe(13);
    expect(ids(await list({ states: ['lost'], period: '2025-02' }))).toEqual(['L1']);
    // Created or closed in February.
    expect(ids(await list({ period: '2025-02' }))).toEqual(['L1', 'A', 'B', 'C']);
    // Created by the end of January and closed later.
    expect(ids(await list({ states: ['open'], period: '2025-01' }))).toEqual(['L1']);
  });

  it('that wait, as the figures count them', async () => {
    expect(ids(await list({ overdue: true }))).toEqual(['B', 'A']);
    expect(ids(await list({ stalled: true }))).toEqual(['A']);
    expect(ids(await list({ stalled: true, overdue: true, where: 'Region = South' }))).toEqual(['A']);
    const none = await list({ overdue: true, where: 'owner = Bo and Region = South' });
    expect(none).toMatchObject({ total: 0, deals: [], reason: null });
  });

  it('behind a figure, as explain lists them', async () => {
    const loaded = await loadTexts(FILE);
    for (const kpi of ['revenue_won', 'win_rate', 'open_pipeline_value', 'sales_cycle', 'new_deals', 'stalled_deals']) {
      const found = deals(loaded, { ...AT, kpi });
      const { records } = explain(kpi, { ...AT, maxRows: 0 }, loaded);
      const counted = records.filter(({ part }) => ['numerator', 'denominator', 'counted'].includes(part));
      const rows = [...new Set(counted.flatMap(({ shown }) => shown.map(({ row }) => row)))];
      expect([kpi, found.deals.map(({ row }) => row).sort((a, b) => a - b)]).toEqual([kpi, rows.sort((a, b) => a - b)]);
    }
  });

  it('says why nobody knows', async () => {
    const texts = {
      'deals.csv': 'id,name,stage,created,closed\nA,a,Proposal,2025-01-01,\nB,b,Closed Won,2025-01-01,2025-01-02',
    };
    expect(await list({ overdue: true }, texts)).toMatchObject({ total: 0, reason: 'missing_field:expected_close' });
    expect(await list({ kpi: 'revenue_won' }, texts)).toMatchObject({ total: 0, reason: 'missing_field:amount' });
  });
});

describe('columns', () => {
  it('are fields by name or title in either language, headers, and days', async () => {
    const found = await list({
      states: ['open'],
      columns: ['id', 'Owner', 'مسئول', 'Region', 'days_open', 'days_overdue'],
    });
    expect(found.columns.map(({ name }) => name)).toEqual([
      'id',
      'owner',
      'owner',
      'Region',
      'days_open',
      'days_overdue',
    ]);
    // 1 February to 1 March 2025: 28 days; 20 February: 9.
    expect(found.deals[0]?.values).toEqual(['A', 'Ann', 'Ann', 'South', 28, 9]);
    expect(found.deals[2]?.values).toEqual(['C', 'Bo', 'Bo', 'North', 2, null]);
  });

  it('that no file has are refused with a suggestion', async () => {
    await expect(list({ columns: ['Regoin'] })).rejects.toMatchObject({
      code: 'unknown_column',
      args: { suggestion: 'Region' },
    });
    await expect(list({ columns: ['probability'] })).rejects.toMatchObject({ code: 'unknown_column' });
  });
});

describe('order and limit', () => {
  it('sorts numbers from the largest, texts from the first, empty cells last', async () => {
    expect(ids(await list({ states: ['open'], sort: 'amount' }))).toEqual(['B', 'A', 'C']);
    expect(ids(await list({ states: ['open'], sort: 'amount:asc' }))).toEqual(['A', 'B', 'C']);
    expect(ids(await list({ states: ['open'], sort: 'Region' }))).toEqual(['B', 'C', 'A']);
    expect((await list({ sort: 'created_at' })).sort).toEqual({ by: 'created_at', direction: 'desc' });
  });

  it('counts all and lists the first', async () => {
    const found = await list({ states: ['won'], limit: 5 });
    expect(found).toMatchObject({ total: 12, amount: 120 });
    expect(found.deals).toHaveLength(5);
  });
});

describe('as text', () => {
  const print = async (found: Awaited<ReturnType<typeof list>>, format: string, lang: 'en' | 'fa' = 'en') =>
    [...(await renderDeals(found, format, { lang, color: false, width: 100 }))].join('');

  it('is complete as CSV, with guarded cells', async () => {
    const texts = { 'deals.csv': [HEAD, '1,=1+1,Proposal,5,2025-01-01,,,+Ann,"a,b"'].join('\n') };
    const found = await list({ columns: ['id', 'name', 'owner', 'Region', 'amount'] }, texts);
    const [head, line] = (await print(found, 'csv')).split('\n');
    expect(head).toBe('id,name,owner,Region,amount,file,sheet,row');
    expect(line).toMatch(/^1,'=1\+1,'\+Ann,"a,b",5,.*,,2$/);
  });

  it('says how many are not shown', async () => {
    const found = await list({ states: ['won'], limit: 5 });
    expect(await print(found, 'table')).toContain('5 of 12 deals shown; all of them: --limit 0 or --format csv');
    expect(await print(found, 'table', 'fa')).toContain('۵ از ۱۲ معامله نشان داده شد');
    expect(await print({ ...found, total: 0, deals: [] }, 'markdown')).toContain('There is no such deal.');
  });

  it('stands whatever a cell holds', async () => {
    const found = await list({ states: ['won'], limit: 1 });
    const [first] = found.deals;
    if (first === undefined) throw new Error('no deal');
    const hostile = { ...found, deals: HOSTILE.map((text) => ({ ...first, values: first.values.map(() => text) })) };
    for (const format of ['table', 'markdown', 'csv', 'json']) {
      const text = await print(
        { ...hostile, columns: hostile.columns.map((one) => ({ ...one, name: 'name', kind: 'text' })) },
        format,
      );
      expect(text).not.toContain('\u001b');
      expect(text).not.toContain('\u202e');
    }
  });
});
