import { definePreset } from '../definition.js';

export const monday = definePreset({
  id: 'monday',
  title: 'monday CRM',
  fingerprint: [
    {
      role: 'deals',
      all: ['Name', 'Stage', 'Deal Value'],
      any: ['Close Probability', 'Forecast Value', 'Creation log', 'Item ID (auto generated)', 'Subitems', 'Accounts'],
    },
    { role: 'deals', all: ['Name', 'Item ID (auto generated)'], any: ['Deal Value', 'Deal Stage', 'Forecast Value'] },
  ],
  columns: {
    deals: {
      id: ['Item ID (auto generated)', 'Item ID', 'Deal ID'],
      name: ['Name'],
      stage: ['Stage', 'Deal Stage', 'Deal stage'],
      amount: ['Deal Value', 'Deal value'],
      currency: ['Currency'],
      probability: ['Close Probability'],
      created_at: ['Deal creation date', 'Creation log', 'Creation Log', 'Created'],
      closed_at: ['Close Date', 'Actual Close Date', 'Closed Date'],
      expected_close: ['Expected Close Date'],
      modified_at: ['Last Updated', 'Last updated'],
      owner: ['Owner', 'Deal Owner', 'People'],
      account: ['Accounts', 'Account', 'Company'],
      contact: ['Contacts', 'Contact'],
      source: ['Source', 'Lead Source'],
      last_activity: ['Last interaction'],
      lost_reason: ['Lost Reason', 'Loss Reason'],
    },
  },
  ignore: ['Forecast Value', 'Deal length', 'Subitems', 'Timeline'],
  outcomes: {
    won: ['Won'],
    lost: ['Lost'],
    open: ['New', 'Discovery', 'Proposal', 'Negotiation', 'Legal', 'Working on it', 'Stuck'],
  },
  notes: [
    "The columns of a board are the team's own; these are those of the CRM's deals board.",
    "An Excel export repeats the header for every group, under a row with the group's name and above one of sums; those rows are no deals.",
    '"Forecast Value" is the deal value times the close probability.',
  ],
  source: 'board exports to Excel, and the deals board that monday CRM starts with',
});
