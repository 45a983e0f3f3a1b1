import { describe, expect, it } from 'vitest';
import { headerKey, headerUnit, peelHeader } from '../../src/crm/header.js';

describe('headerKey', () => {
  it('is one for the spellings of a header that different exports use', () => {
    const spellings = [
      'Deal Value',
      'deal_value',
      'DEAL  VALUE:',
      'Deal - Value',
      'Deal: Value',
      '\ufeffDeal Value',
      '"Deal Value"',
      'deal.value*',
    ];
    expect(new Set(spellings.map(headerKey))).toEqual(new Set(['deal value']));
  });

  it('splits the camel case of API names', () => {
    expect(headerKey('StageName')).toBe('stage name');
    expect(headerKey('CloseDate')).toBe('close date');
  });

  it('folds Arabic letters and digits, half spaces and accents', () => {
    expect(headerKey('مشتري')).toBe(headerKey('مشتری'));
    expect(headerKey('تاريخ\u200cايجاد')).toBe(headerKey('تاریخ ایجاد'));
    expect(headerKey('Data de criação')).toBe('data de criacao');
  });
});

describe('peelHeader', () => {
  it('takes the entity word off and remembers it', () => {
    expect(peelHeader('organization name')).toEqual({ rest: 'name', entity: 'account' });
    expect(peelHeader('deal owner')).toEqual({ rest: 'owner', entity: 'deal' });
    expect(peelHeader('ارزش معامله')).toEqual({ rest: 'ارزش', entity: 'deal' });
    expect(peelHeader('owner')).toBeNull();
  });
});

describe('headerUnit', () => {
  it('is what stands in brackets at the end', () => {
    expect(headerUnit('Amount (USD)')).toBe('USD');
    expect(headerUnit('مبلغ (تومان)')).toBe('تومان');
    expect(headerUnit('Amount')).toBeNull();
  });
});
