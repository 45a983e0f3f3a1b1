/** How such forecasts did in the past, and what is said of this one. */
import { crmRecord } from '../../../analysis/forecast/crm.js';
import type { Forecast } from '../../../analysis/forecast/forecast.js';
import { type Chances, chancesOf, scoresOf } from '../../../analysis/forecast/scores.js';
import { type AnySaid, said } from '../../../locale/said.js';
import type { Speech } from '../../../locale/say.js';
import { isoDay } from '../../../model/civil-day.js';
import type { DealField } from '../../../model/deals.js';
import type { Population } from '../../../model/population.js';
import { messageEntry } from '../../documents.js';
import type { Forecast as Entry } from './forecast-schema.js';

type Message = NonNullable<Entry['headline']['message']>;

/** The first sentence: whether the model is better than a simple rule. */
export function headlineOf({ verdict, origins }: Forecast, speech: Speech): Message {
  const { beats, best, error } = verdict;
  if (beats === null || best === null || error === null) return messageEntry(said('forecast_untested'), speech);
  const about = { rule: best, error: error.model, ruleError: error.best, months: origins.length };
  return messageEntry(said(beats ? 'forecast_beats' : 'forecast_does_not_beat', about), speech);
}

export function backtestEntry({ origins }: Forecast): Entry['backtest'] {
  const { bands, brier } = chancesOf(origins);
  return {
    reason: origins.length === 0 ? 'few_past_months' : null,
    origins: origins.length,
    horizon: 1,
    months: origins.map(({ month, next }) => ({
      label: month.label,
      start: isoDay(month.start),
      actual: next.actual,
      forecast: next.forecast,
      interval: { low: next.quantiles[0], high: next.quantiles[3], level: 0.95, method: 'simulation' },
      baselines: { ...next.baselines },
    })),
    scores: scoresOf(origins).map(({ method, horizon, wape, bias, coverage, inner, n }) => ({
      method,
      horizon,
      wape,
      bias,
      coverage,
      coverage80: inner,
      n,
    })),
    calibration: bands.map(bandEntry),
    brier,
  };
}

function bandEntry({
  from,
  to,
  n,
  predicted,
  happened,
  interval,
}: Chances['bands'][number]): Entry['backtest']['calibration'][number] {
  return { from, to, n, predicted: predicted ?? 0, won: n > 0 ? happened / n : 0, interval };
}

export function crmEntry(deals: Population<DealField>, forecast: Forecast): Entry['crm'] {
  const record = crmRecord(deals, forecast);
  if (record === null) return null;
  const { reason, brier, bands, wape, wapeReason } = record;
  return { reason, brier, calibration: bands.map(bandEntry), wape, wapeReason };
}

/** A rhythm below this is not worth a sentence. */
const LEAST_RHYTHM = 0.05;
const LEAST_GROWTH = 0.002;

export function notesOf(
  forecast: Forecast,
  open: NonNullable<Entry['open']>,
  currency: string | null,
  speech: Speech,
  hasStage: boolean,
): Entry['notes'] {
  const { fit, facts, pipeline, own, inMoney, method, amounts, stages } = forecast;
  const notes: AnySaid[] = [];
  const add = (note: AnySaid, when = true): void => {
    if (when) notes.push(note);
  };
  add(said('forecast_of_wins'), !inMoney);
  const deals = fit.hazards.bands.reduce((total, { wins, losses }) => total + wins + losses, 0);
  add(said('forecast_by_age', { won: fit.won, deals: deals + pipeline.deals }), method === 'model');
  if (method === 'model' && pipeline.deals > 0) {
    if (stages.reason === null) add(said('forecast_by_stage'));
    else add(said('forecast_without_stages', { why: stages.reason }), hasStage);
    if (stages.brier !== null) add(said('forecast_stage_brier', stages.brier));
  }
  if (inMoney && pipeline.deals > 0) {
    if (own) add(said('forecast_own_amounts'));
    if (own)
      add(
        said('forecast_unpriced', { deals: open.unpriced, value: open.unpricedValue ?? 0, currency }),
        open.unpriced > 0,
      );
    else add(said('forecast_usual_amounts', { amount: amounts.perWin, currency }));
    if (amounts.worth !== null && pipeline.priced < pipeline.deals) {
      add(said('forecast_by_product', { wins: amounts.worth.pull }));
    }
  }
  add(said('forecast_new_business'), method === 'model');
  const { quarter } = fit.wins;
  const rhythmic = quarter.some((factor) => Math.abs(factor - 1) > LEAST_RHYTHM);
  add(said('forecast_quarter_rhythm', { factors: quarter }), method === 'model' && rhythmic);
  const { growth } = fit.creations;
  add(said('forecast_growth', { growth }), method === 'model' && Math.abs(growth) > LEAST_GROWTH);
  const { level } = forecast.correction.month;
  const { width } = forecast.correction.months;
  const changed = Math.abs(level - 1) > 0.005 || Math.abs(width - 1) > 0.005;
  add(said('forecast_corrected', { level, width }), method === 'model' && changed);
  const cut = fit.hazards.truncatedBefore;
  if (cut !== null) add(said('forecast_cut_file', { day: isoDay(cut) }));
  add(said('forecast_undated_open', { deals: facts.undatedOpen.length }), facts.undatedOpen.length > 0);
  const { bounds } = open;
  const usual = (open.unpricedValue ?? 0) > 0;
  if (bounds !== null && (usual || open.undated > 0)) {
    const sums = inMoney ? { currency } : {};
    add(said('forecast_bounds', { ...bounds, usual, undated: open.undated, ...sums }));
  }
  add(said('forecast_undated_won', { deals: facts.undatedWon.length }), facts.undatedWon.length > 0);
  add(said('forecast_undated_lost', { deals: facts.undatedLost }), facts.undatedLost > 0);
  add(said('forecast_created_at_closing', { deals: facts.createdAtClosing }), facts.createdAtClosing > 0);
  return notes.map((note) => messageEntry(note, speech));
}
