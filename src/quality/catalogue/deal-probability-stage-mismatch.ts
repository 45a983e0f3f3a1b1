import { categoryAt, numbersIn } from '../../model/column.js';
import { LOST, OPEN, WON } from '../../model/outcome.js';
import { RowList } from '../../model/row-list.js';
import { defineRule } from '../definition.js';
import { share } from '../parameters.js';
import { lost, open, won } from '../populations.js';
import { CERTAIN, IMPOSSIBLE, LIKELY, probabilityKinds } from '../probability-kinds.js';

/** Percentage points by which a probability may differ from what its stage usually has. */
const MOST_POINTS = 0.2;
/** A stage has a usual probability where so many open deals and so great a share of them agree. */
const LEAST_DEALS = 20;
const LEAST_SHARE = 0.5;
/** Probabilities are compared as whole per cents. */
const STEPS = 100;

export const dealProbabilityStageMismatch = defineRule({
  id: 'deal.probability_stage_mismatch',
  title: { en: 'Probabilities that do not fit the stage', fa: 'احتمال‌های ناسازگار با مرحله' },
  dimension: 'consistency',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all deals with a probability, won ones below 100 %, lost ones above 0 %, open ones at 0 or 100 %, and open ones that differ by more than 20 points (points) from the probability that most of at least 20 open deals in their stage have. In Salesforce the probability is set when the stage is entered: after a change of the defaults older deals differ rightly.',
    fa: 'از همه‌ی معامله‌های دارای احتمال، برنده‌های زیر ۱۰۰٪، ازدست‌رفته‌های بالای صفر، بازهای ۰ یا ۱۰۰٪، و بازهایی که بیش از ۲۰ واحد (points) با احتمال رایج مرحله‌شان (نزد بیشتر دست‌کم ۲۰ معامله‌ی باز) تفاوت دارند. در Salesforce احتمال هنگام ورود به مرحله تعیین می‌شود: پس از تغییر پیش‌فرض‌ها تفاوت معامله‌های قدیمی درست است.',
  },
  source: 'Salesforce help, "Opportunity stage and probability"',
  needs: ['outcome', 'probability'],
  wants: ['stage'],
  params: { points: share('difference to the stage that is allowed, 0…1') },
  defaults: { points: MOST_POINTS },
  affects: ['weighted_pipeline'],
  check({ population, params }) {
    const outcome = population.column('outcome');
    const probabilityAt = numbersIn(population.column('probability'));
    const stage = population.column('stage');
    const { codes } = stage;
    const kinds = probabilityKinds(population);
    const told = [OPEN, WON, LOST].reduce(
      (sum, of) => sum + kinds(of, IMPOSSIBLE) + kinds(of, CERTAIN) + kinds(of, LIKELY),
      0,
    );
    const steps = new Uint32Array(stage.values.length * (STEPS + 1));
    const { rows } = open(population);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const p = probabilityAt(row);
      if (Number.isNaN(p)) continue;
      const at = (codes[row] as number) * (STEPS + 1) + Math.round(p * STEPS);
      steps[at] = (steps[at] as number) + 1;
    }
    const usual = stage.values.map((_, code) => usualOf(steps.subarray(code * (STEPS + 1), (code + 1) * (STEPS + 1))));
    const kindOf = (row: number): 'won' | 'lost' | 'open' | 'stage' | null => {
      const p = probabilityAt(row);
      if (outcome[row] === WON) return p === 1 ? null : 'won';
      if (outcome[row] === LOST) return p === 0 ? null : 'lost';
      if (p === 0 || p === 1) return 'open';
      const typical = usual[stage.codes[row] as number] ?? null;
      // Differences such as 0.7 − 0.5 are a hair above 0.2 in binary.
      return typical !== null && Math.abs(p - typical) > params.points + 1e-9 ? 'stage' : null;
    };
    const isOff = (row: number): boolean => !Number.isNaN(probabilityAt(row)) && kindOf(row) !== null;
    // Mostly all are as they should be: won at 100 %, lost at 0. Then only open ones are looked at.
    const suspects = [
      open(population),
      ...(kinds(WON, IMPOSSIBLE) + kinds(WON, LIKELY) > 0 ? [won(population)] : []),
      ...(kinds(LOST, CERTAIN) + kinds(LOST, LIKELY) > 0 ? [lost(population)] : []),
    ];
    const found = new RowList();
    for (const some of suspects) for (const row of some.where(isOff).rows) found.push(row);
    return {
      checked: told,
      rows: found.taken().sort(),
      describe(row) {
        const percent = Math.round(probabilityAt(row) * STEPS);
        const name = categoryAt(stage, row);
        const typical = Math.round((usual[stage.codes[row] as number] ?? 0) * STEPS);
        return {
          field: 'probability',
          value: `${percent} %`,
          args: { kind: kindOf(row) ?? 'open', percent, stage: name, typical },
        };
      },
    };
  },
  message: {
    en: ({ kind, percent, stage, typical }) =>
      kind === 'stage'
        ? `${percent} % in the stage "${stage}", where most open deals have ${typical} %`
        : `${kind} at a probability of ${percent} %`,
    fa: ({ kind, percent, stage, typical }) =>
      kind === 'stage'
        ? `${percent}٪ در مرحله‌ی «${stage}» که بیشتر معامله‌های بازش ${typical}٪ دارند`
        : `${{ won: 'برنده', lost: 'ازدست‌رفته', open: 'باز' }[kind]} با احتمال ${percent}٪`,
  },
  fix: {
    en: 'Let the CRM set the probability by the stage, and correct the ones that were typed in.',
    fa: 'بگذارید CRM احتمال را از مرحله بگیرد و احتمال‌های دستی را اصلاح کنید.',
  },
  examples: {
    accept: 'id outcome probability\nD1 won 1\nD2 lost 0\nD3 open 0.4',
    reject: 'id outcome probability\nD1 won 1\nD2 lost 0\nD3 open 1',
  },
});

/** The probability that most of enough deals have, or null. */
function usualOf(counts: Uint32Array): number | null {
  let [total, most] = [0, 0];
  counts.forEach((count, step) => {
    total += count;
    if (count > (counts[most] as number)) most = step;
  });
  return total >= LEAST_DEALS && (counts[most] as number) >= total * LEAST_SHARE ? most / STEPS : null;
}
