import { RATE_FROM } from '../../analysis/compare.js';
import { closedIn, lost } from '../../kpi/populations.js';
import { inOneCurrency, moneyBeside } from '../../kpi/ranking.js';
import { foldText } from '../../locale/fold.js';
import { said } from '../../locale/said.js';
import type { DealField } from '../../model/deals.js';
import type { Period } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { benjaminiHochberg } from '../../stats/false-discovery.js';
import { newcombe } from '../../stats/interval.js';
import { fisherExact } from '../../stats/two-rates.js';
import { defineInsight, rangeOf } from '../definition.js';
import { whereText } from '../segments.js';

/** Share of false calls that is accepted. */
const FALSE_DISCOVERY = 0.05;
/** A reason must be given so often before its growth is a sentence (a judgement). */
const LEAST_GIVEN = 5;

export const lostReasonGrowth = defineInsight({
  id: 'lost_reason_growth',
  title: { en: 'A reason for loss that grows', fa: 'دلیل از دست رفتنی که رشد می‌کند' },
  definition: {
    en: 'With a compared period: a reason makes a greater share of the lost deals with a reason than before, by more than chance (20 such deals in each period, significant at 5 % after Benjamini–Hochberg over all reasons, 0 below the interval of the difference). At stake: the value lost for it beyond its earlier share.',
    fa: 'با دوره‌ی مقایسه: یک دلیل سهم بیشتری از معامله‌های ازدست‌رفته‌ی دارای دلیل را می‌سازد، بیش از تصادف (۲۰ معامله در هر دوره، معنادار در سطح ۵٪ پس از تصحیح بنجامینی-هوخبرگ، صفر زیر بازه‌ی تفاوت). مبلغ در میان: ارزش ازدست‌رفته فراتر از سهم پیشین آن.',
  },
  source: 'Newcombe 1998; Fisher 1935; Benjamini & Hochberg 1995.',
  needs: ['outcome', 'closed_at', 'lost_reason'],
  find({ question, before }) {
    if (before === null) return [];
    const { population } = question;
    const now = reasonsIn(population, question.period);
    const old = reasonsIn(population, before.period);
    if (now.told < RATE_FROM || old.told < RATE_FROM) return [];
    const tested = [...now.rows].flatMap(([key, rows]) => {
      const then = old.rows.get(key)?.length ?? 0;
      const pValue = fisherExact(rows.length, now.told, then, old.told);
      const interval = newcombe(rows.length, now.told, then, old.told);
      return pValue === null || interval === null
        ? []
        : [{ key, rows: Uint32Array.from(rows), then, pValue, interval }];
    });
    const adjusted = benjaminiHochberg(tested.map(({ pValue }) => pValue));
    return tested.flatMap(({ key, rows, then, pValue, interval }, index) => {
      const chance = adjusted[index] ?? 1;
      if (interval.low <= 0 || chance > FALSE_DISCOVERY || rows.length < LEAST_GIVEN) return [];
      const [share, earlier] = [rows.length / now.told, then / old.told];
      const value =
        population.has('amount') && inOneCurrency(population.select(rows))
          ? moneyBeside(population.select(rows))
          : null;
      const name = now.names.get(key) ?? key;
      return [
        {
          severity: 'risk' as const,
          title: said('lost_reason_growth', { reason: name, before: earlier, after: share }),
          detail: said('lost_reason_growth_detail', {
            counts: { before: { n: then, of: old.told }, after: { n: rows.length, of: now.told } },
            interval: rangeOf(interval),
            adjustedPValue: chance,
          }),
          impact: value,
          n: now.told + old.told,
          interval,
          evidence: {
            reason: name,
            where: whereText('lost_reason', name),
            lost: rows.length,
            lostWithReason: now.told,
            lostBefore: then,
            lostWithReasonBefore: old.told,
            share,
            shareBefore: earlier,
            pValue,
            adjustedPValue: chance,
            value,
          },
          rows: () => rows,
          of: 'deals' as const,
        },
      ];
    });
  },
});

interface Reasons {
  /** Lost deals that give a reason. */
  readonly told: number;
  /** By the folded reason. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly names: ReadonlyMap<string, string>;
}

/** The lost deals of a period by reason; spellings that differ in case, spacing or Arabic letters are one. */
function reasonsIn(population: Population<DealField>, period: Period): Reasons {
  const { codes, values } = population.column('lost_reason');
  const folded = values.map((value) => foldText(value));
  const rows = new Map<string, number[]>();
  const names = new Map<string, string>();
  let told = 0;
  for (const row of lost(closedIn(population, period)).rows) {
    const code = codes[row] as number;
    const key = folded[code] ?? '';
    if (key === '') continue;
    told++;
    const known = rows.get(key);
    if (known === undefined) {
      rows.set(key, [row]);
      names.set(key, values[code] as string);
    } else known.push(row);
  }
  return { told, rows, names };
}
