import type { Text } from '../locale/text.js';
import type { Deals } from '../model/deals.js';
import type { LoadWarning } from '../model/load-warnings.js';
import type { OrderRule } from './row-order.js';
import type { StackedDeals } from './stack-deals.js';

/** What decided which of two rows counts, in the order that is asked. */
const RULES: Readonly<Record<OrderRule, Text>> = {
  modified: { en: 'the newest modified counts', fa: 'آخرین ویرایش شمرده شد' },
  closed: { en: 'a closed one counts before an open one', fa: 'بسته‌شده پیش از باز شمرده شد' },
  closing: { en: 'the latest closing counts', fa: 'آخرین تاریخ بسته شدن شمرده شد' },
  activity: {
    en: 'the latest stage change or activity counts',
    fa: 'آخرین تغییر مرحله یا فعالیت شمرده شد',
  },
  created: { en: 'the latest creation counts', fa: 'آخرین تاریخ ایجاد شمرده شد' },
  file: { en: 'the file given last counts', fa: 'فایلی که پس از دیگری آمده شمرده شد' },
  amount: {
    en: 'nothing tells which is newer, and the greater amount counts',
    fa: 'چیزی تازه‌تر را نشان نمی‌دهد و مبلغ بزرگ‌تر شمرده شد',
  },
  content: {
    en: 'nothing tells which is newer, and one counts, the same in any order of rows',
    fa: 'چیزی تازه‌تر را نشان نمی‌دهد و یکی شمرده شد، با هر ترتیبی از سطرها همان',
  },
  equal: { en: 'alike in every field', fa: 'در همه‌ی فیلدها یکسان' },
};

/** Rows that repeat the id of another deal and were left out, and which of them counted by what. */
export function repeatWarnings(stacked: Pick<StackedDeals, 'rows'>, { duplicates }: Deals): LoadWarning[] {
  const { repeats, order } = stacked.rows;
  const n = duplicates.length;
  if (n === 0) return [];
  const counts = new Map<OrderRule, number>();
  let conflicting = 0;
  repeats.forEach(({ kept, dropped }, index) => {
    if (duplicates[index]?.identical === true) return;
    conflicting++;
    const rule = order.rule(kept, dropped);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  });
  const how = (lang: 'en' | 'fa'): string =>
    (Object.keys(RULES) as OrderRule[])
      .flatMap((rule) => {
        const rows = counts.get(rule);
        if (rows === undefined) return [];
        return [counts.size === 1 ? RULES[rule][lang] : `${RULES[rule][lang]} (${rows})`];
      })
      .join(lang === 'en' ? '; ' : '؛ ');
  const en = conflicting === 0 ? 'all identical' : `${conflicting} of them with other facts: ${how('en')}`;
  const fa = conflicting === 0 ? 'همه یکسان' : `${conflicting} سطر با داده‌های دیگر: ${how('fa')}`;
  return [
    {
      code: 'repeated_ids',
      text: {
        en: `${n} ${n === 1 ? 'row repeats' : 'rows repeat'} the id of another deal and ${n === 1 ? 'was' : 'were'} not counted again (${en}${conflicting === 0 ? '' : '; --repeated-ids lines or all counts them otherwise'}).`,
        fa: `${n} سطر شناسه‌ی معامله‌ی دیگری را داشت و دوباره شمرده نشد (${fa}${conflicting === 0 ? '' : '؛ با --repeated-ids lines یا all جور دیگر شمرده می‌شود'}).`,
      },
    },
  ];
}
