/** What became of deals between two exports of them, by the ids of the JSON contract: classes, moves, steps. */
import type { Text } from './text.js';

/** Every deal of either export is in exactly one; an open deal of both in the first that fits, in this order. */
export const CHANGE_CLASSES = {
  new: { en: 'New', fa: 'تازه' },
  new_won: { en: 'New and won already', fa: 'تازه و برنده‌شده' },
  new_lost: { en: 'New and lost already', fa: 'تازه و ازدست‌رفته' },
  won: { en: 'Won', fa: 'برنده' },
  lost: { en: 'Lost', fa: 'ازدست‌رفته' },
  reopened: { en: 'Reopened', fa: 'بازگشوده' },
  vanished: { en: 'Vanished', fa: 'ناپدیدشده' },
  set_aside: { en: 'Set aside', fa: 'کنارگذاشته' },
  taken_back: { en: 'Taken back', fa: 'بازگردانده' },
  currency_changed: { en: 'In another currency', fa: 'با ارز دیگر' },
  priced: { en: 'Given an amount', fa: 'مبلغ‌دارشده' },
  unpriced: { en: 'Amount removed', fa: 'بی‌مبلغ‌شده' },
  grown: { en: 'Grown', fa: 'بزرگ‌ترشده' },
  shrunk: { en: 'Shrunk', fa: 'کوچک‌ترشده' },
  slipped: { en: 'Slipped', fa: 'عقب‌افتاده' },
  pulled_in: { en: 'Pulled in', fa: 'جلوافتاده' },
  advanced: { en: 'Advanced', fa: 'پیش‌رفته' },
  moved_back: { en: 'Moved back', fa: 'به مرحله‌ی قبل برگشته' },
  stage_changed: { en: 'Stage changed', fa: 'با مرحله‌ی دیگر' },
  edited: { en: 'Edited otherwise', fa: 'ویرایش‌شده' },
  unchanged: { en: 'Unchanged', fa: 'بی‌تغییر' },
  outcome_changed: { en: 'Closed with another outcome', fa: 'بسته با نتیجه‌ی دیگر' },
  closed_edited: { en: 'Closed and edited', fa: 'بسته و ویرایش‌شده' },
  closed_unchanged: { en: 'Closed before', fa: 'بسته از پیش' },
  closed_vanished: { en: 'Closed and vanished', fa: 'بسته و ناپدیدشده' },
  excluded: { en: 'Left out', fa: 'به‌حساب‌نیامده' },
} as const satisfies Record<string, Text>;

export type ChangeClass = keyof typeof CHANGE_CLASSES;
export const CHANGE_CLASS_NAMES = Object.keys(CHANGE_CLASSES) as [ChangeClass, ...ChangeClass[]];

/** What happened to a deal that is in both exports; several may have. */
export const DEAL_MOVES = {
  slipped: { en: 'Close date moved later', fa: 'تاریخ بسته‌شدن عقب افتاد' },
  pulled_in: { en: 'Close date moved earlier', fa: 'تاریخ بسته‌شدن جلو افتاد' },
  date_set: { en: 'Close date set', fa: 'تاریخ بسته‌شدن گذاشته شد' },
  date_removed: { en: 'Close date removed', fa: 'تاریخ بسته‌شدن برداشته شد' },
  grown: { en: 'Amount grew', fa: 'مبلغ بیشتر شد' },
  shrunk: { en: 'Amount shrank', fa: 'مبلغ کمتر شد' },
  advanced: { en: 'Advanced a stage or more', fa: 'به مرحله‌ی بعدی رفت' },
  moved_back: { en: 'Moved back a stage or more', fa: 'به مرحله‌ی قبلی برگشت' },
  stage_changed: { en: 'Stage changed', fa: 'مرحله عوض شد' },
  owner_changed: { en: 'Owner changed', fa: 'مسئول عوض شد' },
} as const satisfies Record<string, Text>;

export type DealMove = keyof typeof DEAL_MOVES;
export const DEAL_MOVE_NAMES = Object.keys(DEAL_MOVES) as [DealMove, ...DealMove[]];

/** What leads from the open pipeline of one export to that of the next; the last two of a period's pipeline alone. */
export const WATERFALL_STEPS = {
  new: { en: 'New', fa: 'تازه' },
  reopened: { en: 'Reopened', fa: 'بازگشوده' },
  taken_back: { en: 'Taken back', fa: 'بازگردانده' },
  priced: { en: 'Given an amount', fa: 'مبلغ‌دارشده' },
  grown: { en: 'Grown', fa: 'بزرگ‌ترشده' },
  shrunk: { en: 'Shrunk', fa: 'کوچک‌ترشده' },
  unpriced: { en: 'Amount removed', fa: 'بی‌مبلغ‌شده' },
  currency: { en: 'Currency changed', fa: 'تغییر ارز' },
  won: { en: 'Won', fa: 'برنده' },
  lost: { en: 'Lost', fa: 'ازدست‌رفته' },
  vanished: { en: 'Vanished', fa: 'ناپدیدشده' },
  set_aside: { en: 'Set aside', fa: 'کنارگذاشته' },
  moved_in: { en: 'Moved into the period', fa: 'به دوره آمده' },
  moved_out: { en: 'Moved out of the period', fa: 'از دوره رفته' },
} as const satisfies Record<string, Text>;

export type WaterfallStep = keyof typeof WATERFALL_STEPS;
export const WATERFALL_STEP_NAMES = Object.keys(WATERFALL_STEPS) as [WaterfallStep, ...WaterfallStep[]];

/** What deals of two exports are listed by, beside their classes and moves. */
const LISTED_BESIDE = {
  moved_in: WATERFALL_STEPS.moved_in,
  moved_out: WATERFALL_STEPS.moved_out,
  pushed: { en: 'Close date moved later three times and more', fa: 'تاریخ بسته‌شدن سه بار و بیشتر عقب افتاد' },
} as const satisfies Record<string, Text>;

/** A move and a class of one name are the same deals or the move has more of them: the move is meant. */
export const LIST_WORDS = { ...CHANGE_CLASSES, ...DEAL_MOVES, ...LISTED_BESIDE } as const satisfies Record<
  string,
  Text
>;

export type ListWord = keyof typeof LIST_WORDS;
export const LIST_WORD_NAMES = Object.keys(LIST_WORDS) as [ListWord, ...ListWord[]];
