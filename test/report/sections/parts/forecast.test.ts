import { describe, expect, it } from 'vitest';
import { forecast, type Report, report } from '../../../../src/index.js';
import { isoDay } from '../../../../src/model/civil-day.js';
import { categoryAt } from '../../../../src/model/column.js';
import { OUTCOMES } from '../../../../src/model/outcome.js';
import { reportSchema } from '../../../../src/report/schema.js';
import { company } from '../../../support/companies.js';
import { day } from '../../../support/deals.js';
import { loadTexts } from '../../../support/load-texts.js';

type Row = readonly [outcome: string, created: string, closed: string, amount: string, owner: string, product: string];

const rows: Row[] = (() => {
  const deals = company({ kind: 'steady', seed: 2, perMonth: 25, months: 20 });
  const dayText = (value: number): string => (value > day('1900-01-01') ? isoDay(value) : '');
  return Array.from({ length: deals.size }, (_, row): Row => {
    const amount = deals.column('amount')[row] as number;
    return [
      OUTCOMES[deals.column('outcome')[row] as number] as string,
      dayText(deals.column('created_at')[row] as number),
      dayText(deals.column('closed_at')[row] as number),
      Number.isNaN(amount) ? '' : String(amount),
      categoryAt(deals.column('owner'), row),
      categoryAt(deals.column('product'), row),
    ];
  });
})();

function loadRows(table: readonly Row[]): ReturnType<typeof loadTexts> {
  const header = 'Deal,Status,Created date,Close date,Amount,Owner,Product';
  const text = [header, ...table.map((row, at) => [`D${at}`, ...row].join(','))].join('\n');
  return loadTexts({ 'deals.csv': `${text}\n` });
}

async function forecastOf(
  table: readonly Row[],
  options: Partial<Parameters<typeof forecast>[1]> = {},
): Promise<NonNullable<Report['forecast']>> {
  const document = forecast(await loadRows(table), { today: day('2030-01-01'), ...options });
  const { forecast: found } = reportSchema.parse(document);
  if (found === null) throw new Error('no forecast');
  return found;
}

