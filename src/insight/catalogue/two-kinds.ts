import { lookOnce, withSampleOf } from '../../kpi/figures.js';
import { saysTwoHumps } from '../../kpi/notes.js';
import { said } from '../../locale/said.js';
import { wilson } from '../../stats/interval.js';
import { twoHumps, twoKinds } from '../../stats/two-humps.js';
import { defineInsight, type Finding, type InsightContext, rangeOf, type Valued } from '../definition.js';

/** Means of deals that are planned with. */
const FIGURES = ['sales_cycle', 'avg_deal_size'] as const;

export const twoKindsOfDeals = defineInsight({
  id: 'two_kinds',
  title: { en: 'Two kinds of deals', fa: 'دو گونه معامله' },
  definition: {
    en: 'The mean of the sales cycle, or of the amounts of won deals, lies in a valley between two heaps: a tenth of the deals at most is within a fifth of it, fewer than in the fullest band of either side by more than chance (1 %; 30 deals). The two kinds are parted at the widest gap between the medians of the two heaps.',
    fa: 'میانگین چرخه‌ی فروش یا مبلغ معامله‌های برنده در دره‌ای میان دو توده است: حداکثر یک‌دهم معامله‌ها تا یک‌پنجم از آن فاصله دارند، بیش از تصادف کمتر از پرترین باند هر سو (۱٪؛ ۳۰ معامله). دو گونه در پهن‌ترین شکاف میان میانه‌های دو توده از هم جدا می‌شوند.',
  },
  source: 'Counts in bands as wide as mean ± 20 %, binomial with Bonferroni (see the note of the KPI); Wilson 1927.',
  needs: ['outcome'],
  find: (context) => FIGURES.flatMap((kpi) => kindsOf(kpi, context)),
});

function kindsOf(kpi: (typeof FIGURES)[number], { kpi: valued, currency }: InsightContext): readonly Finding[] {
  const measured = valued(kpi);
  if (measured === null) return [];
  lookOnce(measured);
  if (!saysTwoHumps(measured)) return [];
  return withSampleOf(measured, (sample) => kindsIn(sample, kpi, measured, currency));
}

function kindsIn(
  sample: Float64Array,
  kpi: (typeof FIGURES)[number],
  measured: Valued,
  currency: InsightContext['currency'],
): readonly Finding[] {
  const humps = twoHumps(sample, measured.value);
  const interval = humps === null ? null : wilson(Math.round(humps.near * sample.length), sample.length);
  if (humps === null || interval === null) return [];
  const { small, large } = twoKinds(sample, measured.value);
  const n = sample.length;
  return [
    {
      severity: 'info',
      title: said('two_kinds', { kpi, mean: measured.value, currency }),
      detail: said('two_kinds_detail', {
        kpi,
        share: small.n / n,
        most: small.max,
        median: small.median,
        otherMedian: large.median,
        near: humps.near,
        interval: rangeOf(interval),
        currency,
      }),
      impact: null,
      n,
      interval,
      evidence: { kpi, mean: measured.value, near: humps.near, small: { ...small }, large: { ...large } },
      rows: () => measured.rows ?? new Uint32Array(0),
      of: 'deals',
    },
  ];
}
