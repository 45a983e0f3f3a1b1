import type { ComparedField } from '../locale/en/snapshot-warnings.js';
import { type Said, said } from '../locale/said.js';
import type { DealField, Deals } from '../model/deals.js';
import { OPEN } from '../model/outcome.js';
import type { Snapshot } from '../model/snapshot.js';

/** Fields that are compared, and the ones that any of them does for. */
const FIELDS: { readonly [F in ComparedField]: readonly DealField[] } = {
  id: ['id'],
  name: ['name'],
  account: ['account', 'account_id'],
  owner: ['owner'],
  pipeline: ['pipeline'],
  stage: ['stage'],
  outcome: ['outcome'],
  amount: ['amount'],
  created_at: ['created_at'],
  expected_close: ['expected_close'],
  probability: ['probability'],
};
/** What closed deals do not have, so that an export of none but these lacks nothing. */
const OF_OPEN: readonly ComparedField[] = ['expected_close', 'probability'];

/** What makes exports hard to compare: columns that one has and another lacks, and exports without a deal. */
export function unlikeExports(snapshots: readonly Snapshot[]): Said[] {
  const empty = snapshots.filter(({ dataset }) => dataset.deals.size === 0);
  const others = snapshots.filter((one) => !empty.includes(one));
  const told = (Object.keys(FIELDS) as ComparedField[]).filter((field) =>
    others.some(({ dataset }) => tells(dataset.deals, field)),
  );
  const lacking = others
    .map(({ dataset, files }) => ({ files, fields: told.filter((field) => lacks(dataset.deals, field)) }))
    .filter(({ fields }) => fields.length > 0);
  // Where all are, what reading them has to say is enough.
  const alone = others.length === 0 ? [] : empty;
  return [
    ...alone.map(({ dataset, files }) => said('snapshots_empty', { files, where: dataset.filter !== undefined })),
    ...(lacking.length === 0 ? [] : [said('snapshots_other_fields', { exports: lacking })]),
  ];
}

function tells(deals: Deals, field: ComparedField): boolean {
  return FIELDS[field].some((one) => deals.has(one));
}

function lacks(deals: Deals, field: ComparedField): boolean {
  return !tells(deals, field) && (!OF_OPEN.includes(field) || deals.column('outcome').includes(OPEN));
}
