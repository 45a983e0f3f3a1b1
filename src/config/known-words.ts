/** The words that a setting may be, where there are few. Other rooms have the same; tests hold them equal. */
export const OUTCOMES = ['won', 'lost', 'open', 'excluded'] as const;
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export const CALENDARS = ['gregorian', 'jalali'] as const;
export const REPEATED_IDS = ['lines', 'newest', 'all'] as const;
export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const DETAILS = ['brief', 'standard', 'full'] as const;
export const SAMPLES = ['full', 'ids', 'none'] as const;

export type ConfigOutcome = (typeof OUTCOMES)[number];
export type ConfigDateOrder = (typeof DATE_ORDERS)[number];
