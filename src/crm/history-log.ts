import type { HistoryFieldName } from '../model/fields.js';
import { headerKey } from './header.js';

/** Column names of a log of stage changes, best first. Compared after header normalisation. */
export const HISTORY_ALIASES: { readonly [F in HistoryFieldName]: readonly string[] } = {
  deal_id: [
    'Deal ID',
    'Deal - ID',
    'Opportunity ID',
    'OpportunityId',
    'Opportunity ID (18)',
    'Parent ID',
    'Record ID',
    '(Do Not Modify) Opportunity',
    'شناسه معامله',
    'کد دیدار معامله',
  ],
  deal_name: [
    'Deal Name',
    'Deal Title',
    'Deal - Title',
    'Opportunity Name',
    'Opportunity',
    'Topic',
    'Deal',
    'عنوان معامله',
    'نام معامله',
  ],
  account: [
    'Account Name',
    'Company Name',
    'Organization',
    'Deal - Organization',
    'Potential Customer',
    'Account',
    'Company',
    'نام شرکت',
    'شرکت معامله',
  ],
  from_stage: ['From Stage', 'From Stage Name', 'Previous Stage', 'Old Stage', 'Stage From', 'Prior Stage', 'از مرحله'],
  to_stage: [
    'To Stage',
    'To Stage Name',
    'New Stage',
    'Stage To',
    'Stage',
    'Stage Name',
    'Deal Stage',
    'StageName',
    'به مرحله',
    'مرحله',
  ],
  field: ['Field / Event', 'Field', 'Field Name', 'Changed Field', 'فیلد'],
  old_value: ['Old Value', 'OldValue', 'Previous Value', 'مقدار قبلی'],
  new_value: ['New Value', 'NewValue', 'مقدار جدید'],
  changed_at: [
    'Stage Change Date',
    'Changed At',
    'Changed On',
    'Change Date',
    'Change Time',
    'Edit Date',
    'Entered At',
    'Entered On',
    'Date Entered',
    'Moved At',
    'Log Time',
    'Timestamp',
    'Last Modified',
    'Last Modified Date',
    'Modified On',
    'Created Date',
    'CreatedDate',
    'Date',
    'Time',
    'تاریخ تغییر',
    'تاریخ',
  ],
};

/** Words in the cells of a field history's `Field` column that mean the stage. Folded. */
export const STAGE_FIELDS: readonly string[] = [
  'stage',
  'stagename',
  'stage name',
  'deal stage',
  'dealstage',
  'sales stage',
  'stage_id',
  'stageid',
  'pipeline stage',
  'vertriebsphase',
  'phase',
  'etapa',
  'مرحله',
];

/** Pairs of columns, stage left and stage entered, that nothing but a log of changes has. */
const CHANGES: readonly (readonly [HistoryFieldName, HistoryFieldName])[] = [
  ['from_stage', 'to_stage'],
  ['old_value', 'new_value'],
];

/** A deals file has these columns of its own, so they give no log away. */
const OWN_STAGE = new Set(['Stage', 'Stage Name', 'Deal Stage', 'StageName', 'مرحله'].map(headerKey));

/**
 * The headers that give a log of stage changes away, or null: what a deal was in, what it is in now, when, and which
 * deal. A table with a stage and a date alone may as well be deals: that one has to be named with --history.
 */
export function historyLogSigns(columns: readonly string[]): readonly string[] | null {
  const find = (field: HistoryFieldName): string | undefined => {
    const names = HISTORY_ALIASES[field].map(headerKey).filter((name) => field !== 'to_stage' || !OWN_STAGE.has(name));
    return columns.find((column) => names.includes(headerKey(column)));
  };
  const deal = find('deal_id') ?? find('deal_name');
  if (deal === undefined || find('changed_at') === undefined) return null;
  for (const [left, entered] of CHANGES) {
    const [from, to] = [find(left), find(entered)];
    if (from !== undefined && to !== undefined) return [from, to];
  }
  return null;
}
