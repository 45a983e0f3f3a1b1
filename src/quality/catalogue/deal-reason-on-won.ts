import { categoryAt } from '../../model/column.js';
import { defineRule } from '../definition.js';
import { violating, won } from '../populations.js';

export const dealReasonOnWon = defineRule({
  id: 'deal.reason_on_won',
  title: { en: 'Won deals with a lost reason', fa: 'معامله‌های برنده‌ی دارای دلیل شکست' },
  dimension: 'consistency',
  severity: 'info',
  scope: 'deal',
  condition: {
    en: 'Of all won deals, those with a lost reason: the deal was reopened, or won by mistake.',
    fa: 'از همه‌ی معامله‌های برنده، آن‌هایی که دلیل شکست دارند: معامله دوباره باز شده یا به‌اشتباه برنده شده است.',
  },
  source: 'Our own; Pipedrive and HubSpot keep the reason when a lost deal is reopened and won',
  needs: ['outcome', 'lost_reason'],
  affects: ['won_deals', 'win_rate'],
  check({ population }) {
    const reason = population.column('lost_reason');
    return violating(
      won(population),
      (row) => reason.codes[row] !== 0,
      (row) => {
        const value = categoryAt(reason, row);
        return { field: 'lost_reason', value, args: { reason: value } };
      },
    );
  },
  message: {
    en: ({ reason }) => `won, but with the lost reason "${reason}"`,
    fa: ({ reason }) => `برنده است، ولی دلیل شکست «${reason}» دارد`,
  },
  fix: {
    en: 'Empty the reason if the deal was won; else correct its stage.',
    fa: 'اگر معامله برنده است دلیل را پاک کنید؛ وگرنه مرحله را اصلاح کنید.',
  },
  examples: {
    accept: 'id outcome lost_reason\nD1 won .\nD2 lost Price',
    reject: 'id outcome lost_reason\nD1 won .\nD2 won Price',
  },
});
