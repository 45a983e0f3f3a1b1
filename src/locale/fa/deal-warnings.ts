import type { DEAL_WARNINGS as English } from '../en/deal-warnings.js';
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

const RULES = {
  modified: 'آخرین ویرایش شمرده شد',
  closed: 'بسته‌شده پیش از باز شمرده شد',
  closing: 'آخرین تاریخ بسته شدن شمرده شد',
  activity: 'آخرین تغییر مرحله یا فعالیت شمرده شد',
  created: 'آخرین تاریخ ایجاد شمرده شد',
  file: 'فایلی که پس از دیگری آمده شمرده شد',
  amount: 'چیزی تازه‌تر را نشان نمی‌دهد و مبلغ بزرگ‌تر شمرده شد',
  content: 'چیزی تازه‌تر را نشان نمی‌دهد و یکی شمرده شد، با هر ترتیبی از سطرها همان',
  equal: 'در همه‌ی فیلدها یکسان',
} as const;

export const DEAL_WARNINGS: Spoken<typeof English> = {
  unknown_outcome: ({ deals, closed, stages, more, hasStages, blank }) => {
    const asks = stages.length > 0 || blank === 0;
    return [
      `نتیجه‌ی ${number(deals)} معامله از هیچ چیز فایل روشن نیست (نه برنده، نه ازدست‌رفته و نه باز) و در هیچ شاخصی نیامد${closed === 0 ? '' : ` (${number(closed)} تای آن بسته است، اما معلوم نیست چگونه)`}.`,
      ...(stages.length === 0 ? [] : [`مرحله‌های ناشناخته: ${counted(stages, more)}.`]),
      ...(asks
        ? [`با ${hasStages ? '--stage "نام=won|lost|open|excluded"' : '--map stage="نام ستون"'} مشخص کنید.`]
        : []),
      ...(blank === 0 ? [] : [`${number(blank)} سطر مرحله‌ای ندارد: با --stage "(blank)=open" بگویید چیست.`]),
    ].join(' ');
  },
  assumed_open: ({ file, rows, stages, more }) =>
    `${file}: ${number(rows)} سطر در مرحله‌هایی با نام‌های دیگر باز به‌شمار آمد، چون در نامشان چیزی از پایان معامله نیست: ${counted(stages, more)} (با --stage "نام=won|lost|open|excluded" روشن می‌شود).`,
  other_status: ({ file, column }) =>
    `${file}: ستون «${column}» هرگز برنده نمی‌گوید و درباره‌ی معامله‌هایی که مرحله‌شان برنده است چیز دیگری می‌گوید، پس مرحله تعیین کرد (با --ignore "${column}" یکسره کنار گذاشته می‌شود).`,
  set_aside: ({ rows, column, value, what }, { say }) =>
    `${number(rows)} سطر معامله نیست و در هیچ شاخصی نیامد: ستون «${column}» برابر «${value}» است (${say(what)}).`,
  repeating_amounts: ({ column, once, kinds }) => {
    const named = kinds.map(({ value, rows }) => `${number(rows)} ${value}`).join('، ');
    return once === 0 && kinds.length === 1
      ? `همه‌ی مبلغ‌ها تکرارشونده است (ستون «${column}»: ${named})؛ شاخص‌ها از یک نوبت پرداخت است.`
      : `مبلغ‌های تکرارشونده در کنار مبلغ‌های یک‌باره آمده است (ستون «${column}»: ${named}؛ یک‌باره: ${number(once)}) و همان‌گونه جمع می‌شود؛ با --by "${column}" جدا می‌شود.`;
  },
  tomans: ({ amounts }) => `${number(amounts)} مبلغ به تومان، چون هر دو واحد نوشته شده، به ریال (ده برابر) درآمد.`,
  repeated_ids: ({ rows, conflicting, rules }) => {
    const how = rules.map(({ rule, rows: of }) =>
      rules.length === 1 ? RULES[rule] : `${RULES[rule]} (${number(of)})`,
    );
    const said =
      conflicting === 0
        ? 'همه یکسان'
        : `${number(conflicting)} سطر با داده‌های دیگر: ${how.join('؛ ')}؛ با --repeated-ids lines یا all جور دیگر شمرده می‌شود`;
    return `${number(rows)} سطر شناسه‌ی معامله‌ی دیگری را داشت و دوباره شمرده نشد (${said}).`;
  },
  reused_ids: ({ file, ids, deals }) =>
    `${file}: ${number(ids)} شناسه برای چند معامله آمده است (روی هم ${number(deals)} معامله، با مشتری، نتیجه یا تاریخی که یک معامله نمی‌تواند داشته باشد) و هر کدام شمرده شد (--repeated-ids newest از هر شناسه یک سطر می‌شمارد و lines سطرهای یک مشتری و نتیجه را جمع می‌کند).`,
  damaged_ids: ({ ids }) =>
    `${number(ids)} شناسه‌ی معامله در نرم‌افزار صفحه‌گسترده خراب شده است (مانند 4.2E+17، یا صفر پس از رقم پانزدهم)، پس هیچ سطری تکرار سطر دیگری به‌شمار نیامد. دوباره خروجی بگیرید و فایل را به شکل متن باز کنید.`,
  line_items: ({ file, deals, rows, summed, ownDays }) =>
    `${file}: ${number(deals)} معامله در چند سطر آمده است، برای هر قلم کالا یک سطر (${number(rows)} سطر افزون)؛ هر کدام یک بار شمرده شد${summed ? ' و مبلغش جمع قلم‌هاست' : ''}${ownDays ? ' و با نخستین قلم ایجاد و با آخرین قلم بسته شده' : ''}. تفکیک بر پایه‌ی ستون‌های قلم، قلمی با بیشترین مبلغ را می‌گیرد${ownDays ? ' یا آن که آخر بسته شده؛ با --repeated-ids newest یا all جور دیگر شمرده می‌شود' : ''}.`,
  possible_line_items: ({ file, rows, deals, idColumn }) =>
    `${file}: نام معامله، شرکت، تاریخ‌ها و همه چیز ${number(rows)} سطر جز محصول، مبلغ و مخاطب با سطر بالایی یکی است و ستونی برای شناسه‌ی معامله نیست. شاید قلم‌های ${number(deals)} معامله باشد؛ هر کدام یک معامله شمرده شد (${idColumn === null ? 'خروجی دارای شناسه آن را روشن می‌کند' : `--map id="${idColumn}" از هر نام یک معامله می‌سازد`}).`,
  snapshots: ({ files, newest, several, onlyOlder }, { day }) =>
    `${files.map((one) => `${one.file}${one.day === null ? '' : ` (${day(one.day)})`}`).join('، ')} همان معامله‌ها در تاریخ‌های گوناگون‌اند: ${number(several)} معامله در چند فایل آمده است و یک بار، آن‌گونه که در ${newest} است، شمرده شد${onlyOlder === 0 ? '' : `؛ ${number(onlyOlder)} معامله تنها در فایل کهنه‌تر هست و همان‌گونه شمرده شد`}.`,
  group_carried: ({ file, column, cells }) =>
    `${file}: فایل گزارشی گروه‌بندی‌شده است و «${column}» تنها در نخستین سطر هر گروه آمده؛ ${number(cells)} سلول خالی مقدار بالای خود را گرفت.`,
  groups_left_out: ({ file, column, rows }) =>
    `${file}: «${column}» در همه‌ی رکوردها خالی است و ${number(rows)} سطر تنها یک نام دارد؛ اگر نام‌ها مقدار آن ستون‌اند، کنار گذاشته شده‌اند (خروجی‌ای که در هر سطر مقدار دارد آن را روشن می‌کند).`,
  orders_waiting: ({ file, column, rows, values }) =>
    `${file}: ${number(rows)} سطر هنوز پرداخت یا ارسال نشده است (ستون «${column}»: ${quoted(values)}) و فروش به‌شمار آمد.`,
  orders_as_deals: ({ files }) =>
    `${files.join('، ')}: هر سفارش یک معامله‌ی برنده و هر برگشت یک مبلغ منفی به‌شمار آمد؛ از سفارش‌ها چیزی درباره‌ی معامله‌های ازدست‌رفته یا باز دانسته نمی‌شود.`,
};
