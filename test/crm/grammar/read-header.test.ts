import { describe, expect, it } from 'vitest';
import { isUnderstood, readHeader } from '../../../src/crm/grammar/read-header.js';
import { cpuTime } from '../../support/cpu-time.js';

const fields = (header: string, role: 'deals' | 'orders' | 'customers' | 'leads' = 'deals'): string[] =>
  readHeader(header, role).map(({ field }) => field);

describe('readHeader', () => {
  it('knows a field by head and modifiers, however the words are joined', () => {
    for (const header of [
      'Deal Close Date',
      'deal_close_date',
      'DealCloseDate',
      'DEALCLOSEDATE',
      'Deal__c:Close_Date__c',
    ])
      expect(fields(header), header).toContain('close_date');
  });

  it('says no field where a word is left that makes another thing of it', () => {
    for (const header of [
      'Previous Close Date',
      'Account Close Date',
      'Close Date Zebra',
      'Days to Close',
      'Close Date Pushes',
    ])
      expect(fields(header), header).toEqual([]);
  });

  it('reads words of expectation as a planned day', () => {
    for (const header of [
      'Anticipated Closing',
      'Clôture prévisionnelle',
      'Beklenen Kapanış',
      '预计成交时间',
      'تاریخ بسته شدن مورد انتظار',
    ])
      expect(fields(header), header).toEqual(['expected_close']);
  });

  it('puts an expected amount behind any plain one', () => {
    const [plain] = readHeader('Opportunity Worth', 'deals');
    const [expected] = readHeader('Expected Worth', 'deals');
    expect(plain?.field).toBe('amount');
    expect(expected?.field).toBe('amount');
    expect(expected?.score ?? 1).toBeLessThan((plain?.score ?? 0) - 0.05);
  });

  it('marks an id that stands where words should', () => {
    expect(readHeader('current_stage_id', 'deals')).toMatchObject([{ field: 'stage', words: true }]);
  });

  it('takes the columns of orders for what the total is, not a part of it', () => {
    const score = (header: string): number =>
      readHeader(header, 'orders').find((one) => one.field === 'amount')?.score ?? 0;
    expect(score('montant_total_paye')).toBeGreaterThan(score('montant_des_produits'));
    expect(score('montant_livraison')).toBe(0);
    expect(fields('Bestellnummer', 'orders')).toContain('id');
    expect(fields('Data da venda', 'orders')).toContain('ordered_at');
  });

  it('understands a name that is no field', () => {
    expect(isUnderstood('Previous Amount')).toBe(true);
    expect(isUnderstood('Amout')).toBe(false);
  });

  it('ends quickly on what is no name', () => {
    const started = cpuTime();
    for (const header of [
      'a'.repeat(10_000),
      'deal '.repeat(2000),
      '商'.repeat(10_000),
      'dealdeal'.repeat(10),
      '_'.repeat(10_000),
    ])
      expect(fields(header)).toEqual([]);
    expect(cpuTime() - started).toBeLessThan(1000);
  });
});
