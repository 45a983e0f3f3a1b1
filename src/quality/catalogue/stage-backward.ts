import { isoDay } from '../../model/civil-day.js';
import { defineRule } from '../definition.js';
import { closingStages, forEachDeal, stageOrder } from '../stage-order.js';

export const stageBackward = defineRule({
  id: 'stage.backward',
  title: { en: 'Deals that moved back', fa: 'معامله‌هایی که به مرحله‌ی پیشین برگشته‌اند' },
  dimension: 'consistency',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all deals with a stage history, those that entered a stage after a later one. The order of the stages is the one that most deals went; stages in which deals are won or lost are none of it.',
    fa: 'از همه‌ی معامله‌های دارای تاریخچه‌ی مراحل، آن‌هایی که پس از مرحله‌ای بعدی به مرحله‌ای پیشین وارد شده‌اند. ترتیب مرحله‌ها همان است که بیشتر معامله‌ها پیموده‌اند؛ مرحله‌های برد و از دست رفتن جزو آن نیستند.',
  },
  source: 'Varicent FunnelCake, "moved backward"',
  needs: ['outcome'],
  affects: ['cohort_conversion', 'sales_cycle', 'weighted_pipeline'],
  check({ population, beside }) {
    population.column('outcome');
    const { history, sources } = beside;
    if (history === null || population.size === 0) return { checked: 0, rows: NONE, describe: () => NOTHING };
    const position = stageOrder(history, closingStages(history, sources));
    const moves = new Map<number, { readonly at: number; readonly before: number }>();
    let checked = 0;
    forEachDeal(history, (deal, from, to) => {
      let before = -1;
      let known = false;
      for (let at = from; at < to; at++) {
        const place = position[history.stage[at] as number] as number;
        if (place < 0) continue;
        known = true;
        // The last move back is the one that a person remembers.
        if (before >= 0 && place < (position[history.stage[before] as number] as number))
          moves.set(deal, { at, before });
        before = at;
      }
      if (known) checked++;
    });
    return {
      checked,
      rows: Uint32Array.from(moves.keys()).sort(),
      describe(row) {
        const move = moves.get(row) ?? { at: 0, before: 0 };
        const [to, from] = [move.at, move.before].map((at) => history.stages[history.stage[at] as number] ?? '');
        const day = isoDay(history.enteredAt[move.at] as number);
        return { value: to ?? '', args: { from: from ?? '', to: to ?? '', day } };
      },
    };
  },
  message: {
    en: ({ from, to, day }) => `moved back from "${from}" to "${to}" on ${day}`,
    fa: ({ from, to, day }) => `در ${day} از «${from}» به «${to}» برگشته است`,
  },
  fix: {
    en: 'If the deal was moved too early, say what a stage demands before it is entered; conversion between stages counts it twice.',
    fa: 'اگر معامله زود به جلو رفته، شرط ورود به هر مرحله را روشن کنید؛ نرخ تبدیل میان مراحل آن را دو بار می‌شمارد.',
  },
  examples: {
    accept:
      'id outcome\nD1 open\nD2 open\n# history log\ndeal stage day\nD1 Lead 2024-01-01\nD1 Demo 2024-01-02\nD2 Lead 2024-01-01\nD2 Demo 2024-01-05',
    reject:
      'id outcome\nD1 open\nD2 open\n# history log\ndeal stage day\nD1 Lead 2024-01-01\nD1 Demo 2024-01-02\nD2 Lead 2024-01-01\nD2 Demo 2024-01-05\nD2 Lead 2024-01-09',
  },
});

const NONE = new Uint32Array(0);
const NOTHING = { args: { from: '', to: '', day: '' } };
