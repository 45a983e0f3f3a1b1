import type { Breakdown as MeasuredBreakdown } from '../analysis/breakdown.js';
import type { GroupDifference } from '../analysis/group-differences.js';
import { brief } from '../locale/brief.js';
import type { Lang } from '../locale/text.js';
import { kpiEntry } from './kpi-entry.js';
import type { Breakdown, KpiEntry } from './schema.js';

/** A breakdown as documents print it. */
export function breakdownEntry(
  { by, groups, notes }: MeasuredBreakdown,
  tests: readonly GroupDifference[],
  asked: readonly string[] | null,
  lang: Lang,
): Breakdown {
  const nOf = mainKpi(groups, asked);
  return {
    // One name stands alone, as it always did; several are a list, for a name may hold a comma.
    by: by.length === 1 && by[0] !== undefined ? by[0] : [...by],
    groups: groups.map(({ key, n: records, measured }) => ({
      key: [...key],
      records,
      n: measured.find(({ kpi }) => kpi.id === nOf)?.measurement.n ?? 0,
      kpis: measured.map((one) => {
        const { byCurrency, ...entry } = kpiEntry(one, null, lang);
        return {
          id: entry.id,
          ...groupFigures(entry),
          byCurrency: byCurrency?.map(({ currency, ...figures }) => ({ currency, ...groupFigures(figures) })) ?? null,
        };
      }),
    })),
    nOf,
    tests: tests.map((test) => ({ ...test })),
    notes: notes.map(({ code, text }) => ({ code, message: brief(text[lang]) })),
  };
}

/** What groups are compared by where nothing is asked for: deals by the win rate, subscriptions by what they bring. */
const MAIN = ['win_rate', 'mrr', 'won_deals', 'new_deals'];

/** The first KPI asked for, else the first of the usual ones, that has a value in some group. */
function mainKpi(groups: MeasuredBreakdown['groups'], asked: readonly string[] | null): string | null {
  const measured = groups[0]?.measured.map(({ kpi }) => kpi.id) ?? [];
  const hasValue = (id: string): boolean =>
    groups.some((group) => group.measured.some(({ kpi, measurement }) => kpi.id === id && measurement.value !== null));
  return [...(asked ?? MAIN), ...measured].find(hasValue) ?? null;
}

type GroupFigures = Pick<KpiEntry, 'value' | 'n' | 'numerator' | 'denominator' | 'interval' | 'bounds' | 'reason'>;

/** What is told of a KPI in a group. */
function groupFigures({ value, n, numerator, denominator, interval, bounds, reason }: GroupFigures): GroupFigures {
  return { value, n, numerator, denominator, interval, bounds, reason };
}
