/** What figures are made with, and what they should be. */
import { isOn, merged, setting } from '../definition.js';
import { target } from '../flag-values.js';
import { wholeFrom, YES_NO } from '../key-kinds.js';
import type { ConfigTargets } from '../target-schema.js';

export const FIGURES = {
  assumeComplete: setting({
    summary: {
      en: 'accept a file without any lost (or won) deal as complete',
      fa: 'فایلی را که هیچ معامله‌ی از دست رفته (یا برنده) ندارد کامل بدان',
    },
    flag: { name: 'assume-complete', group: 'what', commands: ['report', 'check', 'explain'], parse: isOn },
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
  targets: merged(
    {
      summary: {
        en: "what a KPI should be: 'win_rate>=25%', 'sales_cycle<=90', or = for at least (at most where less is better)",
        fa: "هدف یک شاخص: 'win_rate>=25%'، 'sales_cycle<=90'، یا = یعنی دست‌کم (یا حداکثر، آنجا که کمتر بهتر است)",
      },
      flag: {
        name: 'target',
        value: 'KPI=VALUE',
        group: 'gate',
        commands: ['report'],
        repeatable: true,
        parse: target,
      },
      config: {
        key: 'targets',
        summary: {
          en: 'what KPIs should be, in their own unit (ratios 0 to 1); `kpi report --enforce-targets` fails when one is missed',
          fa: 'شاخص‌ها چه باید باشند، در واحد خودشان (نسبت‌ها از 0 تا 1)؛ اگر نرسند، `kpi report --enforce-targets` مردود می‌شود',
        },
        schema: ({ parts }) => parts.targets(),
        expected: { en: 'min, max or both, min not above max', fa: 'min یا max یا هر دو، min نه بیش از max' },
        example: { win_rate: { min: 0.25 }, sales_cycle: { max: 60 } },
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
      en: 'won value that each owner is to bring in the period asked about',
      fa: 'ارزشی که هر مسئول باید در دوره‌ی خواسته‌شده ببرد',
    },
    config: {
      key: 'quotas',
      schema: ({ parts }) => parts.quotas(),
      expected: { en: 'a number above 0', fa: 'عددی بزرگ‌تر از 0' },
      example: { 'Ana Novak': 250000 },
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
