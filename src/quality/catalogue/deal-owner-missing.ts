import { between } from '../../locale/edges.js';
import { foldText } from '../../locale/fold.js';
import { categoryAt } from '../../model/column.js';
import { defineRule } from '../definition.js';
import { rowsWithValue } from '../texts.js';

/** What CRMs and people write where a deal has no owner, folded. A queue is a list that nobody has picked from yet. */
const NOBODY = new Set(
  ['', 'unassigned', 'not assigned', 'no owner', 'nobody', 'none', 'n/a', 'na', 'null', 'unknown', 'tbd', 'default']
    .concat([
      'to be assigned',
      'queue',
      'بدون مسئول',
      'بدون مالک',
      'تخصیص نیافته',
      'تعیین نشده',
      'نامشخص',
      'ندارد',
      'هیچ‌کس',
    ])
    .map(foldText),
);

export const dealOwnerMissing = defineRule({
  id: 'deal.owner_missing',
  title: { en: 'Deals without an owner', fa: 'معامله‌های بدون مسئول' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all deals, those whose owner is empty or a placeholder (Unassigned, No owner, a queue).',
    fa: 'از همه‌ی معامله‌ها، آن‌هایی که مسئولشان خالی یا جای‌گزین است (بدون مسئول، Unassigned، صف).',
  },
  source: 'Every hygiene guide for Salesforce, HubSpot and Pipedrive; Salesforce queues own unclaimed records',
  needs: ['owner'],
  // Totals stay as they are: it is every figure by owner that loses the deal.
  affects: ['won_deals', 'lost_deals', 'open_deals', 'win_rate', 'revenue_won', 'open_pipeline_value'],
  check({ population }) {
    const owner = population.column('owner');
    return {
      checked: population.size,
      rows: rowsWithValue(owner, isNobody),
      describe(row) {
        const value = categoryAt(owner, row);
        return { field: 'owner', value, args: { owner: value } };
      },
    };
  },
  message: {
    en: ({ owner }) =>
      owner === ''
        ? 'no owner: it is in nobody’s figures'
        : `the owner "${owner}" is a placeholder: nobody’s figures have it`,
    fa: ({ owner }) =>
      owner === '' ? 'بدون مسئول: در ارقام هیچ‌کس نیست' : `مسئول «${owner}» شخص نیست: در ارقام هیچ‌کس نمی‌آید`,
  },
  fix: {
    en: 'Assign the deal to a person in the CRM.',
    fa: 'معامله را در CRM به یک شخص بسپارید.',
  },
  examples: {
    accept: 'id owner\nD1 Sara',
    reject: 'id owner\nD1 Unassigned',
  },
});

/** Brackets and dashes around a placeholder do not matter: `(unassigned)`, `--`. */
function isNobody(owner: string): boolean {
  const name = between(foldText(owner), /[\p{L}\p{N}]/u);
  return NOBODY.has(name) || name.endsWith(' queue');
}
