import { defineRule } from '../definition.js';
import { share } from '../parameters.js';
import { closingStages, forEachDeal, stageOrder } from '../stage-order.js';

/** A stage that fewer of the deals that passed it by have entered is optional: leaving it out is no fault. */
const USUAL_SHARE = 0.5;

export const stageSkipped = defineRule({
  id: 'stage.skipped',
  title: { en: 'Deals that skipped a stage', fa: 'معامله‌هایی که از مرحله‌ای پریده‌اند' },
  dimension: 'consistency',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all deals with a stage history, those that entered a later stage without one in between that most deals on the same way (usual, half of them) entered. The order of the stages is the one that the deals themselves went; stages in which deals are won or lost are none of it.',
    fa: 'از همه‌ی معامله‌های دارای تاریخچه‌ی مراحل، آن‌هایی که بدون ورود به مرحله‌ای میانی که بیشتر معامله‌های همین مسیر (usual، نیمی) به آن وارد شده‌اند به مرحله‌ای بعدی رفته‌اند. ترتیب مرحله‌ها همان است که معامله‌ها پیموده‌اند؛ مرحله‌های برد و از دست رفتن جزو آن نیستند.',
  },
  source: 'Varicent FunnelCake, "skipped stages"',
  needs: ['outcome'],
  params: { usual: share('share of the deals that must enter a stage') },
  defaults: { usual: USUAL_SHARE },
  affects: ['cohort_conversion', 'sales_cycle'],
  check({ population, beside, params }) {
    population.column('outcome');
    const { history, sources } = beside;
    if (history === null || population.size === 0) return { checked: 0, rows: NONE, describe: () => NOTHING };
    const position = stageOrder(history, closingStages(history, sources));
    const stages = history.stages.length;
    const stageAt: number[] = [];
    position.forEach((place, stage) => {
      if (place >= 0) stageAt[place] = stage;
    });
    const ways = new Map<number, Way>();
    const [passed, entered] = [new Uint32Array(stages), new Uint32Array(stages)];
    forEachDeal(history, (deal, from, to) => {
      const places = new Uint8Array(stages);
      let [first, last] = [stages, -1];
      for (let at = from; at < to; at++) {
        const place = position[history.stage[at] as number] as number;
        if (place < 0) continue;
        places[place] = 1;
        first = Math.min(first, place);
        last = Math.max(last, place);
      }
      if (last < 0) return;
      ways.set(deal, { first, places: places.subarray(first, last + 1) });
      for (let place = first; place <= last; place++) {
        passed[place] = (passed[place] as number) + 1;
        entered[place] = (entered[place] as number) + (places[place] as number);
      }
    });
    const usual = Array.from(passed, (n, place) => n > 0 && (entered[place] as number) >= n * params.usual);
    const skippedBy = ({ first, places }: Way): number =>
      places.findIndex((there, at) => there === 0 && usual[first + at] === true);
    const rows = [...ways].flatMap(([deal, way]) => (skippedBy(way) < 0 ? [] : [deal]));
    return {
      checked: ways.size,
      rows: Uint32Array.from(rows).sort(),
      describe(row) {
        const way = ways.get(row) ?? { first: 0, places: new Uint8Array(0) };
        const nameAt = (place: number): string => history.stages[stageAt[place] ?? 0] ?? '';
        const missing = skippedBy(way);
        const skipped = nameAt(way.first + missing);
        const to = nameAt(way.first + way.places.findIndex((there, at) => there === 1 && at > missing));
        return { value: skipped, args: { skipped, to } };
      },
    };
  },
  message: {
    en: ({ skipped, to }) => `came to "${to}" without having been in "${skipped}"`,
    fa: ({ skipped, to }) => `بدون گذر از «${skipped}» به «${to}» رسیده است`,
  },
  fix: {
    en: 'Move deals stage by stage as they go, or take the stage out of the process if it is not needed.',
    fa: 'معامله‌ها را همان‌گونه که پیش می‌روند مرحله‌به‌مرحله جابه‌جا کنید، یا اگر مرحله لازم نیست حذفش کنید.',
  },
  examples: {
    accept:
      'id outcome\nD1 open\nD2 open\n# history log\ndeal stage day\nD1 Lead 2024-01-01\nD1 Demo 2024-01-02\nD1 Offer 2024-01-03\nD2 Lead 2024-01-01\nD2 Demo 2024-01-05',
    reject:
      'id outcome\nD1 open\nD2 open\nD3 open\n# history log\ndeal stage day\nD1 Lead 2024-01-01\nD1 Demo 2024-01-02\nD1 Offer 2024-01-03\nD2 Lead 2024-01-01\nD2 Demo 2024-01-05\nD2 Offer 2024-01-08\nD3 Lead 2024-02-01\nD3 Offer 2024-02-02',
  },
});

/** The stages between the first and the last one that a deal entered: 1 = entered. */
interface Way {
  /** Position of the first of them. */
  readonly first: number;
  readonly places: Uint8Array;
}

const NONE = new Uint32Array(0);
const NOTHING = { args: { skipped: '', to: '' } };
