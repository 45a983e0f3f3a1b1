import { expect, test } from 'vitest';
import { REASONS as ENGLISH } from '../../src/locale/en/reasons.js';
import { REASONS as PERSIAN } from '../../src/locale/fa/reasons.js';
import { isReason, reasonText, shortReason } from '../../src/locale/reasons.js';

test('every reason is a clause in both languages, without a full stop', () => {
  expect(Object.keys(PERSIAN).sort()).toEqual(Object.keys(ENGLISH).sort());
  for (const code of Object.keys(ENGLISH)) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(reasonText(code, 'en'), code).toMatch(/^[a-z].*[^.]$/);
    expect(reasonText(code, 'fa'), code).toMatch(/^[\u0600-\u06ff].*[^.]$/u);
  }
});

test('a missing field is named in the sentence', () => {
  expect(reasonText('missing_field:closed_at', 'en')).toBe('the file has no column for the close date');
  expect(reasonText('missing_field:closed_at', 'fa')).toContain('تاریخ بسته شدن');
  expect(reasonText('no_leads', 'en')).toBe('no leads given');
});

test('what is no reason stays as it is, whatever its name', () => {
  for (const code of ['toString', 'constructor', 'made_up']) {
    expect(isReason(code)).toBe(false);
    expect(reasonText(code, 'en')).toBe(code);
    expect(shortReason(code, 'fa')).toBeNull();
  }
  expect(reasonText('missing_field:toString', 'fa')).toContain('toString');
  expect(reasonText('no_file:leads', 'en')).toBe('no file of leads was given');
});

test('a reason in few words names what is lacking', () => {
  expect(shortReason('missing_field:amount', 'en')).toBe('the amount');
  expect(shortReason('no_quotas', 'fa')).toContain('quotas');
});
