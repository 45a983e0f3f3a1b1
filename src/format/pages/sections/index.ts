import type { Report } from '../../../report/schema.js';
import { type SectionId, sections } from '../../../report/sections/catalogue/index.js';
import type { Block, PageOptions } from '../../page.js';
import { aloneOf, headingOf } from '../alone.js';
import { reportRankings } from '../ranking.js';
import { actionsView } from './actions.js';
import { breakdownsView } from './breakdowns.js';
import { changesView } from './changes.js';
import { cohortsView } from './cohorts.js';
import { cycleView } from './cycle.js';
import type { SectionView } from './definition.js';
import { evidenceView } from './evidence.js';
import { forecastView } from './forecast.js';
import { funnelView } from './funnel.js';
import { headlineView } from './headline.js';
import { insightsView } from './insights.js';
import { kpisView } from './kpis.js';
import { lifetimeView } from './lifetime.js';
import { pipelineView } from './pipeline.js';
import { qualityView } from './quality.js';
import { seriesView } from './series.js';
import { survivalView } from './survival.js';
import { whyView } from './why.js';

/** How each section looks. A section without a view does not compile. */
const VIEWS: { readonly [Id in SectionId]: SectionView } = {
  headline: headlineView,
  insights: insightsView,
  kpis: kpisView,
  series: seriesView,
  changes: changesView,
  why: whyView,
  breakdowns: breakdownsView,
  funnel: funnelView,
  pipeline: pipelineView,
  cycle: cycleView,
  cohorts: cohortsView,
  survival: survivalView,
  lifetime: lifetimeView,
  forecast: forecastView,
  actions: actionsView,
  evidence: evidenceView,
  quality: qualityView,
};

/** The sections that fit on one screen. */
const IN_BRIEF: readonly SectionId[] = ['headline', 'insights', 'kpis'];

/** Every section in the order in which it is read. */
export function* sectionBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  for (const section of sections) {
    const { id } = section;
    if (options.detail === 'brief' && !IN_BRIEF.includes(id) && aloneOf(report) === null) continue;
    yield* VIEWS[id](report, options, [headingOf(section, report, options.lang)]);
    // The parts of figures by name (customers, reasons of loss) are no section of the document: they stand in the figures.
    if (id === 'cohorts') yield* reportRankings(report, options);
  }
}
