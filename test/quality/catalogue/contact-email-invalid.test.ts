import { describe, expect, it } from 'vitest';
import { contactEmailInvalid } from '../../../src/quality/catalogue/contact-email-invalid.js';
import { expectVerdicts } from '../../support/rules.js';

describe('contact.email_invalid', () => {
  it('rejects what no server takes, and says why', () => {
    const found = expectVerdicts(
      contactEmailInvalid,
      `id  contact_email                  verdict
       D1  ana@alpha.de                   accept
       D2  a.b+c-d@mail.alpha.co.uk       accept
       D3  ana@alpha.de;ben@beta.io       accept
       D4  Ana_<ana@alpha.de>             accept
       D5  علی@ایران.com                  accept
       D6  ana@xn--mller-kva.de           accept
       D7  ana.alpha.de                   reject
       D8  ana@@alpha.de                  reject
       D9  ana_b@alpha.de                 reject
       D10 ana@alpha                      reject
       D11 ana.@alpha.de                  reject
       D12 ana@alpha.de;x                 reject
       D13 .                              outside`,
    );
    expect(found.map(({ message }) => message.en.replace(/^.*: /, ''))).toEqual([
      'it has no @',
      'it has more than one @',
      'it has a space',
      'no domain stands behind the @',
      'a dot stands at an end, or two in a row',
      'it has no @',
    ]);
  });
});
