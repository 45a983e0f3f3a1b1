import { currencyName } from '../currencies.js';
import { WATERFALL_STEPS } from '../deal-changes.js';
import type * as EN from '../en/snapshot-changes.js';
import type { Spoken } from '../said.js';
import type { Wording } from '../wording.js';
import { listed } from './words.js';

type Args<C extends keyof typeof EN.SNAPSHOT_CHANGES> = Parameters<(typeof EN.SNAPSHOT_CHANGES)[C]>[0];
type Stepped = Args<'largest_steps'>['steps'][number];
type Named = Args<'pipelines_gone'>['pipelines'][number];

function span({ from, to }: EN.Span, { day }: Wording): string {
  if (from === null || to === null) return 'از خروجی قبلی تا خروجی تازه';
  return from === to ? `میان دو خروجی ${day(from)}` : `از ${day(from)} تا ${day(to)}`;
}

function deals(n: number, { count }: Wording): string {
  return `${count(n)} معامله`;
}

function openPipeline(period: string | null, wording: Wording): string {
  return period === null ? 'پایپ‌لاین باز' : `پایپ‌لاین باز با موعد ${wording.period(period)}`;
}

function stepped({ step, amount, deals: n }: Stepped, wording: Wording): string {
  const name = WATERFALL_STEPS[step].fa;
  if (amount === null) return `${name} ${deals(n, wording)}`;
  return `${name} ${(amount > 0 ? '+' : '') + wording.compact(amount, null)} (${deals(n, wording)})`;
}

function named(all: readonly Named[], more: number, wording: Wording): string {
  return listed(
    all.map(({ name, deals: n }) => `${name} (${deals(n, wording)})`),
    more,
  );
}

