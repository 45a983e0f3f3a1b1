import type { Wording } from '../wording.js';

/** Rules that need no model, as a forecast names them. */
const RULES = {
  last_period: 'the month before',
  mean_of_three: 'the mean of the three months before',
  same_month_last_quarter: 'the same month of the quarter before',
  same_month_last_year: 'the same month of the year before',
} as const;

export type Rule = keyof typeof RULES;

interface Against {
  readonly rule: Rule;
  /** Mean over a month and a quarter ahead of Σ|actual − forecast| / Σ actual. */
  readonly error: number;
  readonly ruleError: number;
  readonly months: number;
}

/** Why the stages of open deals play no part. */
const WITHOUT_STAGES = {
  no_stage_history:
    'no history tells when deals came to their stages, so what a stage was worth on a past day is not known',
  few_stages_told:
    'the history tells the stage of less than 80 % of the open deals, or of no month that is long enough past',
  stages_do_not_help: 'on the past of these files chances by age alone were the better ones',
} as const;

export type WithoutStages = keyof typeof WITHOUT_STAGES;

/** Brier scores of the chances of winning within a quarter. */
interface Briers {
  readonly byStage: number;
  readonly byAge: number;
}

interface Deals {
  readonly deals: number;
}

/** Between what the whole forecast lies, whatever is not known of the open deals. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  /** Whether something rests on usual amounts, and how many deals have no date. */
  readonly usual: boolean;
  readonly undated: number;
  /** Left out: the values are deals. */
  readonly currency?: string | null;
}

/** What is said of a forecast: how it did on the past, and what it rests on. */
export const FORECASTS = {
  forecast_beats: ({ rule, error, ruleError, months }: Against, { ratio, count }: Wording) =>
    `Made anew for ${count(months)} past months, this forecast was off by ${ratio(error)} of what was won (mean of one and of three months ahead); the best simple rule (${RULES[rule]}) by ${ratio(ruleError)}.`,
  forecast_does_not_beat: ({ rule, error, ruleError, months }: Against, { ratio, count }: Wording) =>
    `The model does not beat a simple rule on these files: for ${count(months)} past months it was off by ${ratio(error)} of what was won (mean of one and of three months ahead), ${RULES[rule]} by ${ratio(ruleError)}. What stands below is that rule.`,
  forecast_untested: () =>
    'How good this forecast is nobody can tell: the files reach back too short a time to make it anew for past months.',
  forecast_by_age: ({ won, deals }: { readonly won: number } & Deals, { count }: Wording) =>
    `the chance of an open deal is that of deals that were open at its age: ${count(deals)} deals, ${count(won)} of them won; what the files do not tell (how a talk went) it does not know`,
  forecast_by_stage: () =>
    'the stage counts beside the age: a deal is given more, or less, as deals that stood in its stage when past months began were won more, or less, than others of their age',
  forecast_stage_brier: ({ byStage, byAge }: Briers, { decimal }: Wording) =>
    `chances of winning within a quarter, made anew for past days: Brier score ${decimal(byStage, 3)} by stage and age, ${decimal(byAge, 3)} by age alone (0 = always right)`,
  forecast_without_stages: ({ why }: { readonly why: WithoutStages }) =>
    `the stage of a deal does not change its chance: ${WITHOUT_STAGES[why]}`,
  forecast_own_amounts: () => 'open deals count with their own amounts',
  forecast_usual_amounts: (
    { amount, currency }: { readonly amount: number; readonly currency: string | null },
    { money }: Wording,
  ) =>
    `not all kinds of deals (won, lost, open) have amounts nearly throughout, as where they are entered on closing, so every open deal counts as the mean of those won lately, ${money(amount, currency)}`,
  forecast_unpriced: (
    { deals, value, currency }: { readonly value: number; readonly currency: string | null } & Deals,
    { count, money }: Wording,
  ) =>
    `${count(deals)} open deals have no amount that counts; ${money(value, currency)} of the forecast rests on what such deals usually bring`,
  forecast_by_product: ({ wins }: { readonly wins: number }, { decimal }: Wording) =>
    `an open deal that names its product counts, without an amount of its own, as the mean of the won deals of that product, drawn to the mean of all with the weight of ${decimal(wins, 2)} wins`,
  forecast_undated_open: ({ deals }: Deals, { count }: Wording) =>
    `${count(deals)} open deals have no creation date and are not in the forecast`,
  forecast_bounds: ({ low, high, usual, undated, currency }: Bounds, { count, money }: Wording) => {
    const value = (amount: number): string =>
      currency === undefined ? count(Math.round(amount)) : money(amount, currency);
    const dated = `all ${count(undated)} open deals without a creation date won`;
    if (!usual) return `the whole forecast is ${value(low)} as it stands, and ${value(high)} with ${dated}`;
    const most = `these at an amount that one win in ten exceeds${undated > 0 ? ` and ${dated}` : ''}`;
    return `the whole forecast is ${value(low)} without what rests on usual amounts, and ${value(high)} with ${most}`;
  },
  forecast_undated_won: ({ deals }: Deals, { count }: Wording) =>
    `${count(deals)} won deals have no closing date: no month has them, so the forecast is too low by what their like will bring`,
  forecast_undated_lost: ({ deals }: Deals, { count }: Wording) =>
    `${count(deals)} lost deals have no closing date and are taken for lost at the usual age`,
  forecast_created_at_closing: ({ deals }: Deals, { count }: Wording) =>
    `${count(deals)} closed deals have no creation date before their closing and count as new business of that day`,
  forecast_cut_file: ({ day: from }: { readonly day: string }, { day }: Wording) =>
    `the files leave out what closed before ${day(from)}; older deals count from then on only`,
  forecast_quarter_rhythm: ({ factors }: { readonly factors: readonly number[] }, { decimal, list }: Wording) =>
    `wins in the first, second and third month of a quarter: ${list(factors.map((factor) => decimal(factor, 2)))} times the usual`,
  forecast_growth: ({ growth }: { readonly growth: number }, { relative }: Wording) =>
    `new deals change by ${relative(growth)} a month, which is taken to slow down`,
  forecast_new_business: () =>
    'new business is what deals created from now on will bring, as many and as good as lately; an owner or product gets of it what it won of the last year',
  forecast_corrected: ({ level, width }: { readonly level: number; readonly width: number }, { decimal }: Wording) =>
    `corrected by its own past errors: level × ${decimal(level, 2)}, width of the intervals × ${decimal(width, 2)}`,
  forecast_of_wins: () => 'no won deal has an amount, so deals are counted, not money',
} as const;
