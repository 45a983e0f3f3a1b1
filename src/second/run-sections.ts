import type { Deals } from '../model/deals.js';
import { buildPiece } from '../report/sections/build-elsewhere.js';
import { type CarriedContext, unpackContext } from '../report/sections/elsewhere.js';
import { answerAhead } from './ahead.js';
import type { SectionsMessage } from './messages.js';

/** Builds the pieces that nobody has taken yet, from the first on, and sends each. */
export function runSections(carried: CarriedContext, sections: SectionsMessage['sections'], deals: Deals): void {
  const context = unpackContext(carried, deals);
  for (const { id, ...asked } of sections) answerAhead(asked, () => buildPiece(id, context));
}