describe('the part forecast', async () => {
  const found = await forecastOf(rows, {
    settings: { quotas: { Sara: { amount: 40_000, per: 'quarter' } } },
    targets: { revenue_won: { min: 300_000, per: 'quarter' } },
  });

  it('adds up: months to the total, owners and products to the same', () => {
    const total = found.total?.expected ?? Number.NaN;
    const sum = (values: readonly (number | null)[]): number =>
      values.reduce<number>((all, one) => all + (one ?? 0), 0);
    expect(found.reason).toBeNull();
    expect(found.months).toHaveLength(6);
    expect(sum(found.months.map(({ expected }) => expected))).toBeCloseTo(total, 4);
    for (const { wonSoFar, pipeline, newBusiness, expected } of found.months) {
      expect(sum([wonSoFar, pipeline, newBusiness])).toBeCloseTo(expected ?? Number.NaN, 4);
    }
    expect(found.groups.map(({ by }) => by)).toEqual([['owner'], ['product']]);
    for (const { groups } of found.groups) expect(sum(groups.map(({ expected }) => expected))).toBeCloseTo(total, 4);
  });

  it('says in its first sentence whether a simple rule is as good', () => {
    expect(found.headline.message?.code).toBe(
      found.headline.beats === true ? 'forecast_beats' : 'forecast_does_not_beat',
    );
    expect(found.method).toBe(found.headline.beats === true ? 'model' : 'baseline');
    expect(found.backtest.months.length).toBe(found.backtest.origins);
  });

  it('holds targets and quotas against the running quarter', () => {
    // The newest day is the last of 2024 at the latest: the first coming one decides the quarter.
    expect(found.pacing.map(({ kpi, owner, target }) => [kpi, owner, target])).toEqual([
      ['revenue_won', null, 300_000],
      [null, 'Sara', 40_000],
    ]);
    for (const { probability, needed, target, wonSoFar } of found.pacing) {
      expect(probability !== null && probability >= 0 && probability <= 1).toBe(true);
      expect(needed).toBe(Math.max(0, target - (wonSoFar ?? 0)));
    }
    const sara = found.groups[0]?.groups.find(({ key }) => key[0] === 'Sara');
    expect(sara?.quota).toBe(40_000);
  });

  it('is the same whatever the order of the rows', async () => {
    const turned = await forecastOf([...rows].reverse());
    const plain = await forecastOf(rows);
    expect(turned.months).toEqual(plain.months);
    expect(turned.backtest).toEqual(plain.backtest);
  });

  it('uses no amount that closing overwrites', async () => {
    const blank = await forecastOf(
      rows.map((row) => (row[0] === 'won' ? row : ([...row.slice(0, 3), '', ...row.slice(4)] as unknown as Row))),
    );
    expect(blank.notes.map(({ code }) => code)).toContain('forecast_usual_amounts');
    expect(blank.open?.priced).toBe(0);
    // All of the open deals' value is then usual amounts.
    expect(blank.open?.unpricedValue).toBeCloseTo(blank.total?.pipeline ?? Number.NaN, 4);
  });

  it('bounds what is not known of open deals, in numbers and words', async () => {
    // Every amount is 1,000, so a usual win brings as much and none brings more.
    const even = rows.map(([outcome, created, closed, , ...rest]): Row => [outcome, created, closed, '1000', ...rest]);
    const open = even.flatMap(([outcome], at) => (outcome === 'open' ? [at] : []));
    const boundsOf = async (table: readonly Row[]) => {
      const one = await forecastOf(table);
      const note = one.notes.find(({ code }) => code === 'forecast_bounds');
      return {
        one,
        note,
        low: one.open?.bounds?.low,
        high: one.open?.bounds?.high,
        expected: one.total?.expected ?? 0,
      };
    };
    const plain = await boundsOf(even);
    expect([plain.low, plain.high, plain.note]).toEqual([plain.expected, plain.expected, undefined]);

    const undated = await boundsOf(
      even.map(
        (row, at): Row => (open.slice(0, 5).includes(at) ? (['open', '', ...row.slice(2)] as unknown as Row) : row),
      ),
    );
    expect(undated.one.open?.undated).toBe(5);
    expect(undated.low).toBeCloseTo(undated.expected, 6);
    expect(undated.high).toBeCloseTo(undated.expected + 5 * 1000, 6);
    expect(undated.note?.message).toContain('with all 5 open deals without a creation date won');

    const unpriced = await boundsOf(
      even.map(
        (row, at): Row =>
          open.slice(-3).includes(at) ? ([...row.slice(0, 3), '', ...row.slice(4)] as unknown as Row) : row,
      ),
    );
    expect(unpriced.one.open?.unpriced).toBe(3);
    const resting = unpriced.one.open?.unpricedValue ?? 0;
    expect(resting > 0 && resting < 3 * 1000).toBe(true);
    expect(unpriced.low).toBeCloseTo(unpriced.expected - resting, 6);
    expect(unpriced.high).toBeCloseTo(unpriced.expected, 6);
    expect(unpriced.note?.message).toContain('without what rests on usual amounts');
  });

  it('counts deals where none has an amount', async () => {
    const counted = await forecastOf(rows.map((row) => [...row.slice(0, 3), '', ...row.slice(4)] as unknown as Row));
    expect([counted.unit, counted.currency, counted.pacing]).toEqual(['deals', null, []]);
    expect(counted.total?.expected).toBeCloseTo(counted.total?.wins ?? Number.NaN, 4);
    expect(counted.open?.bounds).toEqual({ low: counted.total?.expected, high: counted.total?.expected });
  });

  it('is split by names, each once, whatever else a report is split by', async () => {
    const loaded = await loadRows(rows);
    const splitBy = (...by: string[][]): unknown =>
      report(loaded, { today: day('2030-01-01'), sections: ['forecast'], by }).forecast?.groups.map((one) => one.by);
    expect(splitBy(['month'])).toEqual([['owner'], ['product']]);
    expect(splitBy(['month'], ['product'])).toEqual([['product']]);
    expect(splitBy(['owner', 'month'], ['owner'], ['owner', 'product'])).toEqual([['owner'], ['owner', 'product']]);
  });

  it('says why there is none', async () => {
    const open = await forecastOf(rows.filter(([outcome]) => outcome === 'open'));
    expect(open.reason).toMatch(/^(no_closed_deals|missing_field:closed_at)$/);
    expect([open.months, open.total, open.method]).toEqual([[], null, null]);
  });
});
