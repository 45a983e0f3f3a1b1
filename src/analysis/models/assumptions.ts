/** Assumptions that several models share. */
import type { Assumption } from './definition.js';

export const SAME_SPEED = {
  id: 'same_speed',
  text: {
    en: 'Deals created lately close as quickly as those created earlier did.',
    fa: 'معامله‌هایی که تازه ایجاد شده‌اند به همان تندی بسته می‌شوند که معامله‌های پیش از آن‌ها بسته شدند.',
  },
  otherwise: {
    en: 'If selling has become slower or faster, old and new deals stand mixed in one curve, and it fits neither.',
    fa: 'اگر فروش کندتر یا تندتر شده باشد، معامله‌های کهنه و نو در یک منحنی درهم می‌آمیزند و منحنی به هیچ‌کدام نمی‌خورد.',
  },
} as const satisfies Assumption;

export const SAME_WINS = {
  id: 'same_wins',
  text: {
    en: 'Of the deals created lately the same share comes to be won as of those created earlier.',
    fa: 'از معامله‌هایی که تازه ایجاد شده‌اند همان سهمی برنده می‌شود که از معامله‌های پیش از آن‌ها شد.',
  },
  otherwise: {
    en: 'If leads have become better or worse, the chances of the open deals are those of another time.',
    fa: 'اگر سرنخ‌ها بهتر یا بدتر شده باشند، احتمال برد معامله‌های باز از آنِ زمان دیگری است.',
  },
} as const satisfies Assumption;

export const REALLY_OPEN = {
  id: 'really_open',
  text: {
    en: 'What the file calls open is still being sold: hardly any open deal is older than every deal that ever closed.',
    fa: 'آنچه فایل باز می‌خواند هنوز در دست فروش است: تقریباً هیچ معامله‌ی بازی از همه‌ی معامله‌هایی که تاکنون بسته شده‌اند کهنه‌تر نیست.',
  },
  otherwise: {
    en: 'Dead deals that nobody closed make closing look slower and winning rarer than it is.',
    fa: 'معامله‌های مرده‌ای که کسی نبسته است بستن را کندتر و بردن را کمیاب‌تر از آنچه هست نشان می‌دهند.',
  },
} as const satisfies Assumption;

export const WHOLE_HISTORY = {
  id: 'whole_history',
  text: {
    en: 'The file has the quick deals of the past too, not only what closed after a certain day.',
    fa: 'فایل معامله‌های تند گذشته را هم دارد، نه تنها آنچه پس از روز معینی بسته شده است.',
  },
  otherwise: {
    en: 'An export by close date lacks the deals that were created before and closed quickly. Where that is seen, older deals count only from the age that they had on the first day of closings.',
    fa: 'خروجی بر پایه‌ی تاریخ بسته شدن معامله‌هایی را ندارد که پیش از آن ایجاد و زود بسته شده‌اند. آنجا که چنین چیزی دیده شود، معامله‌های کهنه‌تر تنها از سنی شمرده می‌شوند که در نخستین روز بسته شدن‌ها داشتند.',
  },
} as const satisfies Assumption;

export const TRUE_DATES = {
  id: 'true_dates',
  text: {
    en: 'A deal is closed in the CRM on the day it is decided: there is no day on which a great many were closed at once.',
    fa: 'معامله در همان روزی که تکلیفش روشن می‌شود در CRM بسته می‌شود: روزی نیست که در آن انبوهی یکجا بسته شده باشند.',
  },
  otherwise: {
    en: 'After a clean-up the dates tell when somebody tidied up, and the losses of that day look slower than they were.',
    fa: 'پس از پاک‌سازی، تاریخ‌ها روز مرتب کردن را می‌گویند و از دست رفتن‌های آن روز کندتر از آنچه بوده‌اند دیده می‌شوند.',
  },
} as const satisfies Assumption;

export const LOSSES_TOLD = {
  id: 'losses_told',
  text: {
    en: 'A deal that is lost is closed as lost, with a date, and not deleted or left open.',
    fa: 'معامله‌ی ازدست‌رفته به‌عنوان ازدست‌رفته و با تاریخ بسته می‌شود، نه آنکه حذف شود یا باز بماند.',
  },
  otherwise: {
    en: 'Where losses are missing nearly every deal seems to be won in the end.',
    fa: 'آنجا که از دست رفتن‌ها ثبت نشوند، چنین می‌نماید که تقریباً هر معامله‌ای سرانجام برنده می‌شود.',
  },
} as const satisfies Assumption;

export const SAME_AMOUNTS = {
  id: 'same_amounts',
  text: {
    en: 'Deals won lately are worth what deals won earlier were worth.',
    fa: 'معامله‌هایی که تازه برنده شده‌اند همان مبلغی را دارند که معامله‌های برنده‌ی پیش از آن‌ها داشتند.',
  },
  otherwise: {
    en: 'After a change of prices, of the market or through inflation, past amounts are a wrong measure of future ones.',
    fa: 'پس از تغییر قیمت‌ها یا بازار، یا با تورم، مبلغ‌های گذشته سنجه‌ی نادرستی برای آینده‌اند.',
  },
} as const satisfies Assumption;

export const ONE_NAME = {
  id: 'one_name',
  text: {
    en: 'Every customer stands in the file under one name, and no name stands for several customers.',
    fa: 'هر مشتری در فایل یک نام دارد و هیچ نامی از آنِ چند مشتری نیست.',
  },
  otherwise: {
    en: 'A customer under two names looks like two who bought once, and returning customers look rarer than they are.',
    fa: 'مشتری‌ای با دو نام، دو مشتری یک‌بارخریده می‌نماید و مشتریان بازگشته کمیاب‌تر از آنچه هستند دیده می‌شوند.',
  },
} as const satisfies Assumption;
