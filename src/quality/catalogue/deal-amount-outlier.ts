import { OUTCOMES } from '../../model/outcome.js';
import type { Population } from '../../model/population.js';
import { cached } from '../../model/selections.js';
import { median } from '../../stats/quantile.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { quantity } from '../parameters.js';
import { priced } from '../populations.js';

/** B. Iglewicz, D. Hoaglin, "How to Detect and Handle Outliers" (1993): a modified z-score beyond 3.5. */
const MOST_DEVIATIONS = 3.5;
/** 0.6745 is the third quartile of the normal distribution: it makes the MAD a standard deviation. */
const MAD_TO_SD = 0.6745;
/** Of fewer amounts, none is far from the others by more than chance. */
const LEAST_AMOUNTS = 20;
/** An amount that is a power of ten of the median within 5 % was probably entered in another unit. */
const SCALES = [10, 100, 1000, 10_000];
const SCALE_TOLERANCE = 0.05;

const OTHERS = Array.from({ length: 9 }, (_, n) => `F${n + 2} won ${n + 1}900`);

export const dealAmountOutlier = defineRule({
  id: 'deal.amount_outlier',
  title: { en: 'Amounts far from all others', fa: 'مبلغ‌های بسیار دور از بقیه' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all deals with an amount above 0, per currency and outcome with at least 20 of them, those whose logarithm is more than 3.5 robust deviations (deviations) from the median. Those that are ten, a hundred or a thousand times the median (or that part of it) are named: thousands for units, tomans for rials. Under a condition, what is usual is still that of all deals.',
    fa: 'از همه‌ی معامله‌های دارای مبلغ بالای صفر، در هر ارز و نتیجه‌ای با دست‌کم ۲۰ مبلغ، آن‌هایی که لگاریتمشان بیش از ۳٫۵ انحراف مقاوم (deviations) از میانه دور است. مبلغ‌هایی که ده، صد یا هزار برابر میانه (یا همین کسر از آن) هستند نام برده می‌شوند: هزار به‌جای واحد، تومان به‌جای ریال. با شرط نیز، معمول همان است که در همه‌ی معامله‌هاست.',
  },
  source: 'B. Iglewicz, D. Hoaglin, "How to Detect and Handle Outliers", 1993; on logarithms, as deal sizes are skewed',
  needs: ['amount', 'outcome'],
  wants: ['currency'],
  params: { deviations: quantity('robust deviations that are allowed', 1, 100) },
  defaults: { deviations: MOST_DEVIATIONS },
  affects: [
    'avg_deal_size',
    'revenue_won',
    'win_rate_value',
    'open_pipeline_value',
    'weighted_pipeline',
    'clv_historic',
  ],
  check({ population, whole, params }) {
    const [amount, outcome] = [population.column('amount'), population.column('outcome')];
    const { codes, values } = population.column('currency');
    const usual = usualAmounts(whole.population, params.deviations);
    const usualOf = values.map((currency) => OUTCOMES.map((_, what) => usual.get(keyOf(currency, what)) ?? null));
    const usualAt = (row: number): Usual | null => usualOf[codes[row] as number]?.[outcome[row] as number] ?? null;
    // By group, as numbers: an amount in a group without anything usual is neither judged nor found.
    const groups = usualOf.flat();
    const isUsual = Uint8Array.from(groups, (group) => (group === null ? 0 : 1));
    const low = Float64Array.from(groups, (group) => group?.low ?? Number.NEGATIVE_INFINITY);
    const high = Float64Array.from(groups, (group) => group?.high ?? Number.POSITIVE_INFINITY);
    const { rows } = positive(population);
    const found: number[] = [];
    let checked = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const group = (codes[row] as number) * OUTCOMES.length + (outcome[row] as number);
      const value = amount[row] as number;
      checked += isUsual[group] as number;
      if (value < (low[group] as number) || value > (high[group] as number)) found.push(row);
    }
    return {
      checked,
      rows: Uint32Array.from(found),
      describe(row) {
        const value = amount[row] as number;
        const middle = Math.exp(usualAt(row)?.centre ?? 0);
        const state = OUTCOMES[outcome[row] as number] ?? 'open';
        const args = { value, median: Math.round(middle * 100) / 100, state, scale: scaleOf(value / middle) };
        return { field: 'amount', value: String(value), args };
      },
    };
  },
  message: {
    en: ({ value, median: middle, state, scale }) =>
      `${value} is far from the other ${state} deals, whose median is ${middle}${scale === null ? '' : `: ${scale >= 1 ? `${scale} times` : `1/${Math.round(1 / scale)} of`} it, perhaps another unit`}`,
    fa: ({ value, median: middle, state, scale }) =>
      `${value} از دیگر معامله‌های ${PERSIAN[state]} با میانه‌ی ${middle} بسیار دور است${scale === null ? '' : `: ${scale >= 1 ? `${scale} برابر` : `یک ${Math.round(1 / scale)}ام`} آن، شاید با واحدی دیگر`}`,
  },
  fix: {
    en: 'Check the amount in the CRM: a digit too many, thousands for units, or an order of another kind.',
    fa: 'مبلغ را در CRM بررسی کنید: یک رقم اضافه، هزار به‌جای واحد، یا سفارشی از گونه‌ای دیگر.',
  },
  examples: {
    accept: manyRecords('id outcome amount', 9, 'D{n} won {n}100', 'E1 won 700', 'E2 won 800', ...OTHERS),
    reject: manyRecords(
      'id outcome amount',
      9,
      'D{n} won {n}100',
      'E1 won 700',
      'E2 won 800',
      ...OTHERS,
      'F1 won 9000000',
    ),
  },
});

