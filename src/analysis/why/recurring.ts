import { countedOf, movementsIn, revenueChanges, type Subscribed } from '../../kpi/recurring.js';
import type { BridgePart } from './parts.js';

/**
 * Monthly recurring revenue from one day to a later one, by kinds of movements (`kpi/recurring.ts`): the bounds are the
 * ends of the spans that the two figures were taken at, whatever lies between them. Null where they do not follow each
 * other.
 */
export function mrrParts(subscriptions: Subscribed, before: number, after: number): BridgePart[] {
  if (before >= after) return [];
  const moved = movementsIn(revenueChanges(countedOf(subscriptions).priced), { start: before, end: after });
  return [
    {
      kind: 'bridge',
      steps: [
        { step: 'new', effect: moved.newMrr },
        { step: 'expansion', effect: moved.expansionMrr },
        { step: 'reactivation', effect: moved.reactivationMrr },
        { step: 'contraction', effect: less(moved.contractionMrr) },
        { step: 'churned', effect: less(moved.churnedMrr) },
      ],
    },
  ];
}

/** Less by so much: no negative zero. */
function less(amount: number): number {
  return amount === 0 ? 0 : -amount;
}
