import { describe, expect, it } from 'vitest';
import { dealFieldTitle, dealFieldTitled } from '../../src/model/fields.js';

describe('a field of deals by its title', () => {
  it('is found in either language, however it is typed', () => {
    expect(dealFieldTitled('Owner', ['stage', 'owner'])).toBe('owner');
    expect(dealFieldTitled('OWNER', ['stage', 'owner'])).toBe('owner');
    expect(dealFieldTitled('مسئول', ['stage', 'owner'])).toBe('owner');
    expect(dealFieldTitled('مشتری', ['customer'])).toBe('customer');
  });

  it('is none of the fields that are not there, and nothing else', () => {
    expect(dealFieldTitled('Owner', ['stage'])).toBeNull();
    expect(dealFieldTitled('constructor', ['stage', 'constructor'])).toBeNull();
    expect(dealFieldTitle('constructor')).toBeNull();
    expect(dealFieldTitle('owner')).toEqual({ en: 'Owner', fa: 'مسئول' });
  });
});
