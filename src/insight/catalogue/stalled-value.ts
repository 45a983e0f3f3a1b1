import { moneyBeside } from '../../kpi/ranking.js';
import { pointInTime } from '../../kpi/snapshot.js';
import { type ArgsOf, said } from '../../locale/said.js';
import { isoDay } from '../../model/civil-day.js';
import { ALL_TIME } from '../../model/period.js';
import { wilson } from '../../stats/interval.js';
import { defineInsight, type InsightContext, rangeOf } from '../definition.js';
import { asOfSince, closedSince, pastDays, sinceArgs, sinceFact } from '../since.js';

/** One deal in four is longer in its stage than three of four won deals were: more than that is stalling. */
const USUAL_SHARE = 0.25;
/** Fewest open deals, as for any share that is called one. */
const LEAST_DEALS = 20;
/** Owners named. */
const NAMED = 3;

export const stalledValue = defineInsight({
  id: 'stalled_value',
  title: { en: 'Open deals that do not move', fa: 'معامله‌های باز بی‌حرکت' },
  definition: {
    en: 'More than a quarter of the open deals are stalled (see the KPI stalled_deals), by more than chance: 20 open deals, and the whole interval of the share lies above 25 %. Of a past day it is about those that are open still, and not said where none is.',
    fa: 'بیش از یک‌چهارم معامله‌های باز متوقف مانده‌اند (شاخص stalled_deals)، بیش از تصادف: ۲۰ معامله‌ی باز، و همه‌ی بازه‌ی سهم بالای ۲۵٪ است. برای روزی در گذشته درباره‌ی آن‌هایی است که هنوز بازند و اگر هیچ‌یک باز نباشد گفته نمی‌شود.',
  },
  source: 'Time in stage against won deals (bbecht, pipeline-leak-finder); Wilson 1927.',
  needs: ['outcome', 'created_at', 'closed_at'],
  find(context) {
    const stalled = context.kpi('stalled_deals');
    const open = stalled?.details?.['ofOpenDeals'] ?? 0;
    if (stalled === null || open < LEAST_DEALS) return [];
    const interval = wilson(stalled.value, open);
    if (interval === null || interval.low <= USUAL_SHARE) return [];
    const { left, since } = closedSince(context.question, stalled.rows ?? new Uint32Array(0));
    if (left.length === 0) return [];
    const value = stalled.details?.['stalledValue'] ?? null;
    // Deals that are open still have the amount that was known then.
    const atStake = since === null ? value : moneyBeside(context.question.population.select(left));
    const { currency } = context;
    const owners = stalled.ranking ?? [];
    return [
      {
        severity: 'risk',
        title: said('stalled_value', { n: stalled.value, of: open, asOf: asOfSince(since), before: beforeOf(context) }),
        detail: said('stalled_value_detail', {
          share: stalled.value / open,
          interval: rangeOf(interval),
          value,
          currency,
          over: (stalled.details?.['longerInStage'] ?? 0) > 0 ? null : (stalled.details?.['oldAge'] ?? null),
          owners: owners.slice(0, NAMED).map(({ key, n }) => ({ owner: key, deals: n })),
          since: sinceArgs(since),
          newest: newestOf(context),
        }),
        impact: atStake,
        n: open,
        interval,
        evidence: {
          stalled: stalled.value,
          open,
          share: stalled.value / open,
          value,
          owners: owners.slice(0, NAMED).map(({ key, n, amount }) => ({ owner: key, deals: n, value: amount })),
          ownersTotal: owners.length,
          since: sinceFact(since),
        },
        rows: () => left,
        of: 'deals',
      },
    ];
  },
});

/** The same of the compared period's last day. */
function beforeOf({ before, kpiBefore }: InsightContext): ArgsOf<'stalled_value'>['before'] {
  const stalled = kpiBefore('stalled_deals');
  const of = stalled?.details?.['ofOpenDeals'] ?? 0;
  const t = before === null ? null : pointInTime(before);
  return stalled === null || t === null || of === 0 ? null : { n: stalled.value, of, day: isoDay(t) };
}

/** How many they are by the newest day, where it is about a day before that. */
function newestOf({ question, kpiIn, calendar }: InsightContext): ArgsOf<'stalled_value_detail'>['newest'] {
  if (pastDays(question) === null || question.asOf < question.dataEnd) return null;
  const stalled = kpiIn('stalled_deals', { ...ALL_TIME, calendar: calendar.calendar });
  return stalled === null ? null : { day: isoDay(question.dataEnd), deals: stalled.value };
}
