/** What changed between exports, and why, without what must not leave the house. */
import type { Report } from './schema.js';

type Changes = NonNullable<Report['changes']>;

/** How single deals are told: without what stands in them, or not at all. */
export type Few = <Deal>(deals: readonly Deal[], withheld: (deal: Deal) => Deal) => Deal[];

const NAMELESS = { name: null, account: null, owner: null, currency: null } as const;

/** Single deals by `few`, and no groups that nobody asked for: their names may be those of people. */
export function redactChanges(changes: Changes, few: Few, groupsAsked: boolean): Changes {
  return {
    ...changes,
    pushed: {
      ...changes.pushed,
      deals: few(changes.pushed.deals, (deal) => ({
        ...deal,
        ...NAMELESS,
        stage: null,
        amount: null,
        closeDate: null,
        dates: [],
      })),
    },
    groups: groupsAsked ? changes.groups : [],
    deals: few(changes.deals, (deal) => ({
      ...deal,
      ...NAMELESS,
      before: null,
      after: null,
      amountChange: null,
      daysMoved: null,
    })),
  };
}
