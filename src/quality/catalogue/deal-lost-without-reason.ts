import { foldText } from '../../locale/fold.js';
import { categoryAt } from '../../model/column.js';
import { defineRule } from '../definition.js';
import { lost, violating } from '../populations.js';

/** Folded reasons that say nothing; a single letter or sign says nothing either. */
const EMPTY_WORDS = new Set(
  ['other', 'others', 'n/a', 'na', 'none', 'unknown', 'no reason', 'misc', 'tbd', 'null', 'lost', 'xx', 'xxx', 'test']
    .concat(['سایر', 'دیگر', 'متفرقه', 'نامشخص', 'ندارد', 'بدون دلیل', 'سایر موارد'])
    .map(foldText),
);

export const dealLostWithoutReason = defineRule({
  id: 'deal.lost_without_reason',
  title: { en: 'Lost deals without a reason', fa: 'معامله‌های ازدست‌رفته‌ی بدون دلیل' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all lost deals, those whose reason is empty or says nothing (other, n/a, a single character).',
    fa: 'از همه‌ی معامله‌های ازدست‌رفته، آن‌هایی که دلیلشان خالی است یا چیزی نمی‌گوید (سایر، n/a، یک نویسه).',
  },
  source: 'Salesforce, sample validation rules: a reason is required when an opportunity is lost',
  needs: ['outcome', 'lost_reason'],
  affects: ['lost_deals'],
  check({ population }) {
    const reason = population.column('lost_reason');
    const says = reason.values.map((value) => {
      const folded = foldText(value);
      return [...folded].length > 1 && /[\p{L}\p{N}]/u.test(folded) && !EMPTY_WORDS.has(folded);
    });
    return violating(
      lost(population),
      (row) => says[reason.codes[row] as number] !== true,
      (row) => {
        const value = categoryAt(reason, row);
        return { field: 'lost_reason', value, args: { reason: value } };
      },
    );
  },
  message: {
    en: ({ reason }) =>
      reason === '' ? 'lost without a reason' : `lost for the reason "${reason}", which says nothing`,
    fa: ({ reason }) => (reason === '' ? 'ازدست‌رفته بدون دلیل' : `ازدست‌رفته با دلیل «${reason}» که چیزی نمی‌گوید`),
  },
  fix: {
    en: 'Make the lost reason a required choice in the CRM, with a short list.',
    fa: 'دلیل از دست رفتن را در CRM گزینه‌ای اجباری با فهرستی کوتاه کنید.',
  },
  examples: {
    accept: 'id outcome lost_reason\nD1 lost Price\nD2 won .',
    reject: 'id outcome lost_reason\nD1 lost Price\nD2 lost Other',
  },
});
