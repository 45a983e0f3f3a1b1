/** Groups of a breakdown over time, side by side. */
import type { Kpi } from '../kpi/definition.js';
import type { Measured, Question } from '../kpi/measure.js';
import type { DealField } from '../model/deals.js';
import type { Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Codes } from '../model/text-column.js';
import type { SeriesGrain } from './grain.js';
import { type CellOptions, type DateField, figuresIn, partsIn } from './group-periods.js';
import { daysOf, lineOf, periodCodes } from './split-by-days.js';

/** Groups that are still told apart side by side (a judgement). */
const GROUPS = { least: 2, most: 9 };
/** Two charts of each group, and points that a small chart has room for. */
const MOST_KPIS = 2;
const MOST_POINTS = 120;

/** What is shown where nothing is asked for: of deals, and without any of subscriptions. */
const USUAL = ['revenue_won', 'win_rate'];
const USUAL_OF_SUBSCRIPTIONS = ['mrr'];

/** A KPI of a group, by the points. */
export interface GroupLine {
  readonly kpi: Kpi;
  readonly values: readonly (number | null)[];
  readonly n: readonly number[];
}

/** The points that all groups share, and the lines of each group in their order. */
export interface Multiples {
  readonly grain: SeriesGrain;
  readonly points: readonly { readonly period: Period; readonly partial: boolean }[];
  readonly lines: readonly (readonly GroupLine[])[];
}

/** A group as it is shown. */
interface Shown extends CellOptions {
  readonly question: Question;
  /** Its figures of the whole period. */
  readonly measured: readonly Measured[];
}

/** Whether so many groups stand side by side: of others nothing need be measured. */
export function standSideBySide(groups: number): boolean {
  return groups >= GROUPS.least && groups <= GROUPS.most;
}

/**
 * The won value and the win rate (or the first two KPIs of those asked for) of two to nine groups over the points of the
 * series of the first of them, each as a report of that group and period alone has it. Null for other numbers of groups,
 * and where no KPI has a figure in any. KPIs of money in several currencies have no line in common and are left out.
 * O(records of the groups + groups × points).
 */
export function smallMultiples(
  groups: readonly Shown[],
  catalogue: readonly Kpi[],
  asked: readonly string[] | null,
  question: Question,
  records: Population<DealField>,
  grain: SeriesGrain | undefined,
): Multiples | null {
  if (!standSideBySide(groups.length)) return null;
  const usual = records === question.population ? USUAL : USUAL_OF_SUBSCRIPTIONS;
  const kpis = (asked ?? usual).flatMap((id) => catalogue.filter((kpi) => kpi.id === id && hasLine(kpi, groups)));
  const chosen = kpis.slice(0, MOST_KPIS);
  const [first] = chosen;
  const found = first === undefined ? null : lineOf(daysOf(first, question), question, grain, MOST_POINTS);
  if (found === null) return null;
  const { line } = found;
  const all = line.periods;
  const fields = new Set(chosen.flatMap((kpi) => daysOf(kpi, question).fields));
  const codes = records.withRows(
    (rows) =>
      new Map<DateField, Codes>([...fields].map((field) => [field, periodCodes(records.column(field), rows, all)])),
  );
  const figures = groups.map((group) =>
    figuresIn({ line, all }, partsIn({ all, codes }, group.question), chosen, catalogue, group.question, group),
  );
  return {
    grain: line.grain,
    points: all.map((period, index) => ({
      period,
      partial: figures.some((own) => [...(own[index]?.values() ?? [])].some(({ partial }) => partial)),
    })),
    lines: figures.map((own) =>
      chosen.map((kpi) => {
        const measurements = all.map((_, index) => own[index]?.get(kpi)?.measured.measurement ?? null);
        return {
          kpi,
          values: measurements.map((one) => one?.value ?? null),
          n: measurements.map((one) => one?.n ?? 0),
        };
      }),
    ),
  };
}

function hasLine(kpi: Kpi, groups: readonly Shown[]): boolean {
  const own = groups.flatMap(({ measured }) => measured.filter((one) => one.kpi === kpi));
  const several = own.some(({ byCurrency }) => byCurrency !== null);
  return !several && kpi.basis !== 'leads' && own.some(({ measurement }) => measurement.value !== null);
}
