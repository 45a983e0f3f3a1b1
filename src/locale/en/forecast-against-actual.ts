import type { DueFate } from '../due-fates.js';
import type { Wording } from '../wording.js';

interface Money {
  readonly currency: string | null;
}

/** Deals, and what they are worth; null where nobody can say it in one sum. */
interface Worth {
  readonly deals: number;
  readonly amount: number | null;
}

interface DueCame extends Worth, Money {
  /** Both ends included, ISO days. */
  readonly from: string;
  readonly until: string;
  readonly fates: readonly (Worth & { readonly fate: DueFate })[];
}

interface Held extends Money {
  readonly unit: 'money' | 'deals';
}

interface Sides {
  readonly expected: number;
  readonly actual: number;
}

export interface ModelHeld extends Held, Sides {
  readonly interval: { readonly low: number; readonly high: number };
  readonly inside: 'below' | 'within' | 'above';
  /** A simple rule stood in the place of the model. */
  readonly rule: boolean;
}

/** So many of them … */
const FATE: { readonly [F in DueFate]: readonly [one: string, more: string] } = {
  won: ['was won', 'were won'],
  lost: ['was lost', 'were lost'],
  slipped: ['slipped to a later date', 'slipped to a later date'],
  still: ['is open still though its date has passed', 'are open still though their date has passed'],
  undated: ['is open without a date', 'are open without a date'],
  setAside: ['was set aside', 'were set aside'],
  vanished: ['vanished', 'vanished'],
};

function deals(n: number, { count }: Wording): string {
  return n === 1 ? '1 deal' : `${count(n)} deals`;
}

function worth(amount: number | null, currency: string | null, { compact }: Wording): string {
  return amount === null || amount === 0 ? '' : ` (${compact(amount, currency)})`;
}

function value(amount: number, { unit, currency }: Held, { compact, rounded }: Wording): string {
  return unit === 'money' ? compact(amount, currency) : `${rounded(amount, 1)} won deals`;
}

/** By how much it came otherwise. */
function off({ expected, actual }: Sides, { relative }: Wording): string {
  return expected > 0 ? ` (${relative(actual / expected - 1)})` : '';
}

const INSIDE = {
  below: 'less than the interval allows',
  within: 'within the interval',
  above: 'more than the interval allows',
} as const;

/** What was expected between two exports of the deals, and what came. */
export const FORECAST_AGAINST_ACTUAL = {
  due_came: ({ from, until, fates, currency, ...due }: DueCame, wording: Wording) => {
    const { count, range, list } = wording;
    const none = fates.every(({ fate, deals: n }) => fate !== 'won' || n === 0);
    const told = fates
      .filter(({ deals: n }) => n > 0)
      .map(({ fate, deals: n, amount }) => `${count(n)} ${FATE[fate][n === 1 ? 0 : 1]}${worth(amount, null, wording)}`);
    return `Of ${deals(due.deals, wording)}${worth(due.amount, currency, wording)} expected to close since then (${range(from, until)}), ${list([...(none ? ['none was won'] : []), ...told])}.`;
  },
  closed_ahead: ({ deals: n, amount, currency }: Worth & Money, wording: Wording) =>
    `${deals(n, wording)}${worth(amount, currency, wording)} expected later ${n === 1 ? 'was' : 'were'} won or lost in these days already.`,
  crm_promised: (
    {
      expected,
      actual,
      ofDue,
      counted,
      due,
      currency,
    }: Sides & Money & { readonly ofDue: number; readonly counted: number; readonly due: number },
    wording: Wording,
  ) => {
    const { compact, count } = wording;
    const left = counted === due ? '' : ` (${count(counted)} of the ${count(due)} due have both)`;
    const apart = ofDue === actual ? '' : `, ${compact(ofDue, null)} of it of those due`;
    return `By the probabilities in the earlier export, amount × probability of what was due${left}, ${compact(expected, currency)} was to come; of all deals open then ${compact(actual, currency)} was won${off({ expected, actual }, wording)}${apart}.`;
  },
  model_held: ({ expected, interval, actual, inside, rule, ...held }: ModelHeld, wording: Wording) => {
    const bare = { ...held, currency: null };
    const bounds = [interval.low, interval.high].map((one) =>
      held.unit === 'money' ? wording.compact(one, null) : wording.rounded(one, 1),
    );
    const what = rule ? 'The simple rule that did better than the model by then' : 'The forecast';
    return `${what}, made from the earlier export alone, expected ${value(expected, held, wording)} for these days (95 % interval ${bounds.join(' to ')}); ${value(actual, bare, wording)} came${off({ expected, actual }, wording)}, ${INSIDE[inside]}.`;
  },
  model_parts: (
    { pipeline, newBusiness, unit }: Pick<Held, 'unit'> & { readonly pipeline: Sides; readonly newBusiness: Sides },
    { compact, rounded }: Wording,
  ) => {
    const of = (amount: number): string => (unit === 'money' ? compact(amount, null) : rounded(amount, 1));
    return `Of deals that were open then ${of(pipeline.expected)} was expected and ${of(pipeline.actual)} came; of all others ${of(newBusiness.expected)} and ${of(newBusiness.actual)}.`;
  },
  forecasts_off: (
    {
      model,
      crm,
    }: {
      readonly model: { readonly n: number; readonly off: number; readonly within: number } | null;
      readonly crm: { readonly n: number; readonly off: number } | null;
    },
    { count, ratio }: Wording,
  ) => {
    const own =
      model === null
        ? []
        : [
            `From one export to the next the forecast was off by ${ratio(model.off)} of what was won, and what came lay in its interval ${count(model.within)} of ${count(model.n)} times.`,
          ];
    const theirs =
      crm === null
        ? []
        : [`Amount × probability was off by ${ratio(crm.off)} of what was won, over ${count(crm.n)} exports.`];
    return [...own, ...theirs].join(' ');
  },
} as const;
