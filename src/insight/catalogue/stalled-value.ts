import { moneyBeside } from '../../kpi/ranking.js';
import { said } from '../../locale/said.js';
import { wilson } from '../../stats/interval.js';
import { defineInsight, rangeOf } from '../definition.js';
import { asOfSince, closedSince, sinceArgs, sinceFact } from '../since.js';

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
        title: said('stalled_value', { share: stalled.value / open, asOf: asOfSince(since) }),
        detail: said('stalled_value_detail', {
          n: stalled.value,
          of: open,
          value,
          currency,
          interval: rangeOf(interval),
          since: sinceArgs(since),
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
