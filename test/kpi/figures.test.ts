import { describe, expect, it } from 'vitest';
import {
  count,
  joinExclusions,
  leftOut,
  lookOnce,
  mean,
  meanInterval,
  mergeExclusions,
  NoFigureOf,
  rate,
  share,
  total,
  valuesIn,
  valuesOf,
  withoutValue,
} from '../../src/kpi/figures.js';
import { copyWith } from '../../src/kpi/lazy.js';
import { won } from '../../src/kpi/populations.js';
import { said } from '../../src/locale/said.js';
import { say } from '../../src/locale/say.js';
import { type Exclusion, LeftOut } from '../../src/model/exclusion.js';
import { dealsOf } from '../support/deals.js';

const DEALS = dealsOf(`id outcome amount
                       A  won     10
                       B  lost    5
                       C  won     0.5`);
const ALL = DEALS.all();
const NOBODY = ALL.where(() => false);

it('a rate keeps its parts and the deals behind them', () => {
  const measured = rate(won(ALL), ALL, 'no_closed_deals');
  expect(measured).toMatchObject({ value: 2 / 3, n: 3, numerator: { total: 2 }, denominator: { total: 3 } });
  expect(measured.value === null ? null : measured.numerator?.rows).toEqual(Uint32Array.from([0, 2]));
  expect(rate(NOBODY, NOBODY, 'no_closed_deals')).toMatchObject({ value: null, reason: 'no_closed_deals' });
});

it('a share of other records has no deals behind it', () => {
  expect(share(1, 4, 'no_leads')).toMatchObject({ value: 0.25, numerator: { total: 1, rows: new Uint32Array(0) } });
});

it('a total over none is 0, a total of deals without a price is none', () => {
  expect(total(ALL, 3)).toMatchObject({ value: 15.5, n: 3 });
  expect(total(NOBODY, 0)).toMatchObject({ value: 0, n: 0 });
  expect(total(NOBODY, 3)).toMatchObject({ value: null, reason: 'no_priced_deals' });
});

it('a copy of a figure with other notes keeps what is found when it is read', () => {
  const sample = Float64Array.of(15, 20, 35, 40, 50);
  const notes = [said('from_orders')];
  const copy = copyWith(mean(valuesIn(sample), ALL, 'no_won_deals'), { notes });
  expect(copy).toMatchObject({ value: 32, n: 5, sample, notes, rows: ALL.rows });
  expect(copyWith(count(ALL), { notes })).toMatchObject({ value: 3, notes, rows: ALL.rows, excluded: [] });
});

it('a mean comes with its distribution: 15, 20, 35, 40, 50', () => {
  const sample = Float64Array.of(50, 35, 15, 40, 20);
  const found = mean(valuesIn(sample), ALL, 'no_won_deals');
  expect(found).toMatchObject({ value: 32, n: 5, sample });
  // Type 7: positions 1, 2, 3 and 3.6 of 0…4; variance ((17² + 12² + 3² + 8² + 18²) / 4).
  expect(found.value === null ? null : found.distribution).toEqual({
    mean: 32,
    median: 35,
    p25: 20,
    p75: 40,
    p90: 46,
    min: 15,
    max: 50,
    sd: Math.sqrt(830 / 4),
  });
  expect(mean(valuesIn(new Float64Array(0)), ALL, 'no_won_deals')).toMatchObject({
    value: null,
    reason: 'no_won_deals',
  });
});

it('says where a mean describes almost no value, beside what else is said: thirty of 10, ten of 90', () => {
  const sample = Float64Array.from({ length: 40 }, (_, at) => (at < 30 ? 10 : 90));
  const { value, notes } = mean(valuesIn(sample), ALL, 'no_won_deals', {
    notes: [said('priced', { priced: 40, of: 41 })],
  });
  expect(value).toBe(30);
  expect(notes?.map(({ code }) => code)).toEqual(['priced', 'two_humps']);
  const humps = notes?.[1] ?? said('provisional');
  expect(humps.args).toEqual({
    near: 0,
    mean: 30,
    lower: { n: 30, from: 10, to: 10 },
    upper: { n: 10, from: 90, to: 90 },
  });
  expect(say(humps, 'en')).toContain(
    'none of the values lie within 20% of it; 30 are smaller (half of them 10 to 10), 10 larger (half of them 90 to 90)',
  );
  expect(say(humps, 'fa')).toContain('۳۰ مقدار کوچک‌تر');
  expect(mean(valuesIn(sample.fill(10)), ALL, 'no_won_deals').value === null).toBe(false);
  expect(mean(valuesIn(sample), ALL, 'no_won_deals').notes).toEqual([]);
});

