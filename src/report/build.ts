import { frameOf } from '../analysis/alike.js';
import { type Breakdown, breakDown } from '../analysis/breakdown.js';
import { type GroupDifference, groupDifferences } from '../analysis/group-differences.js';
import { kpis } from '../kpi/catalogue/index.js';
import { type Measured, measureAll } from '../kpi/measure.js';
import type { Lang } from '../locale/text.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import { OUTCOMES } from '../model/outcome.js';
import { accountsTogether } from './account-names.js';
import { actionsOf } from './actions.js';
import { breakdownEntry } from './breakdown-entry.js';
import { convertDataset } from './convert.js';
import { withCouldBe } from './could-be.js';
import { filterEntry, messageEntry, periodEntry, sourceEntry, type Tool } from './documents.js';
import { headlineEntries } from './headline.js';
import { insightEntries } from './insights.js';
import { kpiEntry } from './kpi-entry.js';
import {
  breakdownColumn,
  clockOf,
  clockWarnings,
  comparedPeriod,
  currenciesOfAll,
  questionBefore,
  questionFor,
} from './measure-request.js';
import { optionWarnings } from './option-warnings.js';
import type { Resolved } from './request.js';
import { type KpiEntry, type Report, SCHEMA_VERSION } from './schema.js';
import { type SectionChoice, timeSections } from './sections.js';
import { requireOwners, targetEntry } from './targets.js';

/** What a report is made with beside the data. */
export interface ReportContext {
  readonly resolved: Resolved;
  /** Each entry: the fields or columns of one breakdown. */
  readonly by: readonly (readonly string[])[];
  readonly sections: SectionChoice;
  readonly today: CivilDay;
  readonly lang: Lang;
  readonly tool: Tool;
  readonly quality: Report['quality'];
}

/** One request over one dataset, answered as one document. The same input and options give the same document. */
export function buildReport(read: Dataset, context: ReportContext): Report {
  const { resolved, today, lang, tool } = context;
  const clock = clockOf(read, resolved.asOf, today);
  const dataset = convertDataset(read, resolved.rates, clock.asOf);
  const { deals } = dataset;
  const question = questionFor(dataset, resolved, clock, resolved.period, today);
  const current = measureAll(kpis, resolved.kpis, question);
  const comparedTo = comparedPeriod(resolved.comparedTo, question);
  const before = comparedTo === null ? null : questionBefore(comparedTo, question);
  const previous = before === null ? null : measureAll(kpis, resolved.kpis, before);
  const frame = before === null ? null : frameOf(kpis, question, before.period);
  const currencies = currenciesOfAll(dataset);
  const currency = currencies.length === 1 ? (currencies[0] ?? null) : null;
  requireOwners(read.whole?.deals ?? read.deals, resolved.settings.quotas);
  const targetOf = ({ kpi: { id }, measurement: { value } }: Measured): KpiEntry['target'] => {
    const target = resolved.targets[id];
    return target === undefined ? null : targetEntry(id, target, value, question.period);
  };
  const { sections } = context;
  // Findings are about deals: without any there is nothing to split for them.
  const by = deals.size === 0 ? [] : context.by;
  const { found, ...time } = timeSections(question, resolved.kpis, sections);
  const most = sections.mostInsights;
  const breakdowns = context.by.map((names) => {
    const columns = names.map((name) =>
      accountsTogether(dataset, breakdownColumn(recordsToSplit(dataset), name, dataset.sources)),
    );
    return breakDown(columns, kpis, resolved.kpis, question, { before, frame, ...resolved.groups });
  });
  const differences = groupDifferences(breakdowns, resolved.kpis);
  const differs = winRateDiffers(breakdowns, differences);
  const basis = {
    dataset,
    question,
    comparedTo,
    frame,
    differs,
    current,
    previous,
    funnel: found,
    currency,
    by,
    lang,
    most,
  };
  const document: Report = {
    schemaVersion: SCHEMA_VERSION,
    tool,
    asOf: clock.asOf === null ? null : isoDay(clock.asOf),
    calendar: resolved.calendar,
    fiscalYearStart: resolved.fiscalYearStart,
    period: periodEntry(resolved.period, resolved.relative),
    comparedTo: periodEntry(comparedTo, resolved.comparedRelative),
    currency,
    currencies,
    sources: dataset.sources.map(sourceEntry),
    filter: filterEntry(dataset),
    partition: partitionOf(deals),
    headline: [],
    kpis: current.map((measured, index) =>
      withCouldBe(
        kpiEntry(measured, previous?.[index] ?? null, lang, targetOf(measured), frame),
        dataset.couldBe ?? [],
        lang,
      ),
    ),
    breakdowns: breakdowns.map((breakdown, index) =>
      breakdownEntry(breakdown, differences[index] ?? [], resolved, lang),
    ),
    ...time,
    ...(sections.sections.includes('insights') ? insightEntries(basis) : { insights: [], insightsLeftOut: 0 }),
    actions: sections.sections.includes('insights')
      ? actionsOf(dataset, question, { asOf: resolved.asOf, most: sections.mostDeals })
      : null,
    quality: context.quality,
    warnings: [
      ...dataset.warnings,
      ...clockWarnings(clock, resolved, comparedTo),
      ...optionWarnings(resolved, clock),
    ].map((warning) => messageEntry(warning, lang)),
  };
  return { ...document, headline: headlineEntries(document, lang) };
}

/** The verdicts on the win rate of the breakdowns by one column, which a finding must not contradict. */
function winRateDiffers(
  breakdowns: readonly Breakdown[],
  differences: readonly (readonly GroupDifference[])[],
): ReadonlyMap<string, boolean> {
  return new Map(
    breakdowns.flatMap(({ by: [name, ...more] }, index) => {
      const test = differences[index]?.find(({ kpi }) => kpi === 'win_rate');
      return name === undefined || more.length > 0 || test === undefined ? [] : [[name, test.significant] as const];
    }),
  );
}

/** Every deal is exactly one of four; the counts add up to the records. */
export function partitionOf(deals: Deals): Report['partition'] {
  const counts = OUTCOMES.map(() => 0);
  const outcome = deals.column('outcome');
  for (let row = 0; row < outcome.length; row++)
    counts[outcome[row] as number] = (counts[outcome[row] as number] ?? 0) + 1;
  const [open = 0, won = 0, lost = 0, excluded = 0] = counts;
  return { records: deals.size, won, lost, open, excluded };
}

/** What breakdowns split: the deals; without any, the subscriptions. */
function recordsToSplit({ deals, subscriptions = null }: Dataset): Deals {
  return deals.size === 0 && subscriptions !== null ? subscriptions.records : deals;
}
