import type * as EN from '../en/gate.js';
import { reasonText } from '../reasons.js';
import type { Spoken } from '../said.js';
import { listed } from './words.js';

export const GATE: Spoken<typeof EN.GATE> = {
  max_warnings: ({ warnings, most }, { count }) => `هشدارها: ${count(warnings)}، بیش از --max-warnings ${count(most)}`,
  required_rule: ({ rule, because }, { say }) => `${rule} لازم است اما بررسی نشد: ${say(because)}`,
  rule_off: () => 'خاموش است یا برگزیده نشده',
  rule_column_left_out: ({ column }) => `ستون «${column}» کنار گذاشته شد، چون بیشتر خانه‌هایش چیز دیگری است`,
  rule_skipped: ({ reason }) => reasonText(reason, 'fa'),
  rule_applies_to_none: () => 'در مورد هیچ رکوردی صدق نمی‌کند',
  baseline_expired: ({ file, violations, entries, more }, { count }) => {
    const each = entries.map(({ rule, until, reason }) => `${rule} تا ${until}${reason === null ? '' : `: ${reason}`}`);
    const rest = more === 0 ? '' : `؛ و ${count(more)} مورد دیگر`;
    return `${count(violations)} مورد دانسته دوباره به حساب می‌آید، چون مهلت آن‌ها در خط مبنای ${file} گذشته است: ${each.join('؛ ')}${rest}`;
  },
  baseline_of_other_data: ({ file, violations }, { count }) =>
    `هیچ‌یک از ${count(violations)} موردی که خط مبنای ${file} می‌شناسد در این فایل‌ها نیست: آیا از آنِ داده‌ی دیگری است؟`,
  history_kept_apart: ({ file, scope }) =>
    `این اجرا محدود شده است (${scope}): در ${file} جدا می‌ماند، تنها با اجراهایی سنجیده می‌شود که همین‌گونه محدود شده‌اند و معیار اجراهای کامل نیست.`,
  history_not_compared: ({ file, runs, failed, narrowed, otherFiles }, { count, list }) => {
    const why = [
      ...(failed === 0 ? [] : [`${count(failed)} مردود شده‌اند`]),
      ...(narrowed === 0 ? [] : [`${count(narrowed)} جور دیگری محدود شده‌اند (--where، --rules)`]),
      ...(otherFiles === 0 ? [] : [`${count(otherFiles)} از فایل‌های دیگرند`]),
    ];
    return `با تاریخچه‌ی ${file} چیزی سنجیده نشد: از ${count(runs)} اجرای آن ${list(why)}.`;
  },
  history_other_names: ({ file, files, before }, { list }) =>
    `تاریخچه‌ی ${file} اجرای پذیرفته‌شده‌ای از ${list(files)} ندارد: با ${list(before)} که ستون‌های همانند دارد سنجیده شد.`,

  prune_narrowed: ({ where }) => `تنها معامله‌های ‎--where ${where} را دید`,
  prune_rules_unchecked: ({ names, more }) => `${listed(names, more)} را بررسی نکرد (کنار گذاشته، خاموش یا نادیده)`,
  prune_fewer_files: ({ names, more }) => `فایل‌های کمتری خواند؛ در میانشان نبود: ${listed(names, more)}`,
  prune_fewer_records: ({ records, before }, { count }) =>
    `${count(records)} رکورد دید؛ خط مبنا از ${count(before)} رکورد است`,
  prune_other_data: ({ missing, of }, { count }) =>
    `نشانی نیست که همان داده باشد: ${count(missing)} ${of === 'records' ? 'رکورد' : 'مورد'} دانسته در این فایل‌ها نیست`,
  prune_loses: ({ rules, more }, { count }) =>
    `این‌ها از دست می‌رفت: ${listed(
      rules.map(
        (one) =>
          `${one.rule} ${count(one.violations)}${one.names.length === 0 ? '' : ` (${listed(one.names, one.more)})`}`,
      ),
      more,
    )}`,
  prune_loses_nothing: () => 'اکنون چیزی از آن از دست نمی‌رود',
};

const OUTCOMES = { won: 'معامله‌ی برنده', lost: 'معامله‌ی ازدست‌رفته', open: 'معامله‌ی باز' } as const;
const FIELDS = { outcome: 'نتیجه‌ی', stage: 'مرحله‌ی', pipeline: 'پایپ‌لاین', owner: 'مسئول' } as const;

export const FOUND_TOGETHER: Spoken<typeof EN.FOUND_TOGETHER> = {
  found_times: ({ n }, { count }) => `${count(n)} بار`,
  found_in_records: ({ n, of, outcome }, { count }) =>
    `${count(n)} از ${count(of)} ${outcome === null ? 'رکورد' : OUTCOMES[outcome]}`,
  found_in_class: ({ n, of, field, value }, { count }) =>
    `${count(n)} از ${count(of)} معامله با ${FIELDS[field]} «${value}»`,
  found_in_rows: ({ common, rows }, { say }) => `${say(common)}، مانند سطرهای ${rows.join('، ')}`,
  known_until: ({ until, reason }) => `تا ${until} دانسته بود${reason === null ? '' : `: ${reason}`}`,
};
