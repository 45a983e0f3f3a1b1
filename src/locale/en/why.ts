import { capitalized } from '../first-letter.js';
import { type NoVerdict, noVerdictText } from '../no-verdict.js';
import {
  effectText,
  levelText,
  type WhyChanged,
  type WhyFactor,
  type WhyFigure,
  type WhyStep,
} from '../why-figures.js';
import type { Wording } from '../wording.js';
import { segmentName } from './changes.js';

interface ByFactors extends WhyChanged {
  /** Largest effect first; `up`: whether the factor itself grew. */
  readonly factors: readonly { readonly factor: WhyFactor; readonly up: boolean; readonly effect: number }[];
}

interface ByMix extends WhyChanged {
  readonly by: string;
  readonly mix: number;
  readonly rate: number;
  /** The group behind most of it; null where none goes the way of the whole. */
  readonly most: { readonly value: string; readonly effect: number } | null;
}

interface ByGroups extends WhyChanged {
  readonly by: string;
  readonly groups: readonly { readonly value: string; readonly effect: number }[];
}

const TITLES: { readonly [F in WhyFigure]: string } = {
  revenue_won: 'won value',
  won_deals: 'the number of won deals',
  win_rate: 'the win rate',
  avg_deal_size: 'the average deal',
  sales_cycle: 'the sales cycle',
  stalled_deals: 'the number of stalled deals',
  stalled_share: 'the share of open deals that is stalled',
  mrr: 'recurring revenue',
  lead_conversion_rate: 'the conversion of leads',
  open_pipeline_value: 'the open pipeline',
  open_deals: 'the number of open deals',
};

const FACTORS: { readonly [F in WhyFactor]: readonly [more: string, less: string] } = {
  deals_closed: ['more deals closed', 'fewer deals closed'],
  won_deals: ['more won deals', 'fewer won deals'],
  win_rate: ['higher win rate', 'lower win rate'],
  share_priced: ['more deals with an amount', 'fewer deals with an amount'],
  mean_amount: ['larger deals', 'smaller deals'],
  open_deals: ['more open deals', 'fewer open deals'],
  share_stalled: ['larger share stalled', 'smaller share stalled'],
};

const STEPS: { readonly [S in WhyStep]: string } = {
  new: 'new customers',
  expansion: 'expansion',
  reactivation: 'returned customers',
  contraction: 'contraction',
  churned: 'churned customers',
};

/** What changes within the groups of a rate or a mean. */
const WITHIN: { readonly [F in WhyFigure]?: string } = {
  win_rate: 'win rates within the groups',
  avg_deal_size: 'deal sizes within the groups',
  sales_cycle: 'cycles within the groups',
  stalled_share: 'shares within the groups',
  lead_conversion_rate: 'rates within the groups',
};

/** Columns that have a name of ours; others are told as they are. */
const COLUMNS: Readonly<Record<string, string>> = {
  created_in_period: 'whether it was created in the period',
};

/** Why figures differ between two periods or snapshots. */
export const WHY = {
  why_factors: ({ factors, ...changed }: ByFactors, words: Wording) =>
    `${head(changed, words)}: ${words.list(
      factors.map(
        ({ factor, up, effect }) => `${FACTORS[factor][up ? 0 : 1]} ${effectText(effect, changed.figure, words)}`,
      ),
    )}.`,
  why_steps: (
    {
      steps,
      ...changed
    }: WhyChanged & { readonly steps: readonly { readonly step: WhyStep; readonly effect: number }[] },
    words: Wording,
  ) =>
    `${head(changed, words)}: ${words.list(
      steps.map(({ step, effect }) => `${STEPS[step]} ${effectText(effect, changed.figure, words)}`),
    )}.`,
  why_mix_rate: ({ by, mix, rate, most, ...changed }: ByMix, words: Wording) => {
    const { figure } = changed;
    const whose =
      most === null ? '' : `; most of it ${segmentName(most.value)}, ${effectText(most.effect, figure, words)}`;
    return `${head(changed, words)}: by ${column(by)}, ${effectText(mix, figure, words)} from the mix and ${effectText(rate, figure, words)} from ${WITHIN[figure] ?? 'within the groups'}${whose}.`;
  },
  why_groups: ({ by, groups, ...changed }: ByGroups, words: Wording) =>
    `${head(changed, words)}: by ${column(by)}, ${words.list(
      groups.map(({ value, effect }) => `${segmentName(value)} ${effectText(effect, changed.figure, words)}`),
    )}.`,
  why_unmoved: (changed: WhyChanged, words: Wording) => `${head(changed, words)}.`,
  why_alone: (changed: WhyChanged, words: Wording) => `${head(changed, words)}; no column tells of which deals.`,
  why_beyond_chance: () => 'More than chance would move it.',
  why_within_chance: () => 'Chance alone moves it as far: no need to act on the parts.',
  why_untested: ({ reason }: { readonly reason: NoVerdict }) =>
    `Whether it is more than chance cannot be said: ${noVerdictText(reason, 'en')}.`,
  why_arithmetic: () =>
    'The parts add up to the change. They are arithmetic: they say where the change sits, not what caused it.',
} as const;

function head({ figure, before, after, currency, ...against }: WhyChanged, words: Wording): string {
  const title = beside(TITLES[figure], against, words);
  if (before === after) return `${title} stayed at ${levelText(after, figure, currency, words)}`;
  const [from, to] = [levelText(before, figure, null, words), levelText(after, figure, currency, words)];
  return `${title} ${after < before ? 'fell' : 'rose'} from ${from} to ${to} (${effectText(after - before, figure, words)})`;
}

/** The figure, and with what it is compared where that is not what the document compares. */
function beside(
  title: string,
  { beside: period, days, due }: Pick<WhyChanged, 'beside' | 'days' | 'due'>,
  words: Wording,
): string {
  const when = days === null ? '' : `in the ${words.days(days)} since the earlier export, `;
  const before = days === null ? '' : 'beside as many before it, ';
  const against = period === null ? before : `beside ${words.period(period)}, the same part of its quarter, `;
  const expected = due === null ? '' : ` expected to close in ${words.period(due)}`;
  return capitalized(`${when}${against}${title}${expected}`);
}

/** A name of a field is one without underscores; a header of a file stays as it is. */
function column(by: string): string {
  return COLUMNS[by] ?? (/^[a-z0-9_]+$/.test(by) ? by.replaceAll('_', ' ') : by);
}
