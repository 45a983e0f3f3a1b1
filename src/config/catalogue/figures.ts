/** What figures are made with, and what they should be. */
import { isOn, merged, REPORTERS, setting } from '../definition.js';
import { monthsUpTo, target } from '../flag-values.js';
import { wholeFrom, YES_NO } from '../key-kinds.js';
import type { ConfigTargets } from '../target-schema.js';

export const FIGURES = {
  assumeComplete: setting({
    summary: {
      en: 'accept a file without any lost (or won) deal as complete',
      fa: 'فایلی را که هیچ معامله‌ی ازدست‌رفته (یا برنده) ندارد کامل بدان',
    },
    flag: {
      name: 'assume-complete',
      group: 'what',
      commands: [...REPORTERS, 'check', 'explain', 'deals', 'forecast'],
      parse: isOn,
    },
    config: { key: 'assumeComplete', ...YES_NO, example: true },
    scope: ['figures', 'check'],
  }),
  retentionWindow: setting({
    summary: {
      en: 'days that a won deal keeps a customer active',
      fa: 'شمار روزهایی که یک معامله‌ی برنده مشتری را فعال نگه می‌دارد',
    },
    config: {
      key: 'retention.window',
      ...wholeFrom(1, 3660, { en: 'a whole number of days, 1 to 3660', fa: 'تعداد روز، از 1 تا 3660' }),
      example: 365,
    },
    scope: ['figures'],
  }),
  margin: setting({
    summary: { en: 'share of revenue that is margin', fa: 'سهم سود از فروش' },
    config: {
      key: 'clv.margin',
      schema: ({ parts }) => parts.margin(),
      expected: { en: 'a share above 0, up to 1', fa: 'سهمی بزرگ‌تر از 0 تا 1' },
      example: 0.4,
    },
    scope: ['figures'],
  }),
  lifespanYears: setting({
    summary: {
      en: 'years that a customer stays; without it 1 / churn rate',
      fa: 'سال‌هایی که مشتری می‌ماند؛ بی آن 1 / نرخ ریزش',
    },
    config: {
      key: 'clv.lifespan',
      schema: ({ parts }) => parts.lifespan(),
      expected: { en: 'a number of years above 0, up to 100', fa: 'تعداد سال، بزرگ‌تر از 0 تا 100' },
      example: 3,
    },
    scope: ['figures'],
  }),
  horizonMonths: setting({
    summary: {
      en: 'months ahead that expected lifetime values count (default: 36)',
      fa: 'ماه‌های آینده که در ارزش طول عمر مورد انتظار به حساب می‌آید (پیش‌فرض: 36)',
    },
    config: {
      key: 'clv.horizonMonths',
      ...wholeFrom(1, 120, monthsUpTo(120)),
      example: 24,
    },
    scope: ['figures'],
  }),
  discountRate: setting({
    summary: {
      en: 'what future revenue is discounted with, per year (default: 0.1)',
      fa: 'نرخ تنزیل فروش آینده، در سال (پیش‌فرض: 0.1)',
    },
    config: {
      key: 'clv.discountRate',
      schema: ({ z, own }) => z.number(own).min(0, own).max(1, own),
      expected: { en: 'a share from 0 to 1, such as 0.1', fa: 'سهمی از 0 تا 1، مانند 0.1' },
      example: 0.08,
    },
    scope: ['figures'],
  }),
  forecastHorizon: setting({
    summary: {
      en: 'months ahead that a forecast looks (default: 6)',
      fa: 'شمار ماه‌های آینده در پیش‌بینی (پیش‌فرض: 6)',
    },
    config: {
      key: 'forecast.horizon',
      ...wholeFrom(1, 36, monthsUpTo(36)),
      example: 12,
    },
    scope: ['report'],
  }),
  targets: merged(
    {
      summary: {
        en: "what a KPI should be: 'win_rate>=25%', 'sales_cycle<=90', 'revenue_won>=3.2M/quarter', or = for at least (at most where less is better)",
        fa: "هدف یک شاخص: 'win_rate>=25%'، 'sales_cycle<=90'، 'revenue_won>=3.2M/quarter'، یا = یعنی دست‌کم (یا حداکثر، آنجا که کمتر بهتر است)",
      },
      flag: {
        name: 'target',
        value: 'KPI=VALUE',
        group: 'gate',
        commands: [...REPORTERS, 'forecast'],
        asked: true,
        repeatable: true,
        parse: target,
      },
      config: {
        key: 'targets',
        summary: {
          en: 'what KPIs should be: a rate as 65, 65% or 0.65, money as 3.2M; with per (week, month, quarter, year) it is of each of these and counted for the days of the period; `kpi report --enforce-targets` fails when one is missed',
          fa: 'شاخص‌ها چه باید باشند: نرخ به شکل 65، 65% یا 0.65 و مبلغ به شکل 3.2M؛ با per (week، month، quarter، year) هدف برای هر یک از آن‌هاست و به روزهای دوره حساب می‌شود؛ اگر نرسند، `kpi report --enforce-targets` مردود می‌شود',
        },
        schema: ({ parts }) => parts.targets(),
        expected: { en: 'min, max or both, min not above max', fa: 'min یا max یا هر دو، min نه بیش از max' },
        example: { win_rate: { min: '25%' }, sales_cycle: { max: 60 }, revenue_won: { min: '3.2M', per: 'quarter' } },
      },
      scope: ['report'],
    },
    async (typed, written): Promise<NonNullable<ConfigTargets['targets']>> => ({
      ...written,
      ...(typed === undefined ? {} : (await import('../typed-targets.js')).typedTargets(typed)),
    }),
  ),
  enforceTargets: setting({
    summary: {
      en: 'fail when a KPI misses its target (--target, or targets in the config) or has no value',
      fa: 'اگر شاخصی به هدفش (--target یا targets در تنظیمات) نرسید یا مقدار نداشت، مردود کن',
    },
    flag: { name: 'enforce-targets', group: 'gate', commands: ['report'], parse: isOn },
  }),
  quotas: setting({
    summary: {
      en: 'won value that each owner is to bring: a number is of the period asked about, { amount, per } of each week, month, quarter or year',
      fa: 'ارزشی که هر مسئول باید ببرد: عدد برای دوره‌ی خواسته‌شده است و { amount, per } برای هر week، month، quarter یا year',
    },
    config: {
      key: 'quotas',
      schema: ({ parts }) => parts.quotas(),
      expected: {
        en: 'amounts above 0, such as 250k, or { amount: 250k, per: quarter }',
        fa: 'مبلغ‌هایی بزرگ‌تر از 0، مانند 250k، یا { amount: 250k, per: quarter }',
      },
      example: { 'Ana Novak': 250000, 'Ben Ito': { amount: '1M', per: 'year' } },
    },
    scope: ['figures'],
  }),
  rates: setting({
    summary: {
      en: 'currency → worth of one unit in `currency`; or a CSV file (date, currency, rate), relative to this file: a closed deal takes the newest rate on its closing day, an open one that of the snapshot',
      fa: 'ارز ← ارزش هر واحد آن به `currency`؛ یا فایل CSV (ستون‌های date، currency و rate)، نسبت به جای این فایل: معامله‌ی بسته تازه‌ترین نرخ تا روز بسته‌شدن را می‌گیرد و معامله‌ی باز نرخ روز برش را',
    },
    config: {
      key: 'rates',
      schema: ({ parts }) => parts.rates(),
      expected: {
        en: 'currency codes with what one unit is worth, or the name of a CSV file with date, currency and rate',
        fa: 'کد ارزها با ارزش هر واحد، یا نام فایل CSV با ستون‌های date، currency و rate',
      },
      relative: true,
      example: { USD: 0.92 },
    },
  }),
} as const;
