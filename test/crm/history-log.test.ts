import { describe, expect, it } from 'vitest';
import { HISTORY_ALIASES, historyLogSigns } from '../../src/crm/history-log.js';
import { recognize } from '../../src/crm/recognize.js';

describe('a log of stage changes', () => {
  it.each([
    ['Salesforce, Opportunity History', ['Opportunity Name', 'From Stage', 'To Stage', 'Amount', 'Last Modified']],
    [
      'Salesforce, Opportunity Field History',
      ['Opportunity Name', 'Account Name', 'Edited By', 'Field / Event', 'Old Value', 'New Value', 'Edit Date'],
    ],
    ['an audit log', ['deal_id', 'previous_stage', 'new_stage', 'changed_at']],
    [
      'a log beside columns of the deal',
      ['Opportunity ID', 'Stage', 'From Stage', 'To Stage', 'Close Date', 'Edit Date'],
    ],
  ])('is told by its columns: %s', (_, columns) => {
    expect(recognize(columns).role).toBe('history');
    expect(recognize(columns).reason.code).toBe('telling_columns');
  });

  it.each([
    ['deals with the stage before', ['Deal ID', 'Stage', 'Previous Stage', 'Amount', 'Created Date']],
    ['deals', ['Opportunity Name', 'Stage', 'Opportunity Owner', 'Close Date', 'Created Date']],
    ['changes of nobody', ['From Stage', 'To Stage', 'Changed At']],
    ['changes without a day', ['Deal ID', 'From Stage', 'To Stage']],
  ])('is not seen in %s', (_, columns) => {
    expect(historyLogSigns(columns)).toBeNull();
    expect(recognize(columns).role).not.toBe('history');
  });

  it('is what the user says, and a file that the user calls deals is none', () => {
    expect(recognize(['Deal ID', 'Stage', 'Date'], { role: 'history' }).role).toBe('history');
    expect(recognize(['Deal ID', 'From Stage', 'To Stage', 'Changed At'], { role: 'deals' }).role).toBe('deals');
  });

  it('has no name for two fields', () => {
    const names = Object.values(HISTORY_ALIASES)
      .flat()
      .map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});
