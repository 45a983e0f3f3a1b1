import { describe, expect, it } from 'vitest';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { DEFAULT_SETTINGS, defineKpi, type Kpi } from '../../src/kpi/definition.js';
import { fieldsRead } from '../../src/kpi/fields-read.js';
import { measureAll, measurerOf } from '../../src/kpi/measure.js';
import { dealsOf, sixteenDeals } from '../support/deals.js';
import { excludedIds, measure, measured, questionOf } from '../support/question.js';

const WORDS = {
  title: { en: 'x', fa: 'x' },
  definition: { en: 'x', fa: 'x' },
  formula: { en: 'x', fa: 'x' },
  source: 'x',
};

function kpi(id: string, more: Partial<Kpi>): Kpi {
  return defineKpi({
    id,
    ...WORDS,
    unit: 'count',
    basis: 'all',
    better: 'neither',
    needs: [],
    measure: () => ({ value: 1, n: 1, excluded: [] }),
    ...more,
  });
}

describe('measureAll', () => {
  it('gives the whole catalogue, or what was asked, in the order of the catalogue', () => {
    const question = questionOf(sixteenDeals());
    const usual = kpis.filter(({ onDemand }: Kpi) => onDemand !== true).map(({ id }) => id);
    expect(measureAll(kpis, null, question).map((one) => one.kpi.id)).toEqual(usual);
    const asked = measureAll(kpis, ['clv_historic', 'win_rate'], question);
    expect(asked.map((one) => one.kpi.id)).toEqual(['win_rate', 'clv_historic']);
  });

  it('measures a KPI on demand only where it is named', () => {
    const runs: string[] = [];
    const counting = (id: string, more: Partial<Kpi>): Kpi =>
      kpi(id, {
        ...more,
        measure: () => {
          runs.push(id);
          return { value: 1, n: 1, excluded: [] };
        },
      });
    const catalogue = [
      counting('model', { onDemand: true }),
      counting('count', {}),
      counting('fit', { onDemand: true }),
    ];
    const question = questionOf(sixteenDeals());
    const idsOf = (...how: [readonly string[] | null, string[]?]): string[] =>
      measureAll(catalogue, how[0], question, how[1]).map((one) => one.kpi.id);
    expect(idsOf(null)).toEqual(['count']);
    expect(runs).toEqual(['count']);
    expect(idsOf(null, ['fit', 'count'])).toEqual(['count', 'fit']);
    expect(idsOf(['fit', 'count'])).toEqual(['count', 'fit']);
    expect(idsOf(['count'], ['fit'])).toEqual(['count']);
  });

  it('answers missing_field before a KPI runs', () => {
    let runs = 0;
    const needy = kpi('needy', {
      needs: ['outcome', 'amount'],
      measure: () => {
        runs++;
        return { value: 1, n: 1, excluded: [] };
      },
    });
    const [one] = measureAll([needy], null, questionOf(dealsOf('id outcome\nA won')));
    expect(one?.measurement).toMatchObject({ value: null, reason: 'missing_field:amount' });
    expect(runs).toBe(0);
  });

  it('names the KPI that throws, and keeps the cause', () => {
    const cause = new Error('slipped');
    const broken = kpi('broken', {
      measure: () => {
        throw cause;
      },
    });
    const run = () => measureAll([broken], null, questionOf(sixteenDeals()));
    expect(run).toThrow('the KPI broken failed: slipped');
    expect(run).toThrow(expect.objectContaining({ cause }));
  });

  it('measures a KPI that others use once', () => {
    let runs = 0;
    const base = kpi('base', {
      measure: () => {
        runs++;
        return { value: 2, n: 1, excluded: [] };
      },
    });
    const doubled = ['a', 'b'].map((id) =>
      kpi(id, {
        uses: ['base'],
        measure: ({ kpi: used }) => ({ value: 2 * (used('base').value ?? 0), n: 1, excluded: [] }),
      }),
    );
    const all = measureAll([base, ...doubled], null, questionOf(sixteenDeals()));
    expect(all.map(({ measurement }) => measurement.value)).toEqual([2, 4, 4]);
    expect(runs).toBe(1);
  });

  it('refuses KPIs that use each other in a circle, and ids that are none', () => {
    const circle = [
      kpi('a', { uses: ['b'], measure: ({ kpi: used }) => used('b') }),
      kpi('b', { uses: ['a'], measure: ({ kpi: used }) => used('a') }),
    ];
    expect(() => measureAll(circle, null, questionOf(sixteenDeals()))).toThrow('the KPI a uses itself');
    expect(() => measurerOf(kpis, questionOf(sixteenDeals())).measure('nothing')).toThrow(RangeError);
  });
});

