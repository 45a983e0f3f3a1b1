/** What is to be done about a finding. */
import type { Wording } from '../wording.js';

interface Named {
  /** Of a column. */
  readonly name: string;
}

/** Months by their labels. */
interface SameMonth {
  readonly judge: string;
  readonly against: string;
  readonly notAgainst: string;
}

export const ACTIONS = {
  look_by_field: ({ name }: Named) => `Look at each ${name} apart.`,
  explain_change: () => 'See which deals make the figure.',
  judge_by_groups: ({ name }: Named) => `Judge by ${name}, not by the total.`,
  look_at_largest: () => 'Begin with the largest deals.',
  see_what_it_is_made_of: () => 'See which of its four parts moved before calling it faster or slower.',
  find_why_lost: () => 'Find out what was lost, and why.',
  find_why_won: () => 'Find out what works there.',
  look_at_lost: () => 'Go through the lost deals, the largest first.',
  clear_stalled: () => 'Go through those of today, the oldest first, and close what is dead.',
  clear_overdue: () => 'Set a new date for those of today, or close them.',
  secure_largest: () => 'Plan for the case that this customer leaves.',
  call_lapsed: () => 'Call the largest of them first.',
  check_bulk: () => 'Ask who closed them, and leave the day out of cycles.',
  plan_with_both_cycles: () => 'Plan with both, and find out what makes the fast ones fast.',
  plan_with_both_sizes: () => 'Plan with both: a mean of the two fits neither.',
  judge_by_same_month: ({ judge, against, notAgainst }: SameMonth, { period }: Wording) =>
    `Judge ${period(judge, judge)} against ${period(against, judge)}, not against ${period(notAgainst, judge)}.`,
} as const;
