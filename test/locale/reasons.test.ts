import { expect, test } from 'vitest';
import { REASONS, reasonText } from '../../src/locale/reasons.js';

test('every reason is a clause in both languages, without a full stop', () => {
  for (const [code, { en, fa }] of Object.entries(REASONS)) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(en, code).toMatch(/^[a-z].*[^.]$/);
    expect(fa, code).toMatch(/^[\u0600-\u06ff].*[^.]$/u);
  }
});

test('a missing field is named in the sentence', () => {
  expect(reasonText('missing_field:closed_at', 'en')).toBe('the file has no column for the close date');
  expect(reasonText('missing_field:closed_at', 'fa')).toContain('تاریخ بسته شدن');
  expect(reasonText('no_leads', 'en')).toBe('no leads given');
});
