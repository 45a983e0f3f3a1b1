import { frameOf } from '../analysis/alike.js';
import { breakDown } from '../analysis/breakdown.js';
import type { SeriesGrain } from '../analysis/grain.js';
import { groupDifferences } from '../analysis/group-differences.js';
import { UserError } from '../errors/user-error.js';
import { kpis } from '../kpi/catalogue/index.js';
import { measureAll } from '../kpi/measure.js';
import { once } from '../locale/said.js';
import type { Lang, Text } from '../locale/text.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import { ALL_TIME } from '../model/period.js';
import { axesOf, namedColumns } from './axes.js';
import { type Compared, comparedExports, currenciesOfExports, newestOf } from './compared-exports.js';
import { convertDataset } from './convert.js';
import { filterEntry, messageEntry, periodEntry, sourceEntry, type Tool } from './documents.js';
import {
  clockOf,
  clockWarnings,
  comparedPeriod,
  currenciesOfAll,
  questionBefore,
  questionFor,
} from './measure-request.js';
import { optionWarnings } from './option-warnings.js';
import { partitionOf } from './partition.js';
import type { Samples } from './redact.js';
import { redactReport } from './redact-report.js';
import type { Resolved } from './request.js';
import type { Report } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { buildSections } from './sections/build.js';
import type { SectionName } from './sections/catalogue/index.js';
import { funnelOnce } from './sections/context.js';
import {
  type BuildElsewhere,
  carryContext,
  type Elsewhere,
  type ElsewhereId,
  piecesElsewhere,
} from './sections/elsewhere.js';
import { requireOwners } from './targets.js';

/** What a report is made with beside the data. */
export interface ReportContext {
  readonly resolved: Resolved;
  /** Each entry: the fields or columns of one breakdown. */
  readonly by: readonly (readonly string[])[];
  /** The sections that are chosen by their names. */
  readonly sections: readonly SectionName[];
  /** What series and cohorts are counted in; null = chosen from the range. */
  readonly grain: SeriesGrain | null;
  /** Insights at most: 0 = all; ten when left out. */
  readonly mostInsights?: number | undefined;
  /** Deals to act on, listed of each kind: 0 = all; eight when left out. */
  readonly mostDeals?: number | undefined;
  /** How much of records and names is told; all when left out. */
  readonly samples?: Samples | undefined;
  readonly today: CivilDay;
  readonly lang: Lang;
  readonly tool: Tool;
  /** What the rules found; asked for when nothing else is left to be done. */
  readonly quality: () => Report['quality'];
  /** Exports that the document compares, oldest first, the last of its own files; left out: its own files alone. */
  readonly compared?: Compared | undefined;
  /** Who builds sections beside this thread; left out: nobody. */
  readonly elsewhere?: BuildElsewhere | undefined;
  /** A document of the chosen sections and nothing else: no figure is measured, and no breakdown made. */
  readonly alone?: boolean;
}

