import { describe, expect, it } from 'vitest';
import { accountDuplicateLikely } from '../../../src/quality/catalogue/account-duplicate-likely.js';
import { runRule } from '../../support/rules.js';

describe('account.duplicate_likely', () => {
  const pairs = (table: string) =>
    runRule(accountDuplicateLikely, table)
      .describe()
      .map(({ value, place, message }) => [value, place.row, message.en.replace(/^.*?: /, '')]);

  it('rejects names that differ in form, spacing, order, Arabic letters or one letter of a long word', () => {
    const table = `id customer
       D1 Acme_Inc.
       D2 ACME_Incorporated
       D3 Betasoloin
       D4 Beta_Soloin
       D5 Meridian_Logistics
       D6 Logistics_Meridian_GmbH
       D7 Kennedy_Industries
       D8 Kennedy_Industrie
       D9 شركت_كيميا
       D10 کیمیا`;
    expect(pairs(table)).toEqual([
      ['ACME Incorporated', 3, 'the same words but for their order or the legal form'],
      ['Beta Soloin', 5, 'the same name, under another id'],
      ['Logistics Meridian GmbH', 7, 'the same words but for their order or the legal form'],
      ['Kennedy Industrie', 9, 'one letter differs'],
      ['کیمیا', 11, 'the same words but for their order or the legal form'],
    ]);
  });

  it('accepts names that are only alike: other numbers, one letter of a short word, another word', () => {
    const table = `id customer
       D1 Region_1_Hospital
       D2 Region_2_Hospital
       D3 Meridian_Health
       D4 Meridian_Wealth
       D5 Bank_Mellat
       D6 Bank_Melli
       D7 Acme
       D8 Apex
       D9 .`;
    expect(runRule(accountDuplicateLikely, table)).toMatchObject({ outcome: 'pass', applicable: 8 });
  });

  it('rejects two customers whose contacts write from one company domain, but not from a mail provider', () => {
    const table = `id customer contact_email
       D1 Alpha ana@mail.alpha.co.uk
       D2 Alfa_Ltd ben@alpha.co.uk
       D3 Beta c@gmail.com
       D4 Gamma d@gmail.com
       D5 Delta e@delta.co.uk`;
    expect(pairs(table)).toEqual([['Alfa Ltd', 3, 'contacts of both write from alpha.co.uk']]);
  });

  it('looks at the customers file too', () => {
    const table = 'id customer\nD1 Betasoloin\n# customers\nid name\nC1 Betasoloin\nC2 Beta-Soloin\nC3 BETASOLOIN';
    expect(pairs(table)).toEqual([
      ['Beta-Soloin', 3, 'the same name, under another id'],
      ['BETASOLOIN', 4, 'the same name, under another id'],
    ]);
  });
});
