import { type Frame, frameOf } from '../analysis/alike.js';
import { changeOf } from '../analysis/compare.js';
import type { Funnel } from '../analysis/funnel.js';
import type { GroupDifference } from '../analysis/group-differences.js';
import type { QuarterCalendar } from '../analysis/part-of-quarter.js';
import { insights } from '../insight/catalogue/index.js';
import type { Finding, InsightContext, Valued } from '../insight/definition.js';
import { findInsights } from '../insight/find.js';
import { nextStepOf } from '../insight/next-steps.js';
import { kpis } from '../kpi/catalogue/index.js';
import { isRunning, WHOLE } from '../kpi/edges.js';
import { type Measured, type Measurer, measurerOf, type Question } from '../kpi/measure.js';
import { briefArgs } from '../locale/brief.js';
import { type Speech, styleOf } from '../locale/say.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import { isAllTime, type Period } from '../model/period.js';
import { messageEntry } from './documents.js';
import { questionBefore } from './measure-request.js';
import type { Samples } from './redact.js';
import type { Report } from './schema.js';
import { daysOfPeriod, withContext } from './see-command.js';
import { segmentationsOf } from './segmentations.js';
import { withoutNames } from './withheld.js';

/** Records named with a finding; `kpi explain` and `--where` show all of them. */
const NAMED_ROWS = 5;

/** What the insights of a report are found in. */
export interface InsightRequest {
  readonly dataset: Dataset;
  readonly question: Question;
  readonly comparedTo: Period | null;
  /** What was measured for the report already. */
  readonly current: readonly Measured[];
  readonly previous: readonly Measured[] | null;
  /** What verdicts on changes look at; null where nothing is compared. */
  readonly frame: Frame | null;
  /** The test of whether the win rate differs between the groups of a breakdown by one column, by its name. */
  readonly winRateTests: ReadonlyMap<string, GroupDifference>;
  readonly funnel: Funnel | null;
  readonly currency: string | null;
  /** The fields or columns of each breakdown. */
  readonly by: readonly (readonly string[])[];
  readonly speech: Speech;
  /** The snapshot that was asked for by its day; null = from the data. */
  readonly asOf: CivilDay | null;
  /** How much of records and names is told. */
  readonly samples?: Samples | undefined;
  /** 0 = all of them. */
  readonly most: number | undefined;
}

/** What stands out, as documents print it: most money at stake first. */
export function insightEntries(request: InsightRequest): Pick<Report, 'insights' | 'insightsLeftOut'> {
  const { dataset, question, comparedTo, funnel, currency, speech } = request;
  const { deals, purchases } = dataset;
  const { frame } = request;
  const before = comparedTo === null ? null : comparableBefore(question, comparedTo);
  const anyPeriod = frame ?? frameOf(kpis, question, question.period);
  const context: InsightContext = {
    question,
    before,
    segmentations: segmentationsOf(deals, request.by),
    winRateTests: request.winRateTests,
    funnel,
    calendar: calendarOf(question, styleOf(speech)),
    currency,
    kpi: valuedFrom(request.current, question),
    kpiBefore: before === null ? () => null : valuedFrom(request.previous ?? [], before, true),
    kpiIn: (id, period) => {
      const measured = anyPeriod.measure(id, period);
      return measured === null || measured.value === null ? null : measured;
    },
    change: (id) => {
      const kpi = kpis.find((one) => one.id === id);
      return kpi === undefined || frame === null ? null : changeOf(kpi, frame);
    },
  };
  const { shown, leftOut } = findInsights(insights, context, request.most);
  const entries = shown.map(({ insight, finding: found }) => {
    const finding = (request.samples ?? 'full') === 'full' ? found : withoutNames(found);
    const { severity, title, detail, impact, n, interval, evidence } = finding;
    return {
      id: insight.id,
      severity,
      code: title.code,
      args: briefArgs({ ...title.args, ...detail.args }),
      title: messageEntry(title, speech).message,
      detail: messageEntry(detail, speech).message,
      ...nextOf(insight.id, finding, request),
      impact,
      evidence: {
        n,
        interval: interval === null ? null : { ...interval },
        ...evidence,
        records: recordsOf(finding, (finding.of === 'purchases' ? purchases : null) ?? deals),
      },
    };
  });
  return { insights: entries, insightsLeftOut: leftOut };
}

/** The question of the compared period; null where the files do not tell all closings of both. */
function comparableBefore(question: Question, comparedTo: Period): Question | null {
  const before = questionBefore(comparedTo, question);
  if (isRunning(before)) return null;
  return [question, before].every((one) => isWhole(measurerOf(kpis, one).measure(CLOSINGS))) ? before : null;
}

function isWhole({ coverage = WHOLE }: Measured): boolean {
  return coverage.state === 'whole';
}

/** A KPI of nothing but closings. */
const CLOSINGS = 'won_deals';

/** Of the asked period; where all data is asked for, that of the report. */
function calendarOf({ period }: Question, style: QuarterCalendar): QuarterCalendar {
  return {
    calendar: isAllTime(period) ? style.calendar : period.calendar,
    fiscalYearStart: period.fiscalYearStart ?? style.fiscalYearStart,
  };
}

/**
 * A KPI by its id: as the report measured it, else measured now. Null without a value, and, where a whole period is
 * asked for, of a period that the files tell in part.
 */
function valuedFrom(measured: readonly Measured[], question: Question, whole = false): (id: string) => Valued | null {
  const known = new Map(measured.map((one) => [one.kpi.id, one]));
  let measurer: Measurer | null = null;
  return (id) => {
    if (!known.has(id) && !kpis.some((kpi) => kpi.id === id)) return null;
    measurer ??= measurerOf(kpis, question);
    const one = known.get(id) ?? measurer.measure(id);
    return one.measurement.value === null || (whole && !isWhole(one)) ? null : one.measurement;
  };
}

/** How many records a finding is about, and where the first of them stand. */
function recordsOf(finding: Finding, deals: Deals): Report['insights'][number]['evidence'] {
  const rows = finding.rows();
  const first = Array.from(rows.subarray(0, NAMED_ROWS), (row) => {
    const { place, id } = deals.record(row);
    return { file: place.file, sheet: place.sheet, row: place.row, id };
  });
  return { total: rows.length, of: finding.of, first };
}

/** What to do, and the command that shows more, under the same condition and, where it matters, of the same period. */
function nextOf(
  id: string,
  finding: Finding,
  { dataset, question, comparedTo, speech, asOf }: InsightRequest,
): Pick<Report['insights'][number], 'action' | 'command'> {
  const next = nextStepOf(id, finding);
  if (next === null) return { action: null, command: null };
  const { period } = question;
  const during =
    next.during && !isAllTime(period)
      ? [
          '--period',
          daysOfPeriod(period),
          ...(comparedTo !== null && next.command[0] === 'report' ? ['--compare', daysOfPeriod(comparedTo)] : []),
        ]
      : [];
  return {
    action: messageEntry(next.action, speech),
    command: withContext([...next.command, ...during], { filter: dataset.filter, asOf }),
  };
}
