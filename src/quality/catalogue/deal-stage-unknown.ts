import { foldText } from '../../locale/fold.js';
import { codeCounts } from '../../model/code-counts.js';
import { categoryAt } from '../../model/column.js';
import { filledIn } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { meantBy } from '../names.js';
import { texts } from '../parameters.js';
import { violating } from '../populations.js';

/** Without a list: a stage that this share of the deals at most have, beside one spelt nearly the same with more. */
const RARE_SHARE = 0.02;
/** A stage of so few deals is rare in any file. */
const RARE_DEALS = 1;

export const dealStageUnknown = defineRule({
  id: 'deal.stage_unknown',
  title: { en: 'Stages that are not in the list', fa: 'مرحله‌هایی که در فهرست نیستند' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all deals with a stage, those whose stage is not in the list of stages (stages). Without a list: those in a stage that at most 2 % of the deals have (or a single one) and that is spelt nearly like a commoner one.',
    fa: 'از همه‌ی معامله‌های دارای مرحله، آن‌هایی که مرحله‌شان در فهرست مرحله‌ها (stages) نیست. بدون فهرست: آن‌هایی که در مرحله‌ای با حداکثر ۲٪ معامله‌ها (یا تنها یک معامله) هستند که نامش بسیار شبیه مرحله‌ای رایج‌تر است.',
  },
  source: 'dbt, accepted_values; Great Expectations, expect_column_values_to_be_in_set',
  needs: ['stage'],
  params: {
    stages: texts('every stage there is; none: misspellings are found'),
  },
  defaults: { stages: [] as string[] },
  affects: ['open_deals', 'open_pipeline_value', 'weighted_pipeline', 'won_deals', 'lost_deals'],
  check({ population, params }) {
    const stage = population.column('stage');
    const counts = codeCounts(stage);
    const named = filledIn(stage) === population.size ? population : population.where((row) => stage.codes[row] !== 0);
    const listed = new Set(params.stages.map(foldText));
    const rare = Math.max(RARE_DEALS, named.size * RARE_SHARE);
    const meant = stage.values.map((value, code): string | null => {
      const n = counts[code] as number;
      if (value === '' || n === 0) return null;
      if (params.stages.length > 0) return listed.has(foldText(value)) ? null : (meantBy(value, params.stages) ?? '');
      if (n > rare) return null;
      // Equal but for case or spaces is a matter of the spellings' own rule.
      const others = stage.values.filter(
        (other, at) => (counts[at] as number) > n && other !== '' && foldText(other) !== foldText(value),
      );
      return meantBy(value, others);
    });
    const suspects = meant.some((one) => one !== null);
    return violating(named, !suspects ? null : (row) => (meant[stage.codes[row] as number] ?? null) !== null, (row) => {
      const value = categoryAt(stage, row);
      const args = { value, meant: meant[stage.codes[row] as number] ?? '', listed: listed.size > 0 };
      return { field: 'stage', value, args };
    });
  },
  message: {
    en: ({ value, meant, listed }) =>
      `the stage "${value}" is ${listed ? 'not in the list of stages' : 'rare'}${meant === '' ? '' : `; did you mean "${meant}"?`}`,
    fa: ({ value, meant, listed }) =>
      `مرحله‌ی «${value}» ${listed ? 'در فهرست مرحله‌ها نیست' : 'کمیاب است'}${meant === '' ? '' : `؛ آیا منظور «${meant}» بود؟`}`,
  },
  fix: {
    en: 'Choose the stage from the list in the CRM, or add it to the list: rules: { deal.stage_unknown: { stages: [Lead, Proposal] } }.',
    fa: 'مرحله را در CRM از فهرست برگزینید، یا آن را به فهرست بیفزایید: rules: { deal.stage_unknown: { stages: [Lead, Proposal] } }.',
  },
  examples: {
    accept: 'id stage\nD1 Proposal\nD2 Proposal\nD3 Contract',
    reject: 'id stage\nD1 Proposal\nD2 Proposal\nD3 Proposall',
  },
});
