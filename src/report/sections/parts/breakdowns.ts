import { breakdownEntry } from '../../breakdown-entry.js';
import { sharesOf, totalsOf, withShares } from '../../group-shares.js';
import type { BuiltPart } from '../definition.js';
import type { breakdownsShape } from './breakdowns-schema.js';

export const breakdowns: BuiltPart<typeof breakdownsShape> = {
  build: ({ breakdowns: found, differences, current, resolved, speech, sections, grain }) => ({
    breakdowns: found.map((breakdown, index) => {
      // Time costs more than the groups themselves: it is looked at where it is asked about.
      const multiples = sections.includes('series') ? breakdown.multiples(grain ?? undefined) : null;
      const entry = breakdownEntry(breakdown, differences[index] ?? [], resolved, speech, multiples);
      const shares = sharesOf(entry.rows ?? entry.groups, entry.rest, totalsOf(current));
      return {
        ...entry,
        groups: withShares(entry.groups, shares),
        rows: entry.rows && withShares(entry.rows, shares),
        rest: entry.rest && (withShares([entry.rest], shares)[0] ?? null),
      };
    }),
  }),
};
