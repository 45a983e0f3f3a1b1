import { currencyOf, OF_VALUE, outcomeOf, tellsCurrency } from '../../model/deal-classes.js';
import { OUTCOMES } from '../../model/outcome.js';
import type { Population } from '../../model/population.js';
import { BandedGroups, type Grouped } from '../../stats/log-spreads.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { quantity } from '../parameters.js';

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
    const isWhole = whole.population === population;
    const grouped = byGroup(population);
    const amounts = new BandedGroups(amount, grouped, isWhole ? LEAST_AMOUNTS : 1);
    const usual = usualAmounts(whole.population, isWhole ? amounts : allAmounts(whole.population), params.deviations);
    const usualOf = values.map((currency) => OUTCOMES.map((_, what) => usual.get(keyOf(currency, what)) ?? null));
    const usualAt = (row: number): Usual | null => usualOf[codes[row] as number]?.[outcome[row] as number] ?? null;
    const groups = usualOf.flat();
    const low = Float64Array.from(groups, (group) => group?.low ?? Number.NEGATIVE_INFINITY);
    const high = Float64Array.from(groups, (group) => group?.high ?? Number.POSITIVE_INFINITY);
    const { sizes } = grouped;
    const checked = groups.reduce((sum, group, at) => sum + (group === null ? 0 : (sizes[at] ?? 0)), 0);
    return {
      checked,
      // An amount in a group without anything usual is neither judged nor found.
      rows: amounts.beyond(low, high),
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

function keyOf(currency: string, outcome: number): string {
  return `${outcome} ${currency}`;
}

/**
 * The amounts above 0, by currency and outcome. Where classes tell both, no deal is looked at.
 */
function byGroup(population: Priced): Grouped {
  const { values } = population.column('currency');
  const sizes = new Uint32Array(values.length * OUTCOMES.length);
  const ofValue = population.having(OF_VALUE);
  const { codes, own } = ofValue.membership();
  const isTold = values.length <= 1 || tellsCurrency(population);
  if (!isTold || codes instanceof Uint8Array) return byCurrencyCode(population, sizes);
  const groupOf = Uint16Array.from(own, () => sizes.length);
  const { classes, deals } = ofValue.census();
  classes.forEach((one, at) => {
    const group = currencyOf(one) * OUTCOMES.length + outcomeOf(one);
    groupOf[one] = group;
    sizes[group] = (sizes[group] as number) + (deals[at] as number);
  });
  return { codes, groupOf, sizes };
}

function byCurrencyCode(population: Priced, sizes: Uint32Array): Grouped {
  const outcome = population.column('outcome');
  const { codes } = population.column('currency');
  const { rows } = population.having(OF_VALUE);
  const own = new Uint32Array(outcome.length).fill(sizes.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const group = (codes[row] as number) * OUTCOMES.length + (outcome[row] as number);
    own[row] = group;
    sizes[group] = (sizes[group] as number) + 1;
  }
  return { codes: own, groupOf: Uint32Array.from({ length: sizes.length + 1 }, (_, group) => group), sizes };
}

function allAmounts(population: Priced): BandedGroups {
  return new BandedGroups(population.column('amount'), byGroup(population), LEAST_AMOUNTS);
}

/** What is usual in each currency and outcome; nothing under 20 amounts, or where more than half are the same one. */
function usualAmounts(population: Priced, amounts: BandedGroups, deviations: number): Map<string, Usual> {
  const { values } = population.column('currency');
  const usual = new Map<string, Usual>();
  amounts.spreads().forEach((found, group) => {
    if (found === null || found.spread === 0) return;
    const { centre, spread } = found;
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

function scaleOf(ratio: number): number | null {
  for (const scale of SCALES) {
    if (Math.abs(ratio / scale - 1) <= SCALE_TOLERANCE) return scale;
    if (Math.abs(ratio * scale - 1) <= SCALE_TOLERANCE) return 1 / scale;
  }
  return null;
}