describe('the interval of a mean', () => {
  const values = (n: number) => Float64Array.from({ length: n }, (_, i) => i * i);

  it('is none under 5 values, bootstrapped under 30, Student’s from there', () => {
    expect([4, 5, 29, 30].map((n) => meanInterval(values(n))?.method)).toEqual([
      undefined,
      'bca-bootstrap',
      'bca-bootstrap',
      'student-t',
    ]);
  });

  it('is the same every time', () => {
    expect(meanInterval(values(7))).toEqual(meanInterval(values(7)));
  });
});

const left = (reason: 'unpriced' | 'undated_closed', ...rows: number[]) =>
  new LeftOut(reason, { size: rows.length, rows: Uint32Array.from(rows) });
const listed = (exclusions: readonly Exclusion[]) => exclusions.map(({ reason, n, rows }) => [reason, n, ...rows]);

it('exclusions name only reasons that left something out', () => {
  expect(listed(leftOut({ unpriced: NOBODY, undated_closed: won(ALL) }))).toEqual([['undated_closed', 2, 0, 2]]);
});

it('merged exclusions list each deal once per reason, ascending', () => {
  const merged = mergeExclusions([
    [left('unpriced', 1, 4, 9)],
    [left('undated_closed', 4), left('unpriced', 2, 4, 11)],
  ]);
  expect(listed(merged)).toEqual([
    ['unpriced', 5, 1, 2, 4, 9, 11],
    ['undated_closed', 1, 4],
  ]);
});

it('exclusions of parts without a deal in common are counted before they are listed', () => {
  const joined = joinExclusions([[left('unpriced', 1, 9)], [left('undated_closed', 4), left('unpriced', 2)], []]);
  expect(listed(joined)).toEqual([
    ['unpriced', 3, 1, 2, 9],
    ['undated_closed', 1, 4],
  ]);
});

it('a count knows its deals, values follow their rows, a null keeps its account', () => {
  expect(count(won(ALL))).toMatchObject({ value: 2, n: 2, rows: Uint32Array.of(0, 2) });
  expect(valuesOf(Uint32Array.of(2, 0), (row) => row * 10)).toEqual(Float64Array.of(20, 0));
  const account = { excluded: leftOut({ unpriced: won(ALL) }), details: { x: 1 }, notes: [] };
  expect(withoutValue('no_priced_deals', account)).toMatchObject({
    value: null,
    reason: 'no_priced_deals',
    ...account,
  });
});

it('a null lists what was left out when that is read, once, and so does its copy', () => {
  let listed = 0;
  const left: readonly Exclusion[] = [new LeftOut('unpriced', { size: 1, rows: Uint32Array.of(1) })];
  const none = new NoFigureOf('mixed_currencies', 3, () => {
    listed++;
    return left;
  });
  const copy = copyWith(none, { notes: [said('from_orders')] });
  expect([none.value, none.reason, none.n, copy.value, copy.reason, copy.n]).toEqual([
    null,
    'mixed_currencies',
    3,
    null,
    'mixed_currencies',
    3,
  ]);
  expect(listed).toBe(0);
  expect([none.excluded, none.excluded]).toEqual([left, left]);
  expect(listed).toBe(1);
  expect(copy.excluded).toEqual(left);
});

it('many values are looked at once for all that is said of them', () => {
  // 1 … 20,001: the middle one is 10,001, a quarter of the way 5,001; the variance of n whole numbers is n (n + 1) / 12.
  const sample = Float64Array.from({ length: 20_001 }, (_, at) => at + 1);
  let looks = 0;
  const values = {
    ...valuesIn(sample),
    lend: <T>(work: (sample: Float64Array) => T): T => {
      looks++;
      return work(sample);
    },
    moments: () => {
      throw new Error('a second look');
    },
  };
  const measured = mean(values, ALL, 'no_won_deals');
  lookOnce(measured);
  if (measured.value === null || measured.distribution === undefined) throw new Error('a mean');
  expect(measured.distribution).toMatchObject({ mean: 10_001, median: 10_001, p25: 5_001, p90: 18_001, max: 20_001 });
  const sd = Math.sqrt((20_001 * 20_002) / 12);
  expect(measured.distribution.sd).toBeCloseTo(sd, 6);
  // 1.96 standard errors on either side of the mean.
  expect(measured.interval?.low).toBeCloseTo(10_001 - (1.96009 * sd) / Math.sqrt(20_001), 1);
  expect([measured.notes, looks]).toEqual([[], 1]);
});