const PERSIAN = { open: 'باز', won: 'برنده', lost: 'ازدست‌رفته', excluded: 'کنار گذاشته' } as const;

type Priced = Population<'amount' | 'outcome' | 'currency'>;

/** Logarithm of the median, and the least and the largest amount that is not far from it. */
interface Usual {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
}

/** Deals with an amount above 0: where nothing has a condition, those that are judged are those that tell what is usual. */
const positive = cached((population: Priced): Priced => {
  const amount = population.column('amount');
  return priced(population).where((row) => (amount[row] as number) > 0);
});

function keyOf(currency: string, outcome: number): string {
  return `${outcome} ${currency}`;
}

/** What is usual in each currency and outcome; nothing under 20 amounts, or where more than half are the same one. */
function usualAmounts(population: Priced, deviations: number): Map<string, Usual> {
  const [amount, outcome] = [population.column('amount'), population.column('outcome')];
  const { codes, values } = population.column('currency');
  const groupOf = (row: number): number => (codes[row] as number) * OUTCOMES.length + (outcome[row] as number);
  const { rows } = positive(population);
  const sizes = new Uint32Array(values.length * OUTCOMES.length);
  for (let i = 0; i < rows.length; i++) {
    const group = groupOf(rows[i] as number);
    sizes[group] = (sizes[group] as number) + 1;
  }
  const logs = Array.from(sizes, (size) => new Float64Array(size < LEAST_AMOUNTS ? 0 : size));
  const filled = new Uint32Array(sizes.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const group = groupOf(row);
    const own = logs[group] as Float64Array;
    const next = filled[group] as number;
    filled[group] = next + 1;
    if (own.length > 0) own[next] = Math.log(amount[row] as number);
  }
  const usual = new Map<string, Usual>();
  logs.forEach((own, group) => {
    if (own.length === 0) return;
    const centre = median(own);
    const spread = median(distancesFrom(centre, own));
    if (spread === 0) return;
    const limit = (deviations * spread) / MAD_TO_SD;
    const currency = values[Math.floor(group / OUTCOMES.length)] as string;
    usual.set(keyOf(currency, group % OUTCOMES.length), {
      centre,
      low: Math.exp(centre - limit),
      high: Math.exp(centre + limit),
    });
  });
  return usual;
}

function distancesFrom(centre: number, logs: Float64Array): Float64Array {
  const distances = new Float64Array(logs.length);
  for (let at = 0; at < logs.length; at++) distances[at] = Math.abs((logs[at] as number) - centre);
  return distances;
}

function scaleOf(ratio: number): number | null {
  for (const scale of SCALES) {
    if (Math.abs(ratio / scale - 1) <= SCALE_TOLERANCE) return scale;
    if (Math.abs(ratio * scale - 1) <= SCALE_TOLERANCE) return 1 / scale;
  }
  return null;
}
