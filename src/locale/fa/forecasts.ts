import type { FORECASTS as English, Rule, WithoutStages } from '../en/forecasts.js';
import type { Spoken } from '../said.js';

const RULES: { readonly [R in Rule]: string } = {
  last_period: 'ماه پیش از آن',
  mean_of_three: 'میانگین سه ماه پیش از آن',
  same_month_last_quarter: 'همان ماه در فصل پیش',
  same_month_last_year: 'همان ماه در سال پیش',
};

const WITHOUT_STAGES: Readonly<Record<WithoutStages, string>> = {
  no_stage_history: 'هیچ تاریخچه‌ای نمی‌گوید معامله‌ها کی به مرحله‌هایشان رسیدند، پس ارزش مرحله در یک روز گذشته معلوم نیست',
  few_stages_told:
    'تاریخچه مرحله‌ی کمتر از ۸۰٪ معامله‌های باز را می‌گوید، یا هیچ ماهی به اندازه‌ی کافی گذشته نیست که آن را بگوید',
  stages_do_not_help: 'در گذشته‌ی این فایل‌ها احتمال‌های تنها بر پایه‌ی سن بهتر بودند',
};

export const FORECASTS: Spoken<typeof English> = {
  forecast_beats: ({ rule, error, ruleError, months }, { ratio, count }) =>
    `این پیش‌بینی، که برای ${count(months)} ماه گذشته از نو ساخته شد، به اندازه‌ی ${ratio(error)} از ارزش معامله‌های برنده خطا داشت (میانگین یک ماه و سه ماه پیشِ رو)؛ بهترین قاعده‌ی ساده (${RULES[rule]}) ${ratio(ruleError)}.`,
  forecast_does_not_beat: ({ rule, error, ruleError, months }, { ratio, count }) =>
    `مدل روی این فایل‌ها از یک قاعده‌ی ساده بهتر نیست: در ${count(months)} ماه گذشته به اندازه‌ی ${ratio(error)} از ارزش معامله‌های برنده خطا داشت (میانگین یک ماه و سه ماه پیشِ رو) و ${RULES[rule]} ${ratio(ruleError)}. آنچه در زیر آمده همان قاعده است.`,
  forecast_untested: () =>
    'نمی‌توان گفت این پیش‌بینی چقدر خوب است: فایل‌ها آن‌قدر به گذشته نمی‌رسند که برای ماه‌های گذشته از نو ساخته شود.',
  forecast_by_age: ({ won, deals }, { count }) =>
    `احتمال هر معامله‌ی باز همان است که معامله‌های بازِ هم‌سن آن داشته‌اند: ${count(deals)} معامله که ${count(won)} تای آن‌ها برده شد؛ آنچه فایل‌ها نمی‌گویند (گفت‌وگو چگونه پیش رفت) در آن نیست`,
  forecast_by_stage: () =>
    'مرحله در کنار سن به‌شمار می‌آید: به هر معامله بیشتر یا کمتر داده می‌شود، به همان اندازه که معامله‌هایی که در آغاز ماه‌های گذشته در مرحله‌ی آن بودند بیشتر یا کمتر از هم‌سن‌هایشان برده شدند',
  forecast_stage_brier: ({ byStage, byAge }, { decimal }) =>
    `احتمال برد در یک فصل، از نو ساخته‌شده برای روزهای گذشته: امتیاز بریر ${decimal(byStage, 3)} با مرحله و سن، و ${decimal(byAge, 3)} تنها با سن (۰ = همیشه درست)`,
  forecast_without_stages: ({ why }) => `مرحله‌ی معامله احتمال آن را عوض نمی‌کند: ${WITHOUT_STAGES[why]}`,
  forecast_own_amounts: () => 'معامله‌های باز با مبلغ خودشان به‌شمار می‌آیند',
  forecast_usual_amounts: ({ amount, currency }, { money }) =>
    `همه‌ی گونه‌های معامله (برنده، ازدست‌رفته، باز) تقریباً سراسر مبلغ ندارند، مانند وقتی که مبلغ هنگام بسته شدن وارد می‌شود، پس هر معامله‌ی باز به اندازه‌ی میانگین برده‌های اخیر به‌شمار می‌آید: ${money(amount, currency)}`,
  forecast_unpriced: ({ deals, value, currency }, { count, money }) =>
    `${count(deals)} معامله‌ی باز مبلغی ندارد که به‌شمار آید؛ ${money(value, currency)} از پیش‌بینی بر پایه‌ی مبلغ معمول چنین معامله‌هایی است`,
  forecast_by_product: ({ wins }, { decimal }) =>
    `معامله‌ی باز بی‌مبلغی که محصولش معلوم است به اندازه‌ی میانگین معامله‌های برنده‌ی همان محصول به‌شمار می‌آید، که با وزن ${decimal(wins, 2)} برد به سوی میانگین همه کشیده شده است`,
  forecast_undated_open: ({ deals }, { count }) => `${count(deals)} معامله‌ی باز تاریخ ایجاد ندارد و در پیش‌بینی نیست`,
  forecast_bounds: ({ low, high, usual, undated, currency }, { count, money }) => {
    const value = (amount: number): string =>
      currency === undefined ? count(Math.round(amount)) : money(amount, currency);
    const dated = `برد هر ${count(undated)} معامله‌ی بازِ بدون تاریخ ایجاد`;
    if (!usual) return `کل پیش‌بینی چنان‌که هست ${value(low)} و با ${dated} ${value(high)} است`;
    const most = `همین‌ها به مبلغی که از هر ده برد یکی بیش از آن است${undated > 0 ? ` و ${dated}` : ''}`;
    return `کل پیش‌بینی بدون آنچه بر مبلغ معمول تکیه دارد ${value(low)} و با ${most} ${value(high)} است`;
  },
  forecast_undated_won: ({ deals }, { count }) =>
    `${count(deals)} معامله‌ی برنده تاریخ بسته شدن ندارد: در هیچ ماهی نیست، پس پیش‌بینی به اندازه‌ی مانندهای آن‌ها کم است`,
  forecast_undated_lost: ({ deals }, { count }) =>
    `${count(deals)} معامله‌ی ازدست‌رفته تاریخ بسته شدن ندارد و در سن معمول ازدست‌رفته گرفته شده است`,
  forecast_created_at_closing: ({ deals }, { count }) =>
    `${count(deals)} معامله‌ی بسته‌شده تاریخ ایجادی پیش از بسته شدن ندارد و کسب‌وکار تازه‌ی همان روز به‌شمار می‌آید`,
  forecast_cut_file: ({ day: from }, { day }) =>
    `فایل‌ها آنچه را پیش از ${day(from)} بسته شده ندارند؛ معامله‌های قدیمی‌تر تنها از آن روز به‌شمار می‌آیند`,
  forecast_quarter_rhythm: ({ factors }, { decimal, list }) =>
    `برده‌های ماه اول، دوم و سوم فصل: ${list(factors.map((factor) => decimal(factor, 2)))} برابر معمول`,
  forecast_growth: ({ growth }, { relative }) =>
    `معامله‌های تازه ماهی ${relative(growth)} تغییر می‌کند و فرض شده که این تغییر کند می‌شود`,
  forecast_new_business: () =>
    'کسب‌وکار تازه آن است که معامله‌های ایجادشده از اکنون به بعد می‌آورند، به شمار و خوبی این اواخر؛ هر مسئول یا محصول به اندازه‌ی سهمش از برده‌های سال گذشته از آن دارد',
  forecast_corrected: ({ level, width }, { decimal }) =>
    `با خطاهای گذشته‌ی خودش اصلاح شد: سطح × ${decimal(level, 2)}، پهنای بازه‌ها × ${decimal(width, 2)}`,
  forecast_of_wins: () => 'هیچ معامله‌ی برنده‌ای مبلغ ندارد، پس معامله‌ها شمرده شده‌اند نه پول',
};
