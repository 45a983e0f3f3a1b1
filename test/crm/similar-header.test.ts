import { describe, expect, it } from 'vitest';
import { headerSimilarity } from '../../src/crm/similar-header.js';

const kind = (key: string, name: string): string | null => headerSimilarity(key, name)?.kind ?? null;

describe('headerSimilarity', () => {
  it('sees a slip of one letter in a word, two in a long one', () => {
    expect(kind('opportunty name', 'opportunity name')).toBe('typo');
    expect(kind('amout', 'amount')).toBe('typo');
    expect(kind('probabilty', 'probability')).toBe('typo');
    expect(kind('deal stgae', 'deal stage')).toBe('typo');
  });

  it('sees a name with harmless words around it', () => {
    expect(kind('our deal amount', 'deal amount')).toBe('wider');
    expect(kind('sales deal stage', 'deal stage')).toBe('wider');
  });

  it('never takes a word that makes it another thing', () => {
    for (const key of [
      'previous deal amount',
      'weighted deal amount',
      'last deal stage',
      'account created date',
      'lead created date',
      'deal amount tax',
      'email created date',
    ]) {
      for (const name of ['deal amount', 'deal stage', 'created date'])
        expect(kind(key, name), `${key} ~ ${name}`).toBeNull();
    }
  });

  it('never matches on words that all headers share', () => {
    expect(kind('birth date', 'create date')).toBeNull();
    expect(kind('name', 'date')).toBeNull();
    expect(kind('date name', 'name')).toBeNull();
    expect(kind('last activity date', 'close date')).toBeNull();
    expect(kind('company phone', 'company')).toBeNull();
    expect(kind('email consent', 'email')).toBeNull();
  });

  it('does not correct short words', () => {
    expect(kind('own', 'won')).toBeNull();
    expect(kind('rate', 'date')).toBeNull();
    expect(kind('stave', 'stage')).toBe('typo');
  });
});