describe('several currencies', () => {
  const MIXED = dealsOf(`id outcome amount currency created_at closed_at
                         A  won     100    EUR      2024-01-01 2024-01-11
                         B  won     300    EUR      2024-01-01 2024-01-11
                         C  lost    400    EUR      2024-01-01 2024-01-11
                         D  won     9000   USD      2024-01-01 2024-01-21
                         E  lost    1000   USD      2024-01-01 2024-01-21
                         F  open    50     USD      2024-01-01 .
                         G  won     .      EUR      2024-01-01 2024-01-11`);

  it('are never added: money comes once per currency, most deals first, and the total is null', () => {
    const { measurement, byCurrency } = measured('revenue_won', MIXED);
    expect(measurement).toMatchObject({ value: null, reason: 'mixed_currencies', n: 3 });
    expect(excludedIds(measurement, MIXED)).toEqual({ unpriced: ['G'] });
    expect(byCurrency?.map((one) => [one.currency, one.measurement.value])).toEqual([
      ['EUR', 400],
      ['USD', 9000],
    ]);
  });

  it('hold for what is made of money too: velocity in USD is 1 open · 1/2 · 9,000 / 20', () => {
    const { measurement, byCurrency } = measured('sales_velocity', MIXED);
    expect(measurement).toMatchObject({ value: null, reason: 'mixed_currencies' });
    expect(byCurrency?.find(({ currency }) => currency === 'USD')?.measurement.value).toBe(225);
  });

  it('do not touch counts, rates and days', () => {
    for (const id of ['won_deals', 'win_rate', 'sales_cycle', 'cohort_conversion']) {
      expect(measured(id, MIXED).byCurrency).toBeNull();
      expect(measured(id, MIXED).measurement.value).not.toBeNull();
    }
  });

  it('are one when the other one has no amount, or when the rest names none', () => {
    const one = dealsOf(`id outcome amount currency
                         A  won     100    EUR
                         B  won     200    .
                         C  open    .      USD`);
    expect(measured('revenue_won', one)).toMatchObject({ measurement: { value: 300 }, byCurrency: null });
  });

  it('keep amounts that name none apart from two that do', () => {
    const three = dealsOf(`id outcome amount currency
                           A  won     100    EUR
                           B  won     200    .
                           C  won     400    USD`);
    const { byCurrency } = measured('revenue_won', three);
    expect(byCurrency?.map((one) => [one.currency, one.measurement.value])).toEqual([
      ['', 200],
      ['EUR', 100],
      ['USD', 400],
    ]);
  });

  it('are no cause where another one would remain: it is said first', () => {
    // The file has no probability, no expected close, no owner and no subscriptions; rates would change nothing.
    expect(measured('weighted_pipeline', MIXED).measurement).toMatchObject({ reason: 'missing_field:probability' });
    expect(measured('pipeline_coverage', MIXED).measurement).toMatchObject({ reason: 'missing_field:expected_close' });
    expect(measured('quota_attainment', MIXED).measurement).toMatchObject({ reason: 'missing_field:owner' });
    expect(measured('mrr', MIXED)).toMatchObject({ measurement: { reason: 'no_subscriptions' }, byCurrency: null });
  });

  it('are not set against a target that names none', () => {
    const owned = dealsOf(`id outcome owner amount currency
                           A  won     Ann   100    EUR
                           B  won     Ann   300    USD`);
    const settings = { ...DEFAULT_SETTINGS, quotas: { Ann: 200 } };
    const asked = measurerOf(kpis, { ...questionOf(owned), settings }).measure('quota_attainment');
    expect(asked).toMatchObject({ measurement: { value: null, reason: 'mixed_currencies' }, byCurrency: null });
    expect(measured('quota_attainment', owned).measurement).toMatchObject({ reason: 'no_quotas' });
  });

  it('are named in a part of such a file that has but one of them', () => {
    const file = { hasLost: true, hasWon: true, severalCurrencies: true };
    const euros = MIXED.all().where((row) => MIXED.record(row).currency === 'EUR');
    const { measurement, byCurrency } = measurerOf(kpis, { ...questionOf(MIXED), file, population: euros }).measure(
      'revenue_won',
    );
    expect(measurement.value).toBe(400);
    expect(byCurrency?.map((one) => [one.currency, one.measurement.value])).toEqual([['EUR', 400]]);
  });
});

it('fieldsRead follows what a KPI uses', () => {
  const velocity = kpis.find(({ id }) => id === 'sales_velocity');
  if (velocity === undefined) throw new Error('no sales_velocity');
  expect([...fieldsRead(velocity, kpis)].sort()).toEqual(['amount', 'closed_at', 'created_at', 'outcome']);
});

it('a period without deals and a file without any are told apart', () => {
  expect(measure('win_rate', sixteenDeals(), { period: '2020' })).toMatchObject({ reason: 'no_closed_deals' });
  expect(measure('win_rate', dealsOf('id outcome'))).toMatchObject({ reason: 'no_deals' });
});

describe('orders beside the deals', () => {
  const deals = dealsOf(`id outcome customer amount currency
                         A  won     X        100    EUR
                         B  lost    Y        50     EUR`);
  const orders = dealsOf(`id outcome customer amount currency
                          1  won     P        10     EUR
                          2  won     P        20     EUR
                          3  won     Q        30     USD`);
  const purchases = orders.all();

  it('are what the KPIs of purchases are measured on, and say so; the others stay with the deals', () => {
    expect(measure('customers', deals, { purchases })).toMatchObject({ value: 2, rows: Uint32Array.of(0, 1, 2) });
    expect(measure('customers', deals, { purchases }).notes?.map(({ code }) => code)).toEqual(['from_orders']);
    expect(measure('repeat_purchase_rate', deals, { purchases }).value).toBe(0.5);
    expect(measure('win_rate', deals, { purchases })).toMatchObject({ value: 0.5 });
    expect(measure('revenue_won', deals, { purchases })).toMatchObject({ value: 100 });
  });

  it('are split by their own currencies', () => {
    const { measurement, byCurrency } = measured('clv_historic', deals, { purchases });
    expect(measurement).toMatchObject({ value: null, reason: 'mixed_currencies' });
    expect(byCurrency?.map(({ currency, measurement: one }) => [currency, one.value])).toEqual([
      ['EUR', 30],
      ['USD', 30],
    ]);
  });

  it('answer for the fields that they lack themselves', () => {
    const nameless = dealsOf('id outcome\n1 won');
    expect(measure('customers', deals, { purchases: nameless.all() })).toMatchObject({
      reason: 'missing_field:customer',
    });
  });
});
