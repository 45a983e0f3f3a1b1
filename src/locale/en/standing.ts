import type { Wording } from '../wording.js';
import type { Range } from './changes.js';
import { chanceText } from './findings.js';

type Judged = 'win_rate' | 'avg_deal_size' | 'sales_cycle';
type Place = 'beginning' | 'middle' | 'end';

interface Months {
  readonly kpi: Judged;
  readonly place: Place;
  readonly months: readonly { readonly month: string; readonly value: number }[];
  readonly currency: string | null;
}

interface MonthsDetail {
  readonly kpi: Judged;
  readonly quarter: string;
  readonly before: string;
  /** Of the quarter before, by its months. */
  readonly values: readonly number[];
  /** The same month is the highest in both. */
  readonly alike: boolean;
  /** Further figures with a rhythm, and where they are highest. */
  readonly also: readonly { readonly kpi: Judged; readonly place: Place }[];
  readonly quarters: number;
  /** Of the highest month less the lowest, over all quarters. */
  readonly interval: Range;
  readonly currency: string | null;
}

interface Kinds {
  readonly kpi: 'sales_cycle' | 'avg_deal_size';
  readonly share: number;
  /** The largest value of the smaller kind. */
  readonly most: number;
  readonly median: number;
  readonly otherMedian: number;
  /** Share of all that is near the mean. */
  readonly near: number;
  readonly interval: Range;
  readonly currency: string | null;
}

/** A value of a judged figure, in a sentence. */
export function levelText(kpi: Judged, value: number, currency: string | null, words: Wording): string {
  if (kpi === 'win_rate') return words.share(value);
  return kpi === 'sales_cycle' ? words.days(Math.round(value)) : words.compact(value, currency);
}

/** How far apart two levels are. */
function gapText(kpi: Judged, { low, high }: Range, currency: string | null, words: Wording): string {
  if (kpi === 'win_rate') return `${words.points(low)} to ${words.points(high)}`;
  if (kpi === 'sales_cycle') return `${words.rounded(low, 0)} to ${words.days(Math.round(high))}`;
  return `${words.compact(low, null)} to ${words.compact(high, currency)}`;
}

const CLAIMS: { readonly [K in Judged]: (place: Place) => string } = {
  win_rate: (place) => `The ${place} of a quarter wins`,
  avg_deal_size: (place) => `Deals won at the ${place} of a quarter are the largest`,
  sales_cycle: (place) => `Deals won at the ${place} of a quarter took longest`,
};
const NAMES: { readonly [K in Judged]: string } = {
  win_rate: 'the win rate',
  avg_deal_size: 'the deal size',
  sales_cycle: 'the sales cycle',
};
const PLURALS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  owner: ['owner', 'owners'],
  product: ['product', 'products'],
  source: ['source', 'sources'],
  pipeline: ['pipeline', 'pipelines'],
  type: ['type', 'types'],
};

function groupsText(
  { field, groups }: { readonly field: string; readonly groups: number },
  { count }: Wording,
): string {
  const known = Object.hasOwn(PLURALS, field) ? PLURALS[field] : undefined;
  return known === undefined
    ? `${count(groups)} values of ${field}`
    : `${count(groups)} ${known[groups === 1 ? 0 : 1]}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What stands out whatever period is asked for: how this file's deals are, or are not. */
export const STANDING = {
  quarter_rhythm: ({ kpi, place, months, currency }: Months, words: Wording) => {
    const each = months.map(({ month, value }, index) => {
      const of = index === 0 && kpi === 'win_rate' ? ' of deals' : '';
      return `${levelText(kpi, value, currency, words)}${of} in ${words.period(month, month)}`;
    });
    return `${CLAIMS[kpi](place)}: ${each.join(', ')}`;
  },
  quarter_rhythm_detail: (
    { kpi, quarter, before, values, alike, also, quarters, interval, currency }: MonthsDetail,
    words: Wording,
  ) => {
    const then = values.map((value) => levelText(kpi, value, currency, words)).join(', ');
    const name = words.period(before, quarter);
    const first = alike ? `${name} was alike (${then}), so` : `In ${name} it was ${then}:`;
    const more = also.map((one) => `${NAMES[one.kpi]} (highest at the ${one.place})`);
    const others = more.length === 0 ? '' : ` The month decides on ${listed(more)}, too.`;
    return (
      `${first} a month says little beside the month before it. Over ${words.count(quarters)} quarters ` +
      `the highest month is ${gapText(kpi, interval, currency, words)} above the lowest (95 % interval).${others}`
    );
  },
  two_kinds: (
    { kpi, mean, currency }: { readonly kpi: Kinds['kpi']; readonly mean: number; readonly currency: string | null },
    words: Wording,
  ) =>
    `The mean ${kpi === 'sales_cycle' ? 'sales cycle' : 'deal size'} of ${levelText(kpi, mean, currency, words)} describes almost no deal; there are two kinds`,
  two_kinds_detail: ({ kpi, share, most, median, otherMedian, near, interval, currency }: Kinds, words: Wording) => {
    const level = (value: number, unit = false): string =>
      kpi === 'sales_cycle'
        ? unit
          ? words.days(Math.round(value))
          : words.rounded(value, 0)
        : words.compact(value, unit ? currency : null);
    const small = kpi === 'sales_cycle' ? `are won within ${level(most, true)}` : `are of ${level(most, true)} at most`;
    return (
      `${words.share(share)} ${small} (median ${level(median)}), the others have a median of ${level(otherMedian)}. ` +
      `${words.share(near)} lie within a fifth of the mean (95 % interval ${words.share(interval.low)} to ${words.share(interval.high)}).`
    );
  },
  win_rates_alike: (
    { groups }: { readonly groups: readonly { readonly field: string; readonly groups: number }[] },
    words: Wording,
  ) => `Win rates of the ${listed(groups.map((one) => groupsText(one, words)))} differ no more than chance allows`,
  win_rates_alike_detail: (
    { tests, adjustedPValue }: { readonly tests: number; readonly adjustedPValue: number },
    words: Wording,
  ) => {
    const how = tests === 1 ? 'One test of all of them' : `${words.count(tests)} tests, corrected for their number`;
    return `${how} (p ${chanceText(adjustedPValue, words)}). A ranking by win rate would rank luck.`;
  },
} as const;
