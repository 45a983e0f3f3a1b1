import { categoryAt } from '../../model/column.js';
import { defineRule } from '../definition.js';
import { lost, violating, won } from '../populations.js';

/** Where more of the won deals have a reason, the column is for the reasons of wins, too. */
const MOST_WINS = 0.5;

export const dealReasonOnWon = defineRule({
  id: 'deal.reason_on_won',
  title: { en: 'Won deals with a lost reason', fa: 'معامله‌های برنده‌ی دارای دلیل از دست رفتن' },
  dimension: 'consistency',
  severity: 'info',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all won deals, those with a lost reason: the deal was reopened, or won by mistake. Where most won deals have a reason, the column serves both, and only reasons that lost deals have, too, count.',
    fa: 'از همه‌ی معامله‌های برنده، آن‌هایی که دلیل از دست رفتن دارند: معامله دوباره باز شده یا به‌اشتباه برنده شده است. اگر بیشتر برنده‌ها دلیل داشته باشند ستون برای هر دو است و تنها دلیل‌هایی که ازدست‌رفته‌ها هم دارند به شمار می‌آیند.',
  },
  source: 'Our own; Pipedrive and HubSpot keep the reason when a lost deal is reopened and won',
  needs: ['outcome', 'lost_reason'],
  affects: ['won_deals', 'win_rate'],
  check({ population }) {
    const reason = population.column('lost_reason');
    const ofLost = new Set<number>();
    for (const row of lost(population).rows) ofLost.add(reason.codes[row] as number);
    const wins = won(population);
    const filled = wins.where((row) => reason.codes[row] !== 0);
    // Dynamics has one column for the reasons of both: there, "Won" is the reason of a win.
    const ofBoth = filled.size > wins.size * MOST_WINS;
    return violating(
      wins,
      (row) => reason.codes[row] !== 0 && (!ofBoth || ofLost.has(reason.codes[row] as number)),
      (row) => {
        const value = categoryAt(reason, row);
        return { field: 'lost_reason', value, args: { reason: value } };
      },
    );
  },
  message: {
    en: ({ reason }) => `won, but with the lost reason "${reason}"`,
    fa: ({ reason }) => `برنده است، ولی دلیل از دست رفتن «${reason}» دارد`,
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
