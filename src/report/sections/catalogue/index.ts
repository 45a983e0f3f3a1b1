import type { SectionWords } from '../definition.js';
import { actions } from './actions.js';
import { breakdowns } from './breakdowns.js';
import { changes } from './changes.js';
import { cohorts } from './cohorts.js';
import { cycle } from './cycle.js';
import { evidence } from './evidence.js';
import { forecast } from './forecast.js';
import { funnel } from './funnel.js';
import { headline } from './headline.js';
import { insights } from './insights.js';
import { kpis } from './kpis.js';
import { lifetime } from './lifetime.js';
import { pipeline } from './pipeline.js';
import { quality } from './quality.js';
import { series } from './series.js';
import { survival } from './survival.js';
import { why } from './why.js';

/** Every section of a report, in the order in which it is read, in every format. Words alone: it costs nothing to load. */
export const sections = [
  headline,
  insights,
  kpis,
  series,
  changes,
  why,
  breakdowns,
  funnel,
  pipeline,
  cycle,
  cohorts,
  survival,
  lifetime,
  forecast,
  actions,
  evidence,
  quality,
] as const satisfies readonly SectionWords[];

export type SectionId = (typeof sections)[number]['id'];

/** The sections that are chosen by their names. */
export type SectionName = Extract<(typeof sections)[number], { readonly optional: true }>['id'];
export const SECTION_NAMES = sections.flatMap((one) => (one.optional ? [one.id] : [])) as [
  SectionName,
  ...SectionName[],
];

/** Those of them that no report has unless they are named. */
export const ON_DEMAND: readonly SectionName[] = (sections as readonly SectionWords<SectionId>[]).flatMap(
  ({ id, optional, onDemand }) => (optional && onDemand === true ? [id as SectionName] : []),
);

/** How sections are chosen: some by their names, every one, or some beside the usual ones. */
export type SectionWord = SectionName | 'all' | `+${SectionName}`;
