import type { RUN_WARNINGS as English } from '../en/run-warnings.js';
import type { Spoken } from '../said.js';
import type { Wording } from '../wording.js';
import { listed } from './words.js';

type Missed = Parameters<typeof English.value_not_there>[0];
type Fit = Parameters<typeof English.nothing_fits>[0];

function nobody({ name, value, near }: Missed): string {
  return `${name} در هیچ معامله‌ای «${value}» نیست.${near === null ? '' : ` منظورتان «${near}» بود؟`}`;
}

function holds({ name, values, more }: Fit['missed'][number], { count }: Wording): string {
  if (values.length === 0) return `${name} همه‌جا خالی است.`;
  return `مقدارها: ${listed(
    values.map(({ value, deals }) => `«${value}» (${count(deals)})`),
    more,
  )}.`;
}

function reach({ name, from, to }: Fit['reaches'][number], { day, rounded }: Wording): string {
  const [first, last] = [from, to].map((end) => (typeof end === 'string' ? day(end) : rounded(end, 4)));
  return `${name} از ${first} تا ${last} است.`;
}

export const RUN_WARNINGS: Spoken<typeof English> = {
  target_without_period: ({ targets, more }) =>
    `این هدف‌ها برای هر فصل، ماه یا مانند آن‌اند و بی --period معلوم نیست برای چند تا: ${listed(targets, more)}. به آن‌ها نگاه نشد.`,
  relative_period: ({ asked, today, dataEnd }, { day }) =>
    `--period ${asked} از امروز (${day(today)}) شمرده شد و داده‌ها در ${day(dataEnd)} پایان می‌یابد؛ با --as-of ${dataEnd} از آنجا شمرده می‌شود.`,
  isolated_dates: ({ days, more }, { day }) =>
    `تاریخ‌های بسیار دیرتر از بقیه (${listed(days.map(day), more)}) مبنای تاریخ گزارش نشد؛ با --as-of مشخص کنید.`,
  future_dates: ({ dates, taken }, { count, day }) =>
    taken === null
      ? `${count(dates)} تاریخ ثبت‌شده پس از امروز است و مبنای تاریخ گزارش نشد؛ با --as-of مشخص کنید.`
      : `${count(dates)} تاریخ ثبت‌شده پس از امروز است که برای اشتباه زیاد است؛ تاریخ مبنا فقط از داده‌ها گرفته شد: ${day(taken)} (داده‌ی نمایشی یا ساعت نادرست). با --as-of مشخص کنید.`,
  stale_data: ({ period, on, asOf, sameDays }, words) => {
    const { day } = words;
    if (period === 'begins') {
      return `دوره در ${day(on)} آغاز می‌شود، پس از تاریخ داده‌ها (${day(asOf)}): داده‌ها چیزی از آن نمی‌گویند.`;
    }
    const same = sameDays === null ? '' : ` با همان روزها سنجیده شده است: ${words.period(sameDays)}.`;
    return `دوره در ${day(on)} پایان می‌یابد، پس از تاریخ داده‌ها (${day(asOf)}): روزهای آخر آن در داده‌ها نیست.${same}`;
  },
  as_of_before_data: ({ dataEnd, asOf }, { day }) =>
    `داده‌ها تا ${day(dataEnd)} ادامه دارد؛ معامله‌هایی که پس از ${day(asOf)} بسته شده‌اند در آن تاریخ باز به‌شمار می‌آیند، اما شمارش‌های همه‌ی زمان‌ها آن‌ها را در بر دارد.`,
  converted: ({ to, rates }) =>
    `مبلغ‌ها با نرخ‌های داده‌شده به ${to} تبدیل شدند: ${rates.map(({ currency, low, high }) => `${currency} ${low === high ? low : `${low}–${high}`}`).join('، ')}.`,
  without_rate: ({ currencies }, { count }) =>
    `مبلغ‌هایی که برای ارز و روزشان نرخی نیست همان‌گونه می‌مانند و جمع زده نمی‌شوند: ${currencies.map(({ currency, amounts }) => `${currency} (${count(amounts)})`).join('، ')}.`,
  value_not_there: (missed) => `--where: ${nobody(missed)}`,
  nothing_fits: ({ missed, reaches, counted, today }, words) =>
    [
      'هیچ معامله‌ای با شرط --where نمی‌خواند، پس چیزی برای شمردن نیست.',
      ...missed.map((one) => nobody(one) + (one.near === null ? ` ${holds(one, words)}` : '')),
      ...reaches.map((one) => reach(one, words)),
      ...counted.map(
        (word) =>
          `${word} ${word === 'today' ? 'همان روز اجراست' : 'از روز اجرا شمرده شد'}، ${words.day(today)}؛ با --as-of روز دیگری بگویید.`,
      ),
    ].join(' '),
};
