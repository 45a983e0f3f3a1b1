/** What became of a deal: exactly one of four. The position in the list is the code stored per row. */
export const OUTCOMES = ['open', 'won', 'lost', 'excluded'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OPEN = 0;
export const WON = 1;
export const LOST = 2;
export const EXCLUDED = 3;
