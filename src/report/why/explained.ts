import type { Frame } from '../../analysis/alike.js';
import { breaksRhythm, samePartBefore } from '../../analysis/alike.js';
import { type Change, changeOf } from '../../analysis/compare.js';
import { type BreakdownColumn, knownThen } from '../../analysis/known-then.js';
import { meanParts, rateParts, wonDealsParts, wonValueParts } from '../../analysis/why/closings.js';
import { leadConversionParts } from '../../analysis/why/leads.js';
import { stalledDealsParts, stalledShareParts } from '../../analysis/why/open-deals.js';
import type { WhyPart } from '../../analysis/why/parts.js';
import { mrrParts } from '../../analysis/why/recurring.js';
import type { Sides, Split, Splits } from '../../analysis/why/splits.js';
import { kpis } from '../../kpi/catalogue/index.js';
import type { MeasuredValue } from '../../kpi/definition.js';
import type { Question } from '../../kpi/measure.js';
import { spanOf } from '../../kpi/tenures.js';
import type { WhyFigure } from '../../locale/why-figures.js';
import type { Period } from '../../model/period.js';
import type { Named } from './named.js';

/** A figure at two times and what makes the change. */
export interface Explained {
  readonly figure: WhyFigure;
  readonly before: number;
  readonly after: number;
  /** Of which days the two are. */
  readonly periods: Sides<Period>;
  /** What makes them alike, where it is not the compared period that is compared with. */
  readonly by: 'part_of_quarter' | 'share_of_open_deals' | null;
  readonly significant: boolean | null;
  readonly reason: Change['reason'];
  readonly parts: readonly WhyPart[];
}

/** What changes are explained in: a question, what it is compared with, and the columns to look at. */
export interface WhyContext {
  readonly questions: Sides<Question>;
  readonly frame: Frame;
  readonly columns: readonly BreakdownColumn[];
  /** Those that were asked for by their names. */
  readonly asked: readonly string[];
  /** Names of people may be told. */
  readonly names: boolean;
}

/** A named change, taken apart; null where either side has no value, or where there is nothing on both. */
export function explain({ figure, alike }: Named, context: WhyContext): Explained | null {
  const { frame } = context;
  const id = figure === 'stalled_share' ? 'stalled_deals' : figure;
  const kpi = kpis.find((one) => one.id === id);
  const change = kpi === undefined ? null : changeOf(kpi, frame);
  if (kpi === undefined || change === null) return null;
  const questions = alike && figure !== 'stalled_share' ? beside(context) : context.questions;
  const measured = measuredIn(id, questions, frame);
  if (measured === null) return null;
  const verdict = alike ? change.likeForLike : change;
  const values = valuesOf(figure, measured, change);
  if (values.before === 0 && values.after === 0) return null;
  return {
    figure,
    ...values,
    periods: { before: questions.before.period, after: questions.after.period },
    by: alike ? (figure === 'stalled_share' ? 'share_of_open_deals' : 'part_of_quarter') : null,
    significant: verdict?.significant ?? null,
    reason: alike ? (verdict?.significant == null ? 'few_records' : null) : reasonOf(figure, change, frame),
    parts: partsOf(figure, questions, measured, context),
  };
}

/** What is won has no test; where the win rate has a rhythm within the quarters, that says more of why there is none. */
function reasonOf(figure: WhyFigure, { reason }: Change, frame: Frame): Change['reason'] {
  const ofWins = figure === 'revenue_won' || figure === 'won_deals';
  return ofWins && breaksRhythm({ id: 'win_rate' }, frame) ? 'rhythm_of_quarter' : reason;
}

/** The same part of another quarter in place of the compared period. */
function beside({ questions }: WhyContext): Sides<Question> {
  return { ...questions, before: { ...questions.before, period: samePartBefore(questions.after) } };
}

function measuredIn(id: string, questions: Sides<Question>, { measure }: Frame): Sides<MeasuredValue> | null {
  const [before, after] = [measure(id, questions.before.period), measure(id, questions.after.period)];
  if (before === null || after === null || before.value === null || after.value === null) return null;
  return { before, after };
}

function valuesOf(
  figure: WhyFigure,
  { before, after }: Sides<MeasuredValue>,
  { likeForLike }: Change,
): { readonly before: number; readonly after: number } {
  if (figure === 'stalled_share' && likeForLike !== null) {
    return { before: likeForLike.previous, after: likeForLike.value };
  }
  return { before: before.value, after: after.value };
}

function partsOf(
  figure: WhyFigure,
  questions: Sides<Question>,
  measured: Sides<MeasuredValue>,
  context: WhyContext,
): readonly WhyPart[] {
  const { before, after } = questions;
  switch (figure) {
    case 'revenue_won':
      return wonValueParts(questions, closingSplits(context));
    case 'won_deals':
      return wonDealsParts(questions, closingSplits(context));
    case 'win_rate':
      return rateParts(measured, closingSplits(context));
    case 'avg_deal_size':
    case 'sales_cycle':
      return meanParts(measured, closingSplits(context));
    case 'stalled_deals':
    case 'stalled_share': {
      const sides = {
        before: { question: before, measured: measured.before },
        after: { question: after, measured: measured.after },
      };
      const splits = openSplits(questions, context);
      return figure === 'stalled_deals' ? stalledDealsParts(sides, splits) : stalledShareParts(sides, splits);
    }
    case 'mrr':
      return bridgeOf(questions);
    case 'lead_conversion_rate':
      return after.leads === null
        ? []
        : leadConversionParts(context.names ? after.leads : { ...after.leads, owner: null }, {
            before: before.period,
            after: after.period,
          });
    default:
      return [];
  }
}

/** What a closed deal says of itself is what it said: one column for both sides. */
function closingSplits({ columns, asked }: WhyContext): Splits {
  return { all: columns.map(({ name, column }) => ({ by: name, before: column, after: column })), asked };
}

/** Of the deals open at two days in the past what was known then; columns that closing has overwritten are left out. */
function openSplits({ before, after }: Sides<Question>, { columns, asked }: WhyContext): Splits {
  const all = columns.flatMap((one): Split[] => {
    const [old, now] = [knownThen(one, before), knownThen(one, after)];
    return old === 'overwritten' || now === 'overwritten' ? [] : [{ by: one.name, before: old, after: now }];
  });
  return { all, asked };
}

function bridgeOf({ before, after }: Sides<Question>): readonly WhyPart[] {
  const { subscriptions = null, asOf, settings } = after;
  const [old, now] = [before, after].map(({ period }) => spanOf(period, asOf, settings.retentionWindow));
  return subscriptions === null || old == null || now == null ? [] : mrrParts(subscriptions, old.end, now.end);
}
