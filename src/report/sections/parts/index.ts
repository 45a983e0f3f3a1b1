import type { SectionId } from '../catalogue/index.js';
import type { BuiltPart, Shape, SummaryPart } from '../definition.js';
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
import type { SHAPES } from './shapes.js';
import { survival } from './survival.js';
import { why } from './why.js';

/** What each section adds to the document, in the order of the catalogue. A section without a part does not compile. */
export const PARTS = {
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
} as const satisfies { readonly [Id in SectionId]: PartWith<(typeof SHAPES)[Id]> };

type PartWith<S extends Shape> = BuiltPart<S> | SummaryPart<S>;
