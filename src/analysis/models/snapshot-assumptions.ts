/** Assumptions of what is said of two exports of the same deals. */
import type { Assumption } from './definition.js';

export const SAME_SELECTION = {
  id: 'same_selection',
  text: {
    en: 'Both exports were made with the same filter: the same pipelines, teams and days.',
    fa: 'هر دو خروجی با یک صافی گرفته شده‌اند: همان پایپ‌لاین‌ها، تیم‌ها و روزها.',
  },
  otherwise: {
    en: 'A deal that the filter leaves out looks as if it had vanished, and one that it lets in as if it were new.',
    fa: 'معامله‌ای که صافی کنارش بگذارد ناپدیدشده می‌نماید و آن که صافی راهش دهد تازه.',
  },
} as const satisfies Assumption;

export const IDS_LAST = {
  id: 'ids_last',
  text: {
    en: 'A deal keeps its id from export to export; without ids it keeps its name, its account and its day of creation.',
    fa: 'هر معامله شناسه‌اش را از خروجی به خروجی نگه می‌دارد؛ بی شناسه، نام و مشتری و روز ایجادش را.',
  },
  otherwise: {
    en: 'Deals that were merged, copied or imported anew under other ids look as if the old ones had vanished and others were new.',
    fa: 'معامله‌هایی که با شناسه‌ی دیگری ادغام، رونوشت یا دوباره وارد شده باشند، ناپدیدشده و تازه دیده می‌شوند.',
  },
} as const satisfies Assumption;

export const TRUE_SNAPSHOT_DAYS = {
  id: 'true_snapshot_days',
  text: {
    en: 'Each export was taken on the day that is said of it, and not changed since.',
    fa: 'هر خروجی در همان روزی گرفته شده که درباره‌اش گفته شده، و از آن پس دست نخورده است.',
  },
  otherwise: {
    en: 'With wrong days deals fall due before or after the days that are looked at; --taken says them.',
    fa: 'با روزهای نادرست، سررسید معامله‌ها پیش یا پس از روزهای بررسی‌شده می‌افتد؛ --taken آن‌ها را می‌گوید.',
  },
} as const satisfies Assumption;

export const NOT_CAUSES = {
  id: 'not_causes',
  text: {
    en: 'The parts are read as where the change sits, not as what caused it.',
    fa: 'اجزا چنین خوانده می‌شوند که تغییر در کجاست، نه اینکه علتش چیست.',
  },
  otherwise: {
    en: 'A group that brought most of the fall may have had nothing to do with its cause: a price, a season, or who hands out the leads.',
    fa: 'گروهی که بیشترین کاهش در آن است شاید هیچ نقشی در علتش نداشته باشد: قیمت، فصل یا کسی که سرنخ‌ها را پخش می‌کند.',
  },
} as const satisfies Assumption;

export const MORE_THAN_CHANCE = {
  id: 'more_than_chance',
  text: {
    en: 'The change is larger than chance alone would make it.',
    fa: 'تغییر بزرگ‌تر از آن است که تصادف به‌تنهایی پدید آورد.',
  },
  otherwise: {
    en: 'The arithmetic of an accident is as exact as that of an event. Where the figure has a test, the section says beside each change whether chance moves it as far.',
    fa: 'حساب یک تصادف به همان دقت حساب یک رویداد است. آنجا که شاخص آزمونی دارد، این بخش کنار هر تغییر می‌گوید که آیا تصادف هم به همین اندازه جابه‌جایش می‌کند.',
  },
} as const satisfies Assumption;
