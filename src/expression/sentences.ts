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

export function notANumber(written: string): Text {
  return { en: `"${written}" is a text, and this is a number`, fa: `«${written}» متن است و این عدد` };
}
