/**
 * The keys of the document that sections are behind, as schemas. Apart from what builds them: a report is made without
 * any, and only what describes or proves documents loads them.
 */
import type { SectionId } from '../catalogue/index.js';
import type { Shape } from '../definition.js';
import { actionsShape } from './actions-schema.js';
import { breakdownsShape } from './breakdowns-schema.js';
import { changesShape } from './changes-schema.js';
import { cohortsShape } from './cohorts-schema.js';
import { cycleShape } from './cycle-schema.js';
import { evidenceShape } from './evidence-schema.js';
import { forecastShape } from './forecast-schema.js';
import { funnelShape } from './funnel-schema.js';
import { headlineShape } from './headline-schema.js';
import { insightsShape } from './insights-schema.js';
import { kpisShape } from './kpis-schema.js';
import { lifetimeShape } from './lifetime-schema.js';
import { pipelineShape } from './pipeline-schema.js';
import { qualityShape } from './quality-schema.js';
import { seriesShape } from './series-schema.js';
import { survivalShape } from './survival-schema.js';
import { whyShape } from './why-schema.js';

/** What each section adds to the document, in the order of the catalogue. A section without a shape does not compile. */
export const SHAPES = {
  headline: headlineShape,
  insights: insightsShape,
  kpis: kpisShape,
  series: seriesShape,
  changes: changesShape,
  why: whyShape,
  breakdowns: breakdownsShape,
  funnel: funnelShape,
  pipeline: pipelineShape,
  cycle: cycleShape,
  cohorts: cohortsShape,
  survival: survivalShape,
  lifetime: lifetimeShape,
  forecast: forecastShape,
  actions: actionsShape,
  evidence: evidenceShape,
  quality: qualityShape,
} as const satisfies { readonly [Id in SectionId]: Shape };

type Shapes = (typeof SHAPES)[SectionId];
type KeysOf<S> = S extends unknown ? keyof S : never;
type At<S, K extends PropertyKey> = S extends { readonly [P in K]: infer T } ? T : never;

/** The keys with their schemas. */
export type SectionShapes = { readonly [K in KeysOf<Shapes>]: At<Shapes, K> };

export const sectionShapes: SectionShapes = Object.assign({}, ...Object.values(SHAPES));