/** One request over one dataset, answered as one document. The same input and options give the same document. */
export function buildReport(read: Dataset, context: ReportContext): Report {
  const { resolved, today, lang, tool, alone = false } = context;
  const speech = { lang, calendar: resolved.calendar, fiscalYearStart: resolved.fiscalYearStart };
  const clock = clockOf(read, resolved.asOf, today);
  const exports = comparedExports(read, context.compared, { resolved, clock });
  const isComparison = alone && context.compared !== undefined;
  const dataset = isComparison ? newestOf(exports).dataset : convertDataset(read, resolved.rates, clock.asOf);
  const { deals } = dataset;
  const question = questionFor(dataset, resolved, clock, resolved.period, today);
  const targeted = Object.keys(resolved.targets);
  const ids = alone ? [] : resolved.kpis;
  const comparedTo = comparedPeriod(resolved.comparedTo, question);
  const before = comparedTo === null ? null : questionBefore(comparedTo, question);
  const elsewhere = givenAway(dataset, { question, before, resolved, grain: context.grain }, context);
  const current = measureAll(kpis, ids, question, targeted);
  const previous = before === null ? null : measureAll(kpis, ids, before, targeted);
  const frame = before === null ? null : frameOf(kpis, question, before.period);
  const currencies = isComparison ? currenciesOfExports(exports.snapshots) : currenciesOfAll(dataset);
  const currency = currencies.length === 1 ? (currencies[0] ?? null) : null;
  requireOwners(read.whole?.deals ?? read.deals, resolved.settings.quotas);
  const { calendar } = resolved;
  const axes = context.by.map((names) =>
    axesOf(dataset, names, { question, calendar, converted: resolved.rates !== null }),
  );
  if (alone) requireNames(axes, context.by, isComparison ? NAMES_COMPARED : NAMES_AHEAD);
  const breakdowns = (alone ? [] : axes).map((one) =>
    breakDown(one, kpis, ids, question, { before, frame, ...resolved.groups }),
  );
  const differences = groupDifferences(breakdowns, ids);
  const document = buildSections(
    {
      schemaVersion: SCHEMA_VERSION,
      tool,
      asOf: clock.asOf === null ? null : isoDay(clock.asOf),
      calendar: resolved.calendar,
      fiscalYearStart: resolved.fiscalYearStart,
      period: periodEntry(resolved.period, resolved.relative),
      comparedTo: periodEntry(comparedTo, resolved.comparedRelative),
      currency,
      currencies,
      sources: (isComparison
        ? [...exports.otherSources, ...dataset.sources]
        : [...dataset.sources, ...exports.otherSources]
      ).map((source) => sourceEntry(source, speech)),
      filter: filterEntry(dataset),
      samples: 'full',
      partition: partitionOf(deals),
    },
    once([
      ...exports.warnings,
      ...dataset.warnings,
      // What looks ahead is asked about a period that has not ended, and a target of each month has one.
      ...clockWarnings(clock, alone ? { ...resolved, period: ALL_TIME } : resolved, comparedTo),
      ...(alone ? [] : optionWarnings(resolved, clock)),
    ]).map((warning) => messageEntry(warning, speech)),
    context.sections,
    {
      dataset,
      question,
      before,
      resolved,
      comparedTo,
      frame,
      current,
      previous,
      breakdowns,
      differences,
      by: axes.map(namedColumns),
      currency,
      lang,
      speech,
      sections: context.sections,
      alone,
      grain: context.grain,
      mostInsights: context.mostInsights,
      mostDeals: context.mostDeals,
      samples: context.samples,
      quality: context.quality,
      snapshots: exports.snapshots,
      funnel: funnelOnce(question),
      elsewhere,
    },
  );
  return redactReport(document, context.samples ?? 'full', speech, context.by.length > 0);
}

/** The pieces of sections that another thread is to build while this one measures. */
function givenAway(
  dataset: Dataset,
  asked: Parameters<typeof carryContext>[1],
  { sections, elsewhere }: Pick<ReportContext, 'sections' | 'elsewhere'>,
): ReadonlyMap<ElsewhereId, Elsewhere> {
  const ids = piecesElsewhere(sections);
  return elsewhere?.(dataset.deals, ids.length === 0 ? null : carryContext(dataset, asked), ids) ?? new Map();
}

const NAMES_AHEAD: Text = {
  en: 'for a forecast fields or columns of names, such as owner, product or region',
  fa: 'در پیش‌بینی فیلد یا ستونی از نام‌ها، مانند owner، product یا region',
};
const NAMES_COMPARED: Text = {
  en: 'fields or columns of names, such as owner, product or region, where exports are compared',
  fa: 'در مقایسه‌ی خروجی‌ها فیلد یا ستونی از نام‌ها، مانند owner، product یا region',
};

/**
 * What deals that do not exist yet are split by is a name that they will have, too, and what exports are compared by one
 * that a deal keeps: no age, and no day that has passed.
 */
function requireNames(axes: Parameters<typeof namedColumns>[0][], by: ReportContext['by'], expected: Text): void {
  const at = axes.findIndex((one, index) => namedColumns(one).length !== by[index]?.length);
  if (at < 0) return;
  throw new UserError('option_value', {
    option: '--by',
    value: by[at]?.join(',') ?? '',
    expected,
    suggestion: null,
  });
}
