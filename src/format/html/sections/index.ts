import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { type SectionId, sections } from '../../../report/sections/catalogue/index.js';
import { headingOf } from '../../pages/alone.js';
import { type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { actionsHtml } from './actions.js';
import { breakdownsHtml } from './breakdowns.js';
import { changesHtml } from './changes.js';
import { cohortsHtml } from './cohorts.js';
import { cycleHtml } from './cycle.js';
import type { SectionHtml } from './definition.js';
import { evidenceHtml } from './evidence.js';
import { forecastHtml } from './forecast.js';
import { funnelHtml } from './funnel.js';
import { headlineHtml } from './headline.js';
import { insightsHtml } from './insights.js';
import { kpisHtml } from './kpis.js';
import { lifetimeHtml } from './lifetime.js';
import { pipelineHtml } from './pipeline.js';
import { qualityHtml } from './quality.js';
import { seriesHtml } from './series.js';
import { survivalHtml } from './survival.js';
import { whyHtml } from './why.js';

/** How each section looks. A section without a view does not compile. */
const VIEWS: { readonly [Id in Exclude<SectionId, 'insights'>]: SectionHtml } = {
  headline: headlineHtml,
  kpis: kpisHtml,
  series: seriesHtml,
  changes: changesHtml,
  why: whyHtml,
  breakdowns: breakdownsHtml,
  funnel: funnelHtml,
  pipeline: pipelineHtml,
  cycle: cycleHtml,
  cohorts: cohortsHtml,
  survival: survivalHtml,
  lifetime: lifetimeHtml,
  forecast: forecastHtml,
  actions: actionsHtml,
  evidence: evidenceHtml,
  quality: qualityHtml,
};

/** Sections that are read side by side stand under one heading: what they show is half as wide as the page. */
const BESIDE = {
  id: 'flow',
  ids: ['funnel', 'pipeline', 'cycle', 'cohorts'],
  title: { en: 'Funnel, pipeline and cycle', fa: 'قیف، پایپ‌لاین و چرخه‌ی فروش' },
} as const satisfies { id: string; ids: readonly SectionId[]; title: Text };

/** A section that has something to show. */
export interface ShownSection {
  readonly id: string;
  readonly title: string;
  readonly html: Html;
}

/** Every section that has something to show, in the order in which it is read. */
export function shownSections(report: Report, page: Page): ShownSection[] {
  const made = new Map<SectionId, Html>();
  for (const { id } of sections) {
    const own = id === 'insights' ? null : VIEWS[id](report, page);
    if (own !== null) made.set(id, own);
  }
  // Findings point to the sections that there are.
  const findings = insightsHtml(report, page, new Set(made.keys()));
  if (findings !== null) made.set('insights', findings);
  const shown = sections.flatMap((section) => {
    const { id } = section;
    const own = made.get(id);
    return own === undefined ? [] : [{ id, title: headingOf(section, report, page.lang), html: own }];
  });
  const isBeside = ({ id }: { id: SectionId }): boolean => BESIDE.ids.some((one) => one === id);
  const [first, ...more] = shown.filter(isBeside);
  if (first === undefined) return shown;
  const together: ShownSection = {
    // Its parts have places of their own, with their names.
    id: BESIDE.id,
    title: more.length === 0 ? first.title : BESIDE.title[page.lang],
    html: html`<div class="grid">${[first, ...more].map((part) => part.html)}</div>`,
  };
  return shown.flatMap((one): ShownSection[] => (one === first ? [together] : isBeside(one) ? [] : [one]));
}
