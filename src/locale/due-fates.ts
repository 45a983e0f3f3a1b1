import type { Text } from './text.js';

/** What becomes of a deal that was expected to close between two exports; each has one. */
export const FATES = {
  won: { en: 'Won', fa: 'برنده' },
  lost: { en: 'Lost', fa: 'ازدست‌رفته' },
  slipped: { en: 'Slipped to a later date', fa: 'عقب‌افتاده به تاریخی دیرتر' },
  still: { en: 'Open still, its date past', fa: 'هنوز باز، تاریخ گذشته' },
  undated: { en: 'Open still, without a date', fa: 'هنوز باز، بی‌تاریخ' },
  setAside: { en: 'Set aside', fa: 'کنارگذاشته' },
  vanished: { en: 'Vanished', fa: 'ناپدیدشده' },
} as const satisfies Record<string, Text>;

export type DueFate = keyof typeof FATES;
export const DUE_FATES = Object.keys(FATES) as [DueFate, ...DueFate[]];
