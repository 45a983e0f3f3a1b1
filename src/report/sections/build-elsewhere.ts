/** What another thread loads to build sections, and no more: it would take longer than to build them. */
import type { QuestionContext } from './context.js';
import type { ElsewhereId } from './elsewhere.js';
import { cohorts } from './parts/cohorts.js';
import { series } from './parts/series.js';

const PARTS = { series, cohorts } as const satisfies { readonly [Id in ElsewhereId]: unknown };

/** The part of the document that a section adds. */
export function buildPart(id: ElsewhereId, context: QuestionContext): object {
  return PARTS[id].build(context);
}
