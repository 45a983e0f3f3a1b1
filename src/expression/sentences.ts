/** What is wrong with an expression, in words. */
import type { Text } from '../locale/text.js';

export const WHOLE_MONTHS: Text = {
  en: 'months and years are counted whole; write days for a part of one',
  fa: 'ماه و سال تنها عدد صحیح می‌پذیرند؛ برای بخشی از آن روز بنویسید',
};
export const MONTHS_OF_DAYS: Text = {
  en: 'months and years are added to a day, such as created_at + 3 months; compare a length of time with days',
  fa: 'ماه و سال به یک روز افزوده می‌شود، مانند created_at + 3 months؛ طول زمان را با روز بسنجید',
};
export const NO_SNAPSHOT: Text = {
  en: 'no recorded date (created, closed, changed) shows the snapshot date; --as-of DATE says it',
  fa: 'هیچ تاریخ ثبت‌شده‌ای (ایجاد، بسته شدن، تغییر) تاریخ مبنا را نشان نمی‌دهد؛ با --as-of DATE مشخص کنید',
};
export const NO_NUMBER: Text = { en: 'this is no number', fa: 'این عدد نیست' };
export const DAY_ARITHMETIC: Text = {
  en: 'of days one can take days (closed_at - created_at), and add or take a number of days (created_at + 30 days)',
  fa: 'روز را می‌توان از روز کم کرد (closed_at - created_at) یا چند روز به آن افزود یا از آن کاست (created_at + 30 days)',
};
export const UNITS: Text = {
  en: 'money, days and shares do not add up or multiply with one another',
  fa: 'پول، روز و سهم با هم جمع یا ضرب نمی‌شوند',
};
export const TEXT_ORDER: Text = {
  en: 'texts have no order here; <, <=, > and >= compare numbers and days',
  fa: 'متن‌ها ترتیب ندارند؛ <، <=، > و >= عدد و روز را می‌سنجند',
};
export const DIFFERENT_KINDS: Text = {
  en: 'these two cannot be compared: one is a number, the other a day, a text or yes and no',
  fa: 'این دو با هم سنجیدنی نیستند: یکی عدد است و دیگری روز، متن یا بله و خیر',
};
export const PROBABILITY: Text = {
  en: 'probabilities are shares from 0 to 1; write 50% or 0.5',
  fa: 'احتمال سهمی از 0 تا 1 است؛ 50% یا 0.5 بنویسید',
};
export const YES_OR_NO: Text = {
  en: 'the field is yes or no; compare it with yes or no',
  fa: 'این فیلد بله یا خیر است؛ آن را با yes یا no بسنجید',
};
export const NOT_YES_OR_NO: Text = {
  en: 'only fields that are yes or no stand alone; compare this one with something, or write: is not empty',
  fa: 'تنها فیلدهای بله و خیر به‌تنهایی می‌آیند؛ این را با چیزی بسنجید یا is not empty بنویسید',
};
export const TEXT_WANTED: Text = {
  en: 'contains and matches look at texts, and need a text behind them',
  fa: 'contains و matches متن را می‌سنجند و پس از آن‌ها متن می‌آید',
};
export const PERIOD_OF_DAYS: Text = {
  en: 'a period is compared with a day, such as closed_at in 2025-Q3',
  fa: 'دوره با روز سنجیده می‌شود، مانند closed_at in 2025-Q3',
};
export const EMPTY_OF: Text = {
  en: 'only a field or column is empty or not',
  fa: 'تنها فیلد یا ستون خالی است یا نیست',
};
export const LONG_PATTERN: Text = {
  en: 'the pattern is longer than 500 characters',
  fa: 'الگو بلندتر از 500 نویسه است',
};

export function noPeriod(written: string): Text {
  return {
    en: `"${written}" is no period; a period is 2025, 2025-Q3, 2025-09, last-month, last-90-days`,
    fa: `«${written}» دوره نیست؛ دوره یعنی 2025، 2025-Q3، 2025-09، last-month، last-90-days`,
  };
}

export function noCurrency(currency: string): Text {
  return {
    en: `the amounts name no currency, so none of them is in ${currency}; write the number alone, or say --currency ${currency}`,
    fa: `مبلغ‌ها ارز ندارند، پس هیچ‌یک به ${currency} نیست؛ عدد را تنها بنویسید یا --currency ${currency} بگویید`,
  };
}

export function noOutcome(written: string, suggestion: string | null): Text {
  return {
    en: `"${written}" is no outcome; outcomes are won, lost, open and excluded${suggestion === null ? '' : `; did you mean ${suggestion}?`}`,
    fa: `«${written}» نتیجه نیست؛ نتیجه‌ها won، lost، open و excluded‌اند${suggestion === null ? '' : `؛ منظورتان ${suggestion} بود؟`}`,
  };
}

export function notADay(written: string): Text {
  return {
    en: `"${written}" is no day, period or field; days are written 2025-03-31 or 1404-01-11`,
    fa: `«${written}» روز، دوره یا فیلد نیست؛ روز این‌گونه نوشته می‌شود: 2025-03-31 یا 1404-01-11`,
  };
}

export function badPattern(cause: string): Text {
  return { en: `the pattern is no regular expression: ${cause}`, fa: `الگو عبارت منظم درستی نیست: ${cause}` };
}

