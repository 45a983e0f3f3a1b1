/** What another thread loads to build pieces of sections, and no more: it would take longer than to build them. */
import type { QuestionContext } from './context.js';
import type { ElsewhereId } from './elsewhere.js';
import { cohorts } from './parts/cohorts.js';
import { seriesPieces } from './parts/series.js';

const PIECES = { ...seriesPieces, cohorts: cohorts.build } as const satisfies { readonly [Id in ElsewhereId]: unknown };

/** What a piece of a section adds to the document. */
export function buildPiece(id: ElsewhereId, context: QuestionContext): object {
  return PIECES[id](context);
}
