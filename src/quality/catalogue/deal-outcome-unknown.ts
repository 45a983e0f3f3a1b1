import { type CategoryColumn, categoryAt } from '../../model/column.js';
import { EXCLUDED } from '../../model/outcome.js';
import { byOutcome } from '../../model/selections.js';
import { defineRule } from '../definition.js';
import { violating } from '../populations.js';

export const dealOutcomeUnknown = defineRule({
  id: 'deal.outcome_unknown',
  title: { en: 'Deals neither won, lost nor open', fa: 'معامله‌هایی که نه برنده‌اند، نه ازدست‌رفته و نه باز' },
  dimension: 'validity',
  severity: 'error',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all deals, those whose stage and status (and flags, dates, probability) do not tell whether they are won, lost or open. Deals set aside on purpose (merged, deleted, said to be excluded) are not judged.',
    fa: 'از همه‌ی معامله‌ها، آن‌هایی که مرحله و وضعیتشان (و نشانه‌ها، تاریخ‌ها و احتمالشان) نشان نمی‌دهد برنده‌اند، ازدست‌رفته یا باز. معامله‌هایی که به‌عمد کنار گذاشته شده‌اند بررسی نمی‌شوند.',
  },
  source: 'Accepted-values checks of dbt and Soda',
  needs: ['outcome'],
  wants: ['stage', 'status'],
  affects: [
    'won_deals',
    'lost_deals',
    'open_deals',
    'win_rate',
    'win_rate_value',
    'cohort_conversion',
    'revenue_won',
    'eventual_win_rate',
    'time_to_close',
  ],
  check({ population, deals, setAside }) {
    const outcome = population.column('outcome');
    const [stage, status] = [population.column('stage'), population.column('status')];
    const isAside = (column: CategoryColumn): boolean[] =>
      column.values.map((value) => value !== '' && setAside.has(value));
    const [asideStage, asideStatus] = [isAside(stage), isAside(status)];
    const excluded = byOutcome(population)[EXCLUDED]?.size ?? 0;
    // Where no deal is without an outcome, none must be looked at.
    const judged =
      excluded === 0
        ? population
        : population.where(
            (row) =>
              outcome[row] !== EXCLUDED ||
              !(
                deals.setAside.has(row) ||
                asideStage[stage.codes[row] as number] ||
                asideStatus[status.codes[row] as number]
              ),
          );
    return violating(judged, excluded === 0 ? null : (row) => outcome[row] === EXCLUDED, (row) => {
      const [name, state] = [categoryAt(stage, row), categoryAt(status, row)];
      const field = state !== '' ? 'status' : 'stage';
      return { field, value: state || name, args: { stage: name, status: state } };
    });
  },
  message: {
    en: ({ stage, status }) => {
      const names = [status && `the status "${status}"`, stage && `the stage "${stage}"`].filter((name) => name !== '');
      if (names.length === 0) return 'no stage or status says what became of it';
      return `${names.join(' and ')} ${names.length === 1 ? 'does' : 'do'} not say whether it is won, lost or open`;
    },
    fa: ({ stage, status }) => {
      const names = [status && `وضعیت «${status}»`, stage && `مرحله‌ی «${stage}»`].filter((name) => name !== '');
      if (names.length === 0) return 'هیچ مرحله یا وضعیتی نمی‌گوید چه بر سر آن آمده است';
      return `${names.join(' و ')} نمی‌گوید برنده است، ازدست‌رفته یا باز`;
    },
  },
  fix: {
    en: 'Say what the value means: --stage "Name=won" (or lost, open, excluded), or the key stages in the config.',
    fa: 'معنای این مقدار را بگویید: --stage "Name=won" (یا lost، open، excluded)، یا کلید stages در تنظیمات.',
  },
  examples: {
    accept: 'id stage outcome\nD1 Closed_Won won\nD2 Proposal open',
    reject: 'id stage outcome\nD1 Closed_Won won\nD2 Archived excluded',
  },
});