export const SNAPSHOT_CHANGES: Spoken<typeof EN.SNAPSHOT_CHANGES> = {
  open_pipeline_moved: (args, wording) => {
    const { amount, currency, deals: n, period } = args;
    const { compact, relative, count } = wording;
    const what = `${span(args, wording)} ${openPipeline(period, wording)}`;
    const numbers =
      n.before === n.after ? `هر دو بار ${deals(n.after, wording)}` : `${count(n.before)} ← ${deals(n.after, wording)}`;
    if (amount === null) {
      const way = n.after > n.before ? 'بزرگ‌تر شد' : n.after < n.before ? 'کوچک‌تر شد' : 'به همان اندازه ماند';
      return `${what} ${way}: ${numbers}.`;
    }
    const { before, after } = amount;
    if (before === after) return `${what} در ${compact(after, currency)} ماند: ${numbers}.`;
    const change = before > 0 ? ` (${relative(after / before - 1)})` : '';
    const way = after > before ? 'افزایش' : 'کاهش';
    const from =
      compact(before, null) === compact(after, null)
        ? `با ${compact(Math.abs(after - before), null)} ${way}`
        : `از ${compact(before, null)}`;
    return `${what} ${from} به ${compact(after, currency)} ${from.startsWith('با') ? 'رسید' : `${way} یافت`}${change}: ${numbers}.`;
  },
  largest_steps: ({ steps, currency }, wording) =>
    `${currency === null ? 'بزرگ‌ترین گام‌ها' : `بزرگ‌ترین گام‌ها به ${currencyName(currency, 'fa')}`}: ${wording.list(steps.map((one) => stepped(one, wording)))}.`,
  nothing_changed: ({ deals: n, ...days }, wording) =>
    `${span(days, wording)} در ${deals(n, wording)} که در هر دو خروجی هست چیزی تغییر نکرد.`,
  close_dates_moved: ({ slipped, of, medianDays, pulledIn }, wording) => {
    const { count, days } = wording;
    const by =
      medianDays === null
        ? ''
        : slipped === 1
          ? `، ${days(medianDays)}`
          : `، نیمی از آن‌ها ${days(medianDays)} یا بیشتر`;
    const moves = [
      ...(slipped > 0 ? [`${count(slipped)} معامله عقب افتاد${by}`] : []),
      ...(pulledIn > 0 ? [`${count(pulledIn)} معامله جلو آمد`] : []),
    ];
    return `از ${deals(of, wording)} که هر دو بار باز بود ${moves.join('؛ ')}.`;
  },
  nothing_in_common: ({ smaller }, wording) =>
    `دو خروجی هیچ معامله‌ی مشترکی ندارند: هیچ‌یک از ${deals(smaller, wording)} خروجی کوچک‌تر در دیگری نیست. از دو پایپ‌لاین متفاوت‌اند یا شناسه‌هایشان متفاوت است؛ آنچه اینجا تازه و ناپدیدشده آمده تغییر نیست.`,
  hardly_in_common: ({ common, smaller }, wording) =>
    `دو خروجی تقریباً معامله‌ی مشترکی ندارند: ${wording.count(common)} از ${deals(smaller, wording)} خروجی کوچک‌تر. اگر از دو پایپ‌لاین متفاوت‌اند، آنچه اینجا تازه و ناپدیدشده آمده تغییر نیست.`,
  outside_condition: ({ vanished, appeared }, { count }) =>
    `شرط --where در هر خروجی جداگانه سنجیده می‌شود: ${count(vanished)} معامله‌ی ناپدیدشده و ${count(appeared)} معامله‌ی تازه در هر دو فایل هستند و شرط تنها در یکی درباره‌شان برقرار است.`,
  open_without_amount: ({ before, after }, { count }) =>
    `معامله‌های باز بدون مبلغ ${count(0)} به‌شمار می‌آیند: ${count(before)} در خروجی قبلی، ${count(after)} در خروجی تازه.`,
  ids_used_again: ({ ids }, { count }) =>
    `${count(ids)} شناسه در خروجی تازه معامله‌ی دیگری است (نام، شرکت و روز ایجاد همه فرق دارند): معامله‌ی قدیمی ناپدیدشده و دیگری تازه به‌شمار می‌آید.`,
  matched_by_name: ({ deals: n, all }, wording) =>
    all
      ? `دو خروجی شناسه‌ی مشترکی ندارند: ${deals(n, wording)} با نام و شرکت، و جایی که هر دو می‌گویند با روز ایجاد، تطبیق داده شد.`
      : `${deals(n, wording)} که در یک سو شناسه نداشت با نام و شرکت تطبیق داده شد.`,
  ambiguous_deals: ({ deals: n }, wording) =>
    `${deals(n, wording)} نام یا شناسه‌ای دارد که چند معامله دارند و چیزی نمی‌گوید کدام کدام است: ناپدیدشده و تازه به‌شمار می‌آید.`,
  pipelines_gone: ({ pipelines, more }, wording) =>
    `خروجی تازه هیچ معامله‌ای از ${named(pipelines, more, wording)} ندارد: این معامله‌های باز ناپدید شده‌اند چون پایپ‌لاینشان در فایل نیست.`,
  pipelines_appeared: ({ pipelines, more }, wording) =>
    `خروجی قبلی هیچ معامله‌ای از ${named(pipelines, more, wording)} ندارد: این معامله‌های باز تازه‌اند چون پایپ‌لاینشان در فایل نبود.`,
  stages_read_differently: ({ stages, more }, wording) =>
    `معنای هر مرحله از هر فایل جداگانه خوانده می‌شود و این‌ها تنها در یک خروجی باز به‌شمار می‌آید: ${named(stages, more, wording)}. معامله‌هایشان تغییر نکرده است؛ ‎--stage "NAME=won|lost|open|excluded" روشنش می‌کند.`,
  left_out_before: ({ deals: n, day }, wording) =>
    `${deals(n, wording)} که تنها خروجی تازه دارد پیش از ${wording.day(day)}، روز خروجی قبلی، ایجاد شده است: آن خروجی کنارش گذاشته بود و کسب‌وکار تازه نیست.`,
  closed_backdated: ({ deals: n, day }, wording) =>
    `${deals(n, wording)} که در خروجی ${wording.day(day)} هنوز باز بود از آن پس با روزی پیش‌تر بسته شده است: بسته شدن دیر ثبت شد.`,
  groups_are_newest: ({ deals: n }, wording) =>
    `هر معامله در هر دو سو در گروهی است که آخرین خروجی آن می‌گوید تا هر گروه جمع شود؛ گروه ${deals(n, wording)} عوض شد.`,
};
