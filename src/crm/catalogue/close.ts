import { definePreset } from '../definition.js';

export const close = definePreset({
  id: 'close',
  title: 'Close',
  fingerprint: [
    { role: 'deals', all: ['status_type'], any: ['value_period', 'value_formatted', 'date_won', 'lead_name'] },
  ],
  columns: {
    deals: {
      id: ['id', 'opportunity_id'],
      name: ['note'],
      account: ['lead_name'],
      account_id: ['lead_id'],
      contact: ['contact_name', 'contact_id'],
      owner: ['user_name', 'user_id'],
      status: ['status_type'],
      stage: ['status_label', 'status_id'],
      pipeline: ['pipeline_name', 'pipeline_id'],
      amount: ['value'],
      currency: ['value_currency'],
      probability: ['confidence'],
      created_at: ['date_created'],
      close_date: ['date_won'],
      lost_at: ['date_lost'],
      modified_at: ['date_updated'],
      source: ['lead_source', 'source', 'custom.Source', 'custom.Lead Source'],
    },
  },
  ignore: ['value_formatted', 'annualized_value', 'expected_value', 'annualized_expected_value', 'value_period'],
  outcomes: { won: ['won'], lost: ['lost'], open: ['active'] },
  amounts: { scale: 'cents', period: { column: ['value_period'], once: ['one_time'] } },
  notes: [
    '"value" is in cents.',
    'Amounts per month and per year ("value_period") are added to one-time amounts as they stand; a warning says how many there are. `--by value_period` keeps them apart.',
    '"date_won" is the expected day while an opportunity is active.',
    'What Close calls a lead is a company.',
  ],
  source: 'opportunity exports of the API (field names), developer.close.com',
});
