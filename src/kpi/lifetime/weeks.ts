/**
 * A length of time in weeks, the one unit of the models of purchases. It is a type of its own because days put in its
 * place give values that look right and are four times too large.
 */
export type Weeks = number & { readonly unit: 'week' };

const DAYS_PER_WEEK = 7;
/** A twelfth of a year of 365.25 days: the months of a horizon are of one length. */
const DAYS_PER_MONTH = 365.25 / 12;

export function weeksOfDays(days: number): Weeks {
  return (days / DAYS_PER_WEEK) as Weeks;
}

/** One month: 4.348 weeks. */
export const MONTH: Weeks = weeksOfDays(DAYS_PER_MONTH);
