import { definePreset } from '../definition.js';

export const suitecrm = definePreset({
  id: 'suitecrm',
  title: 'SuiteCRM and SugarCRM',
  fingerprint: [
    {
      role: 'deals',
      all: ['Opportunity Name', 'Sales Stage'],
      any: ['Opportunity Amount', 'Expected Close Date', 'Assigned User', 'Amount (US dollar value)'],
    },
    { role: 'deals', all: ['Opportunity Name:', 'Sales Stage:'] },
    { role: 'deals', all: ['sales_stage', 'date_closed'] },
  ],
  columns: {
    deals: {
      id: ['ID', 'id'],
      name: ['Opportunity Name', 'name'],
      amount: ['Opportunity Amount', 'Amount', 'amount'],
      currency: ['Currency', 'currency_id', 'Currency Name'],
      probability: ['Probability (%)', 'probability'],
      stage: ['Sales Stage', 'sales_stage'],
      created_at: ['Date Created', 'date_entered'],
      close_date: ['Expected Close Date', 'date_closed'],
      modified_at: ['Date Modified', 'date_modified'],
      owner: ['Assigned User', 'Assigned To', 'assigned_user_name', 'Assigned User Name'],
      account: ['Account Name', 'account_name'],
      account_id: ['Account ID', 'account_id'],
      source: ['Lead Source', 'lead_source'],
      type: ['Type', 'opportunity_type'],
    },
  },
  ignore: ['Amount (US dollar value)', 'amount_usdollar', 'Next Step', 'Deleted', 'Created By', 'Modified By'],
  outcomes: {
    won: ['Closed Won'],
    lost: ['Closed Lost'],
    open: [
      'Prospecting',
      'Qualification',
      'Needs Analysis',
      'Value Proposition',
      'Id. Decision Makers',
      'Identifying Decision Makers',
      'Perception Analysis',
      'Proposal/Price Quote',
      'Negotiation/Review',
    ],
  },
  marks: [
    {
      column: ['Deleted', 'deleted'],
      values: ['1', 'Yes', 'True'],
      outcome: 'excluded',
      what: 'row_deleted',
    },
  ],
  notes: [
    '"Expected Close Date" (`date_closed`) is also the day on which a closed deal was closed.',
    'Delimiter, character set, dates and numbers follow the settings of the user who exported; each is read off the file.',
  ],
  source:
    'include/export_utils.php and the Opportunities module of github.com/salesagility/SuiteCRM (labels and names)',
});