export const LOOKAROUND: Text = {
  en: 'the pattern looks ahead or behind, as (?=…) does; patterns here take time in proportion to the cell, which that cannot: write a condition beside it, joined by and, or not',
  fa: 'الگو به پس یا پیش نگاه می‌کند، مانند (?=…)؛ الگوهای اینجا به اندازه‌ی طول خانه زمان می‌برند و این شدنی نیست: شرط دیگری کنار آن با and، or یا not بنویسید',
};
export const REFERENCE_BACK: Text = {
  en: 'the pattern refers back to a group, as \\1 does; patterns here take time in proportion to the cell, which that cannot',
  fa: 'الگو به گروهی پیشین برمی‌گردد، مانند \\1؛ الگوهای اینجا به اندازه‌ی طول خانه زمان می‌برند و این شدنی نیست',
};
export const LARGE_PATTERN: Text = {
  en: 'the pattern repeats a part more than 1000 times',
  fa: 'الگو بخشی را بیش از 1000 بار تکرار می‌کند',
};

export function unsupportedPattern(part: string): Text {
  return {
    en: `the pattern uses ${part}, which is not understood here (the syntax of RE2)`,
    fa: `الگو ${part} را به کار می‌برد که اینجا شناخته نیست (نحو RE2)`,
  };
}

export function notANumber(written: string): Text {
  return { en: `"${written}" is a text, and this is a number`, fa: `«${written}» متن است و این عدد` };
}

export const NOTHING: Text = { en: 'the condition is empty', fa: 'شرط خالی است' };
export const TOO_LONG: Text = { en: `longer than 4000 characters`, fa: `بلندتر از 4000 نویسه` };
export const TOO_DEEP: Text = { en: `more than 100 brackets deep`, fa: `بیش از 100 پرانتزِ تودرتو` };
export const A_NAME: Text = { en: 'a field or column is missing here', fa: 'اینجا نام یک فیلد یا ستون کم است' };
export const A_VALUE: Text = { en: 'a value is missing here', fa: 'اینجا یک مقدار کم است' };
export const NOT_A_VALUE: Text = { en: 'this is a condition, not a value', fa: 'این شرط است، نه مقدار' };
export const IS_EMPTY: Text = {
  en: '"is" is followed by empty or not empty',
  fa: 'پس از is، empty یا not empty می‌آید',
};
export const AFTER_NOT: Text = {
  en: '"not" is followed here by in, contains or matches',
  fa: 'پس از not اینجا in، contains یا matches می‌آید',
};
export const LIST_OR_PERIOD: Text = {
  en: '"in" is followed by a list in brackets, such as (North, South), or by a period, such as 2025-Q3',
  fa: 'پس از in فهرستی در پرانتز مانند (North, South) یا دوره‌ای مانند 2025-Q3 می‌آید',
};
export const COMMA_OR_BRACKET: Text = {
  en: 'a comma or the closing bracket of the list is missing here',
  fa: 'اینجا ویرگول یا پرانتز پایانی فهرست کم است',
};
export const CLOSING_BRACKET: Text = { en: 'the closing bracket is missing here', fa: 'اینجا پرانتز پایانی کم است' };
export const CHAIN: Text = {
  en: 'comparisons do not chain; write: 1000 < amount and amount < 5000',
  fa: 'مقایسه‌ها پشت سر هم نمی‌آیند؛ بنویسید: 1000 < amount and amount < 5000',
};

export function leftOver(written: string): Text {
  return {
    en: `"${written}" is not expected here; conditions are joined by and, or; a text of several words needs quotes`,
    fa: `انتظار «${written}» اینجا نمی‌رود؛ شرط‌ها با and و or به هم می‌پیوندند و متنِ چندواژه‌ای گیومه می‌خواهد`,
  };
}

export const BETWEEN: Text = {
  en: '"between" takes two ends: between 1k and 50k',
  fa: 'between دو سر می‌خواهد: between 1k and 50k',
};
export const AGGREGATE_HERE: Text = {
  en: 'this is a figure of many records; here a value of one is asked for (figures of many stand in expect)',
  fa: 'این عددی از چندین رکورد است؛ اینجا مقدار یک رکورد لازم است (عددهای چند رکورد در expect می‌آیند)',
};
export const OUTSIDE_AGGREGATE: Text = {
  en: 'many records have no one value; write avg(…), sum(…), count(…), median(…), min(…), max(…), stddev(…), percentile(…, 95), distinct(…) or share(…)',
  fa: 'چندین رکورد یک مقدار ندارند؛ بنویسید avg(…)، sum(…)، count(…)، median(…)، min(…)، max(…)، stddev(…)، percentile(…, 95)، distinct(…) یا share(…)',
};
export const SHARE_OF: Text = {
  en: 'a share is that of a condition: share(outcome = won)',
  fa: 'سهم از آنِ یک شرط است: share(outcome = won)',
};
export const AGGREGATE_OF: Text = {
  en: 'a field or column is missing in the brackets: avg(amount)',
  fa: 'در پرانتز یک فیلد یا ستون کم است: avg(amount)',
};
export const SUM_OF_DAYS: Text = {
  en: 'days do not add up; min, max, median and percentile of days are days',
  fa: 'روزها جمع نمی‌شوند؛ min، max، median و percentile روزها روزند',
};
export const WHICH_PERCENTILE: Text = {
  en: 'a percentile says which one: percentile(amount, 95)',
  fa: 'صدک باید بگوید کدام: percentile(amount, 95)',
};
