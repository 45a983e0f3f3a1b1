/** Whether a forecast can rest on what the files tell, and how it did on the past. */
import { said } from '../../../locale/said.js';
import { isoDay } from '../../../model/civil-day.js';
import type { Forecast } from '../../forecast/forecast.js';
import { LEAST_TRIALS, scoresOf } from '../../forecast/scores.js';
import type { Check } from './definition.js';

/** Limits are judgements: the share of one deal in all open ones, and how far creation of late may be from before. */
const LARGE_SHARE = 0.2;
const CREATION_MOVED = 0.25;
const MONTH = 30;
const QUARTER = 90;
const YEAR = 365;
const LEAST_CREATED = 20;
const ENOUGH_PAST = 12;
/** 95 % of the past months are to lie in their interval; two standard deviations of chance fewer may. */
const LEVEL = 0.95;

export function amountsStay({ own }: Forecast): Check {
  return { holds: own, evidence: said('priced_alike', { alike: own }) };
}

export function noDealDecides({ facts, t, own }: Forecast, currency: string | null): Check {
  let [n, total, most] = [0, 0, 0];
  for (let at = 0; at < facts.size && (facts.created[at] as number) <= t; at++) {
    const amount = facts.amount[at] as number;
    if ((facts.closed[at] as number) <= t || !(amount > 0)) continue;
    n++;
    total += amount;
    most = Math.max(most, amount);
  }
  if (n === 0 || !own) return { holds: null, evidence: said('nothing_open') };
  return { holds: most <= LARGE_SHARE * total, evidence: said('largest_of_open', { most, total, deals: n, currency }) };
}

/** Deals created a month in the last ninety days, beside the year before these. */
export function creationGoesOn({ facts, t }: Forecast): Check {
  let [late, before] = [0, 0];
  const from = t - QUARTER - YEAR;
  for (let at = 0; at < facts.size; at++) {
    const created = facts.created[at] as number;
    if (created > t || created <= from) continue;
    if (created > t - QUARTER) late++;
    else before++;
  }
  if (before < LEAST_CREATED || (facts.created[0] as number) > from) {
    return { holds: null, evidence: said('creation_too_short', { day: isoDay(t) }) };
  }
  const [newer, older] = [(late / QUARTER) * MONTH, (before / YEAR) * MONTH];
  return {
    holds: Math.abs(newer / older - 1) <= CREATION_MOVED,
    evidence: said('created_a_month', { newer, older }),
  };
}

export function intervalsHeld({ origins }: Forecast): Check {
  const score = scoresOf(origins).find(({ method, horizon }) => method === 'model' && horizon === 1);
  if (score === undefined || score.coverage === null || score.n < LEAST_TRIALS) return tooFewPast(origins.length);
  const inside = Math.round(score.coverage * score.n);
  const least = LEVEL * score.n - 2 * Math.sqrt(score.n * LEVEL * (1 - LEVEL));
  return { holds: inside >= least, evidence: said('months_in_interval', { inside, months: score.n, level: LEVEL }) };
}

export function enoughPast({ origins }: Forecast): Check {
  return { holds: origins.length >= ENOUGH_PAST, evidence: said('months_forecast_anew', { months: origins.length }) };
}

export function beatsBaseline({ origins, verdict: { beats, best } }: Forecast): Check {
  const scores = scoresOf(origins).filter(({ horizon }) => horizon === 1);
  const errorOf = (method: string | null): number | null => scores.find((one) => one.method === method)?.wape ?? null;
  const [model, simple] = [errorOf('model'), errorOf(best)];
  if (beats === null || best === null || model === null || simple === null) return tooFewPast(origins.length);
  return { holds: beats, evidence: said('errors_on_past', { model, simple, baseline: best }) };
}

function tooFewPast(months: number): Check {
  return { holds: null, evidence: said('months_forecast_anew', { months }) };
}
