/** Fields of ours that are made of columns with other names. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  outcome: ['status', 'stage', 'is_won', 'is_closed'],
  customer: ['account', 'account_id'],
  closed_at: ['close_date', 'won_at', 'lost_at'],
  expected_close: ['close_date'],
};

/** Whether a column that is mapped to `mapped` is where a field is taken from. */
export function isMadeOf(field: string, mapped: string): boolean {
  return field === mapped || (MADE_OF[field]?.includes(mapped) ?? false);
}
