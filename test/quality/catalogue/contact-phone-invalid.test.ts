import { describe, expect, it } from 'vitest';
import { contactPhoneInvalid } from '../../../src/quality/catalogue/contact-phone-invalid.js';
import { expectVerdicts } from '../../support/rules.js';

describe('contact.phone_invalid', () => {
  it('rejects too few and too many digits, words and what a spreadsheet cut', () => {
    const found = expectVerdicts(
      contactPhoneInvalid,
      `id contact_phone          verdict
       D1 +49_(0)30_123456       accept
       D2 ۰۲۱-۸۸۷۷۶۶۵۵           accept
       D3 555-1234_ext._12       accept
       D4 5551234/5551235        accept
       D5 9.89E+11               reject
       D6 12-34                  reject
       D7 1234567890123456       reject
       D8 call_me                reject
       D9 .                      outside`,
    );
    expect(found[0]?.message.en).toBe('"9.89E+11" is no phone number: a spreadsheet has cut it');
  });
});
