import type * as EN from '../en/column-reasons.js';
import type { Spoken } from '../said.js';
import { fieldName, percent, quoted } from './words.js';

export const NAME_REASONS: Spoken<typeof EN.NAME_REASONS> = {
  preset_name: ({ preset }) => `الگوی ${preset}`,
  known_name: ({ name }) => `نام شناخته‌شده‌ی «${name}»`,
  known_name_with_unit: () => 'نام شناخته‌شده با یک واحد',
  known_name_after: ({ before }) => `نام شناخته‌شده پس از «${before}»`,
  same_words: ({ name }) => `همان واژه‌های «${name}»`,
  meaning_of_words: () => 'معنای واژه‌هایش',
  spelt_like: ({ name }) => `نوشتاری نزدیک به «${name}»`,
  contains_name: ({ name }) => `دارای «${name}»`,
  said_with_map: () => 'گفته‌شده با --map',
  closed_have_day: () => 'معامله‌های بسته‌شده اینجا روزی دارند و معامله‌های باز ندارند',
  expected_beside_actual: () => 'تاریخ بسته شدنی که معامله‌های باز هم دارند، در کنار تاریخ واقعی',
};

export const COLUMN_REASONS: Spoken<typeof EN.COLUMN_REASONS> = {
  ...NAME_REASONS,
  stage_entered: ({ stage }) => `تاریخچه‌ی مرحله‌ها: ورود به «${stage}»`,
  refused_by_cells: ({ field, why }, { say }) => `نام ${fieldName(field)} را دارد، اما ${say(why)}`,
  taken_by_other: ({ field, other, why }, { say }) =>
    `«${other}» به‌عنوان ${fieldName(field)} گرفته شد${why === null ? '' : `؛ ${say(why)}`}`,
  cells_do_not_show: ({ field, name }, { say }) => `${say(name)}، اما سلول‌هایش نشان نمی‌دهد که ${fieldName(field)} باشد`,
  without_cells: ({ field }) => `نام ${fieldName(field)} را دارد، اما یک سلول پر هم ندارد`,
  few_cells_fit: ({ field, share }) =>
    `نام ${fieldName(field)} را دارد، اما تنها ${percent(share)} سلول‌هایش با آن می‌خواند`,
  no_field: () => 'هیچ فیلدی این نام را ندارد',
  column_to_join: () => 'ستونی برای پیوند دادن',
  tells_lines: () => 'قلم‌های کالای یک معامله را از هم جدا می‌کند',
  said_with_ignore: () => 'گفته‌شده با --ignore',
  time_in_stage: () => 'زمان در مرحله: از روی تاریخ‌ها دوباره حساب می‌شود و خوانده نمی‌شود',
  stage_left: () => 'خروج از مرحله: از روی ورود به مرحله‌ی بعد حساب می‌شود و خوانده نمی‌شود',
  marks_rows: ({ preset, outcome }) =>
    outcome === 'lost'
      ? `الگوی ${preset}: سطرهای ازدست‌رفته را نشان می‌دهد`
      : `الگوی ${preset}: سطرهایی را که معامله نیست نشان می‌دهد`,
  amount_when_won: ({ preset }) => `الگوی ${preset}: مبلغ معامله‌ی برنده، آنجا که پر باشد`,
  payment_period: ({ preset }) => `الگوی ${preset}: مبلغ هر چند وقت پرداخت می‌شود`,
  left_alone: ({ preset }) => `الگوی ${preset} آن را کنار می‌گذارد`,
};

export const PRESET_REASONS: Spoken<typeof EN.PRESET_REASONS> = {
  telling_columns: ({ columns }) => `ستون‌های ${quoted(columns)}`,
  no_crm: () => 'هیچ CRM شناخته‌شده‌ای این ستون‌ها را ندارد',
  said_with_preset: () => 'گفته‌شده با --preset',
};

type Decides = Parameters<typeof EN.OUTCOME_REASONS.preset_stage>[0];
const outcome =
  (words: string) =>
  ({ byOtherColumns }: Decides): string =>
    byOtherColumns ? `${words}؛ ستون‌های دیگر تعیین می‌کنند` : words;

export const OUTCOME_REASONS: Spoken<typeof EN.OUTCOME_REASONS> = {
  said_with_stage: outcome('گفته‌شده با --stage'),
  preset_stage: outcome('الگوی CRM'),
  known_word: outcome('واژه‌ی شناخته‌شده'),
  no_closing_word: outcome('بی واژه‌ای از پایان معامله'),
  closed_somehow: outcome('بسته‌شده، نامعلوم چگونه'),
  unknown_name: outcome('نام ناشناخته'),
};

export const ROW_MARKS: Spoken<typeof EN.ROW_MARKS> = {
  row_deleted: () => 'پاک‌شده',
  row_archived: () => 'بایگانی‌شده',
  row_no_sale: () => 'فروشی نشد',
  row_recurring_template: () => 'الگوی معامله‌های تکرارشونده است، نه معامله',
  row_unqualified_lead: () => 'سرنخ است، نه فرصت فروش',
  row_archived_as_lost: () => 'بایگانی‌شده، که در اُدو یعنی ازدست‌رفته',
};
