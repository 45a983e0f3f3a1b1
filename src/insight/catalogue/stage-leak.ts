import type { FunnelStage } from '../../analysis/funnel.js';
import { said } from '../../locale/said.js';
import { totalsDifference } from '../../stats/delta.js';
import { defineInsight, rangeOf } from '../definition.js';
import { whereText } from '../segments.js';

/** Fewest lost deals of the two stages: a normal interval is trusted from there (the usual rule of thumb). */
const LEAST_DEALS = 30;

export const stageLeak = defineInsight({
  id: 'stage_leak',
  title: { en: 'The stage that loses most value', fa: 'مرحله‌ای که بیشترین ارزش را از دست می‌دهد' },
  definition: {
    en: 'The stage at which most value was lost, where it is known in which stage deals were lost: said when it loses more than the next one by more than chance (30 lost deals in the two stages, 0 outside the interval of the difference).',
    fa: 'مرحله‌ای که بیشترین ارزش در آن ازدست‌رفته، جایی که مرحله‌ی از دست رفتن معامله‌ها معلوم است: تنها وقتی گفته می‌شود که بیش از تصادف از مرحله‌ی بعدی بیشتر باشد (۳۰ معامله‌ی ازدست‌رفته در دو مرحله، صفر بیرون از بازه‌ی تفاوت).',
  },
  source: 'Drop share by stage (funnel); variance of a compound Poisson sum (Cramér 1930).',
  needs: ['outcome', 'amount'],
  find({ funnel, question, currency }) {
    const stages = (funnel?.stages ?? []).filter(({ rate, lostValue }) => rate !== null && lostValue !== null);
    const [worst, second] = [...stages].sort((a, b) => (b.lostValue ?? 0) - (a.lostValue ?? 0));
    if (worst === undefined || second === undefined || !((worst.lostValue ?? 0) > 0)) return [];
    const amount = question.population.column('amount');
    const amounts = ({ lostRows }: FunnelStage): Float64Array =>
      Float64Array.from(lostRows(), (row) => {
        const value = amount[row] as number;
        return Number.isNaN(value) ? 0 : value;
      });
    const n = worst.lost + second.lost;
    const interval = totalsDifference(amounts(worst), amounts(second));
    if (n < LEAST_DEALS || interval.low <= 0) return [];
    const all = stages.reduce((sum, { lostValue }) => sum + (lostValue ?? 0), 0);
    const value = worst.lostValue ?? 0;
    return [
      {
        severity: 'risk',
        title: said('stage_leak', { stage: worst.stage }),
        detail: said('stage_leak_detail', {
          value,
          currency,
          lost: worst.lost,
          share: value / all,
          rate: worst.rate ?? 0,
          decided: worst.advanced + worst.lost,
          next: second.stage,
          interval: rangeOf(interval),
        }),
        impact: value,
        n,
        interval,
        evidence: {
          stage: worst.stage,
          pipeline: worst.pipeline,
          // By history the stage in which a deal was lost is not the one that it shows now.
          where: funnel?.source === 'current_stage' ? whereText('stage', worst.stage) : null,
          lost: worst.lost,
          lostValue: value,
          shareOfLostValue: value / all,
          rate: worst.rate,
          nextStage: second.stage,
          nextLostValue: second.lostValue,
          source: funnel?.source ?? null,
        },
        rows: () => worst.lostRows(),
        of: 'deals',
      },
    ];
  },
});
