import type { TABLE_WARNINGS as English } from '../en/table-warnings.js';
import type { Spoken } from '../said.js';
import { listed, number, quoted } from './words.js';

interface Value {
  readonly value: string;
  readonly rows: number;
}

const counted = (values: readonly Value[], more: number): string =>
  listed(
    values.map(({ value, rows }) => `«${value}» (${number(rows)})`),
    more,
  );

type Names = Parameters<typeof English.customers_joined>[0]['examples'][number];
function together(customers: readonly Names[], more: number): string {
  const shown = customers.map(
    ({ names, more: others }) => `${quoted(names, ' = ')}${others === 0 ? '' : ` و ${number(others)} نام دیگر`}`,
  );
  return [...shown, ...(more === 0 ? [] : [`و ${number(more)} مورد دیگر`])].join('؛ ');
}

export const TABLE_WARNINGS: Spoken<typeof English> = {
  not_joined: ({ file }) =>
    `${file}: هیچ ستونی از آن چیزی را نام نمی‌برد که معامله‌ها نام می‌برند، پس با آن‌ها پیوند نخورد.`,
  unmatched_join: ({ file, column, deals, values, more }) =>
    `${file}: ${number(deals)} معامله در «${column}» مقداری دارد که در آن نیست: ${listed(
      values.map((value) => `«${value}»`),
      more,
    )}.`,
  unmatched_history: ({ file, changes, deals }) =>
    deals === null
      ? `${file}: ${number(changes)} تغییر مرحله‌ی آن به معامله‌ای نمی‌رسد، چون معامله‌ای داده نشده است.`
      : `${file}: ${number(changes)} تغییر مرحله از معامله‌هایی است که در هیچ فایلی نیستند: ${quoted(deals)}.`,
  ambiguous_history: ({ file, changes, names }) =>
    `${file}: ${number(changes)} تغییر مرحله نام چند معامله را دارد و کنار گذاشته شد: ${quoted(names)}. ستونی با شناسه‌ی معامله آن را روشن می‌کند.`,
  customers_joined: ({ customers, examples, more }) =>
    `${number(customers)} مشتری به چند شکل نوشته شده و یکی شد (بزرگی و کوچکی حروف، فاصله، نشانه‌ها، شکل حروف): ${together(examples, more)}. نام‌هایی با تفاوت بیشتر جدا می‌مانند: kpi check آن‌هایی را که احتمالاً یکی‌اند فهرست می‌کند و customers.merge در تنظیمات یکی‌شان می‌کند.`,
  customers_merged: ({ customers, examples, more }) =>
    `customers.merge از چند نام ${number(customers)} مشتری ساخت: ${together(examples, more)}.`,
  customers_merge_unknown: ({ customers, names, more }) =>
    `customers.merge از ${number(customers)} مشتری نام می‌برد که در هیچ فایلی نیست: ${quoted(names)}${more === 0 ? '' : ` و ${number(more)} مورد دیگر`}.`,
  customers_from_orders: ({ files }) =>
    `شاخص‌های مشتری (مشتریان، مشتریان جدید، حفظ مشتری، خرید مجدد، ارزش طول عمر) از سفارش‌های ${files.join('، ')} است و بقیه از معامله‌ها.`,
  orders_not_checked: ({ files, deals, orders }) =>
    `قاعده‌های کیفیت داده و امتیازشان درباره‌ی ${number(deals)} معامله است؛ ${number(orders)} سفارش در ${files.join('، ')} بررسی نشد (kpi check ${files.join(' ')} آن‌ها را بررسی می‌کند).`,
  assumed_monthly: ({ file, column }) =>
    `${file}: چیزی نمی‌گوید «${column}» برای چه مدتی است و ماهانه گرفته شد (--map subscriptions.arr="${column}" یعنی سالانه، --map subscriptions.mrr="${column}" یعنی ماهانه، و --map subscriptions.interval="…" ستونی را نام می‌برد که آن را می‌گوید).`,
  unknown_interval: ({ file, values, more }) =>
    `${file}: این دوره‌های پرداخت شناخته نشد و مبلغ کنارشان به‌شمار نیامد: ${counted(values, more)}. واژه‌هایی مانند ماهانه، فصلی، سالانه یا «3 months» فهمیده می‌شود.`,
  unknown_subscription_status: ({ file, first, values, more }) =>
    `${file}: معنای این وضعیت‌ها شناخته نشد و تنها روزهای شروع و پایان تعیین می‌کنند: ${counted(values, more)}. با --stage "${first}=open" در جریان، "=lost" پایان‌یافته و "=excluded" کنارگذاشته می‌شود.`,
  running_past_end: ({ file, column, rows }) =>
    `${file}: وضعیت ${number(rows)} سطر می‌گوید در جریان است ولی آخرین روزش گذشته است؛ پایان‌یافته در همان روز به‌شمار آمد. اگر «${column}» تنها پایان دوره‌ی پرداخت‌شده است، با --ignore "${column}" در جریان می‌ماند.`,
  price_not_per_seat: ({ file, price, seats }) =>
    `${file}: «${price}» قیمت همه‌ی اشتراک گرفته شد؛ اگر قیمت هر کاربر است، --map subscriptions.unit_price="${price}" آن را در «${seats}» ضرب می‌کند.`,
};
