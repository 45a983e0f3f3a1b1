import type { Report } from '../../../report/schema.js';
import { type SectionId, sections } from '../../../report/sections/catalogue/index.js';
import { actionsView } from '../../pages/sections/actions.js';
import { cohortsView } from '../../pages/sections/cohorts.js';
import { cycleView } from '../../pages/sections/cycle.js';
import { evidenceView } from '../../pages/sections/evidence.js';
import { funnelView } from '../../pages/sections/funnel.js';
import { pipelineView } from '../../pages/sections/pipeline.js';
import { qualityView } from '../../pages/sections/quality.js';
import type { Html } from '../markup.js';
import type { Page } from '../page.js';
import { asText } from './as-text.js';
import { breakdownsHtml } from './breakdowns.js';
import type { SectionHtml } from './definition.js';
import { headlineHtml } from './headline.js';
import { insightsHtml } from './insights.js';
import { kpisHtml } from './kpis.js';
import { seriesHtml } from './series.js';

/** How each section looks. A section without a view does not compile. */
const VIEWS: { readonly [Id in SectionId]: SectionHtml } = {
  headline: headlineHtml,
  insights: insightsHtml,
  kpis: kpisHtml,
  series: seriesHtml,
  breakdowns: breakdownsHtml,
  funnel: asText(funnelView),
  pipeline: asText(pipelineView),
  cycle: asText(cycleView),
  cohorts: asText(cohortsView),
  actions: asText(actionsView),
  evidence: asText(evidenceView),
  quality: asText(qualityView),
};

/** A section that has something to show. */
export interface ShownSection {
  readonly id: SectionId;
  readonly title: string;
  readonly html: Html;
}

/** Every section that has something to show, in the order in which it is read. */
export function shownSections(report: Report, page: Page): ShownSection[] {
  return sections.flatMap(({ id, title }) => {
    const shown = VIEWS[id](report, page);
    return shown === null ? [] : [{ id, title: title[page.lang], html: shown }];
  });
}
