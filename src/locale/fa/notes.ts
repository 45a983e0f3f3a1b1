import { type NOTES as English, humpDecimals } from '../en/notes.js';
import type { Spoken } from '../said.js';

export const NOTES: Spoken<typeof English> = {
  priced: ({ priced, of }, { count }) => `${count(priced)} از ${count(of)} معامله مبلغ دارد`,
  priced_won_lost: ({ won, lost }, { count }) =>
    `${count(won.priced)} از ${count(won.of)} برنده و ${count(lost.priced)} از ${count(lost.of)} ازدست‌رفته مبلغ دارد`,
  priced_customers: ({ priced, of }, { count }) => `${count(priced)} از ${count(of)} مشتری معامله‌ی دارای مبلغ دارند`,
  weighted: ({ weighted, of }, { count }) => `${count(weighted)} از ${count(of)} معامله‌ی باز وزن داده شد`,
  two_humps: ({ near, mean, lower, upper }, { count, rounded }) => {
    const [low, low2, high, high2] = [lower.from, lower.to, upper.from, upper.to].map((value) =>
      rounded(value, humpDecimals(mean)),
    );
    const only = near === 0 ? 'هیچ‌یک' : `فقط ${rounded(100 * near, 0)}٪`;
    return (
      `میانگین تقریباً هیچ رکوردی را وصف نمی‌کند: ${only} از مقدارها تا ۲۰٪ به آن نزدیک است؛ ` +
      `${count(lower.n)} مقدار کوچک‌تر است (نیمی از آن‌ها میان ${low} و ${low2}) و ` +
      `${count(upper.n)} مقدار بزرگ‌تر (نیمی از آن‌ها میان ${high} و ${high2})؛ به میانه و چندک‌ها نگاه کنید`
    );
  },
  overwritten_at_closing: () =>
    'برخی از معامله‌های باز آن روز بعداً بسته شده‌اند و بسته شدن آنچه را آن روز دانسته بود بازنویسی کرده است',
  few_customers: () => 'ده مشتری یا کمتر ناگزیر ۱۰۰٪ می‌سازند؛ به hhi و gini نگاه کنید',
  provisional: () => 'موقت: هنوز کمتر از ۸۰٪ این معامله‌ها برنده یا ازدست‌رفته‌اند',
  curve_end: ({ days, open }, words) =>
    open === 0
      ? `تا ${words.days(days)} پس از ایجاد همه‌ی معامله‌ها بسته شده‌اند`
      : `تا ${words.days(days)} پس از ایجاد معلوم است؛ در آن هنگام ${words.ratio(open)} معامله‌ها هنوز بازند`,
  closings_begin: ({ day }, words) =>
    `بسته شدن‌ها در این فایل از ${words.day(day)} آغاز می‌شود، دیر نسبت به معامله‌هایش (خروجی بر اساس تاریخ بسته شدن؟): معامله‌های پیش از آن از سنی که آن روز داشتند حساب شده‌اند`,
  none_open: () =>
    'هیچ‌یک از این معامله‌ها باز نیست: اگر فایل معامله‌های باز را نداشته باشد، معامله‌ها دیرتر از آنچه نشان می‌دهد بسته می‌شوند',
  median_open_end: ({ low }, { days }) =>
    `میانه به احتمال زیاد ${days(low)} یا بیشتر است؛ چقدر بیشتر، داده‌ها نشان نمی‌دهند`,
  owners_as_of_now: ({ of }) =>
    of === 'ranking'
      ? 'مسئولان همان‌هایی‌اند که فایل اکنون نام می‌برد'
      : 'شاخص‌های معامله‌های باز به تفکیک مسئولانی است که فایل اکنون نام می‌برد',
  intervals_of_first_groups: ({ under, groups }, { count }) =>
    `بازه‌ی میانگینِ کمتر از ${count(under)} مقدار تنها برای ${count(groups)} گروه نخست داده شده است`,
  stages_as_of_snapshot: () =>
    'شاخص‌های معامله‌های باز به تفکیک مرحله‌ی روز گزارش است و دیگر شاخص‌ها به تفکیک مرحله‌ی کنونی فایل',
  outcomes_as_of_snapshot: () => 'شاخص‌های معامله‌های باز به تفکیک نتیجه‌ی روز گزارش است: همه آن روز باز بودند',
  period_not_over: () => 'دوره تمام نشده است و با دوره‌ای بلندتر مقایسه می‌شود',
  not_representative: () => 'کمتر از ۶۰٪ معامله‌های ازدست‌رفته دلیل دارند، پس دلیل‌های گفته‌شده نماینده‌ی همه نیستند',
  probability_by_stage: () => 'احتمال‌ها از مرحله‌هایی است که معامله‌های برنده و ازدست‌رفته گذرانده‌اند، نه از فایل',
  quota_without_deals: ({ owners }, { list }) => `هیچ معامله‌ای از این صاحبان سهمیه نیست: ${list(owners)}`,
  could_be: ({ columns, option }) => `شاید ${columns.map((column) => `«${column}»`).join(' یا ')} باشد (${option})`,
  leads_without_outcome: ({ leads }, { count }) => `${count(leads)} سرنخ نمی‌گوید که تبدیل شده است یا نه`,
  leads_undated: ({ leads }, { count }) => `${count(leads)} سرنخ تاریخ ایجاد ندارد`,
  from_orders: () => 'از سفارش‌ها، نه از معامله‌ها',
  from_customers: () => 'از روزهای شروع و پایان فایل مشتریان؛ روز پایان هنوز از روزهای مشتری است',
  from_subscriptions: () => 'از روزهای شروع و پایان اشتراک‌های پولی؛ روز پایان هنوز از روزهای مشتری است',
  customers_undated: ({ customers }, { count }) =>
    `${count(customers)} مشتری بی‌تاریخ شروع، در هیچ روزی فعال به‌شمار نیامد`,
  customers_ended_undated: ({ customers }, { count }) =>
    `${count(customers)} مشتری در روزی نامعلوم پایان یافته و در هیچ روزی فعال به‌شمار نیامد`,
  nobody_ended_in_file: ({ of }) =>
    of === 'customers'
      ? 'در فایل هیچ‌کس پایان نیافته است؛ اگر فایل تنها مشتریان مانده را دارد، این عدد بیش از واقعیت است'
      : 'هیچ اشتراکی در فایل پایان نیافته است؛ اگر فایل تنها اشتراک‌های جاری را دارد، این عدد بیش از واقعیت است',
  last_day_counts: () =>
    'اشتراک تا پایان آخرین روزش برقرار است؛ اشتراکی که روز پیش از دوره پایان یافته در آغاز آن نیست',
  mrr_movements: ({ start, fresh, expansion, reactivation, contraction, churned }, { rounded }) => {
    const [first, ...parts] = [start, fresh, expansion, reactivation, contraction, churned].map((n) => rounded(n, 2));
    return `${first} در آغاز + ${parts[0]} تازه + ${parts[1]} افزایش + ${parts[2]} بازگشت − ${parts[3]} کاهش − ${parts[4]} ریزش`;
  },
  margin: ({ margin }, { rounded }) => `با حاشیه‌ی سود ${rounded(margin * 100, 1)}٪`,
  revenue: () => 'فروش است نه سود: clv.margin در تنظیمات داده نشده است',
  lifetime_horizon: ({ months, rate, assumed }, { count, rounded }) =>
    `خریدهای ${count(months)} ماه آینده با نرخ تنزیل سالانه‌ی ${rounded(rate * 100, 1)}٪${assumed ? ' (فرض‌شده، چون clv.discountRate داده نشده است)' : ''}؛ بازه‌ی اطمینان از مقدار مورد انتظار است، نه از آنچه یک مشتری خواهد کرد`,
  alive_by_construction: ({ customers }, { count }) =>
    `${count(customers)} مشتری یک بار خریده‌اند: مدل همه‌ی آن‌ها را هنوز خریدار می‌گیرد، پس احتمال ماندن برایشان نشان داده نمی‌شود`,
  at_risk_rule: ({ share, from, under, fall, days }, { count, rounded }) =>
    `در آستانه‌ی رفتن: میان ${rounded(share * 100, 0)}٪ مشتریانی که بیشترین خرید را کرده‌اند، آن‌ها که دست‌کم دو بار خریده‌اند و احتمال ماندنشان از ${rounded(from, 2)} تا کمتر از ${rounded(under, 2)} است، یا در ${count(days)} روز بی‌خرید بیش از ${rounded(fall, 2)} افت کرده است`,
  spending_correlated: ({ correlation }, { rounded }) =>
    `دفعات خرید و مبلغ خرید مشتریان با هم تغییر می‌کنند (همبستگی ${rounded(correlation, 2)}) و مدل آن‌ها را مستقل می‌گیرد: ارزش خریداران پرتکرار نادقیق است`,
  lifespan_from_churn: ({ years }, { rounded }) =>
    `با طول عمر ${rounded(years, 1)} سال، برگرفته از نرخ ریزش، اگر ریزش همین بماند`,
};
