import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/crm/recognize.js';
import { withoutSharedPrefix } from '../../src/crm/shared-prefix.js';

describe('withoutSharedPrefix', () => {
  it.each([
    [
      ['property_dealname', 'property_amount', 'property_closedate'],
      ['dealname', 'amount', 'closedate'],
    ],
    [
      ['Deal__c:Name', 'Deal__c:Stage__c', 'Deal__c:Amount__c'],
      ['Name', 'Stage__c', 'Amount__c'],
    ],
    [
      ['Obchod - Název', 'Obchod - Hodnota', 'Obchod - Stav'],
      ['Název', 'Hodnota', 'Stav'],
    ],
    [
      ['x.crm.deal.id', 'x.crm.deal.stage', 'x.crm.deal.amount', '_synced'],
      ['id', 'stage', 'amount', '_synced'],
    ],
  ])('takes off what all of %j begin with', (headers, bare) => {
    expect(withoutSharedPrefix(headers)).toEqual(bare);
  });

  it.each([
    ['two headers would become one', ['crm_stage', 'crm_amount', 'crm_owner', 'stage']],
    ['nothing would be left', ['crm_', 'crm_amount', 'crm_owner']],
    ['the prefix is another record', ['account_name', 'account_status', 'account_owner']],
    ['the columns are another record', ['ticket_id', 'ticket_status', 'ticket_created_at']],
    ['only letters are shared', ['stage', 'status', 'started', 'stopped']],
    ['few share it', ['deal_id', 'deal_name', 'owner', 'stage', 'amount']],
  ])('leaves them where %s', (_, headers) => {
    expect(withoutSharedPrefix(headers)).toBe(headers);
  });

  it('lets a CRM be recognized behind it', () => {
    const headers = ['property_deal_id', 'property_dealname', 'property_dealstage', 'property_amount'];
    expect(recognize(headers)).toMatchObject({ preset: { id: 'hubspot' }, role: 'deals' });
  });

  it('makes no deals of tables of something else', () => {
    for (const headers of [
      ['team_id', 'team_name', 'team_status'],
      ['site_id', 'site_name', 'site_status', 'site_created_at'],
    ]) {
      expect(recognize(headers).role, headers.join()).toBe('lookup');
    }
  });
});
