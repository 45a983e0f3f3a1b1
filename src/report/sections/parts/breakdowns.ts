import { breakdownEntry } from '../../breakdown-entry.js';
import { enterShares, sharesOf, totalsOf } from '../../group-shares.js';
import type { BuiltPart } from '../definition.js';
import type { breakdownsShape } from './breakdowns-schema.js';

export const breakdowns: BuiltPart<typeof breakdownsShape> = {
  build: ({ breakdowns: found, differences, current, resolved, speech, sections, grain }) => ({
    breakdowns: found.map((breakdown, index) => {
      // Time costs more than the groups themselves: it is looked at where it is asked about.
      const multiples = sections.includes('series') ? breakdown.multiples(grain ?? undefined) : null;
      const entry = breakdownEntry(breakdown, differences[index] ?? [], resolved, speech, multiples);
      const shares = sharesOf(entry.rows ?? entry.groups, entry.rest, totalsOf(current));
      for (const groups of [entry.groups, entry.rows, entry.rest && [entry.rest]]) {
        if (groups !== null) enterShares(groups, shares);
      }
      return entry;
    }),
  }),
};
