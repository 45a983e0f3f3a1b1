import { describe, expect, it } from 'vitest';
import { dealLostWithoutReason } from '../../../src/quality/catalogue/deal-lost-without-reason.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.lost_without_reason', () => {
  it('rejects lost deals whose reason is empty or says nothing', () => {
    const found = expectVerdicts(
      dealLostWithoutReason,
      `id outcome lost_reason    verdict
       D1 lost    Price          accept
       D2 lost    Other_supplier accept
       D3 lost    قیمت           accept
       D4 lost    No             accept
       D5 lost    .              reject
       D6 lost    OTHER          reject
       D7 lost    سایر           reject
       D8 lost    ?!             reject
       D9 won     .              outside
       DA open    .              outside`,
    );
    expect(found[1]?.message.en).toBe('lost for the reason "OTHER", which says nothing');
  });

  it('rejects a single character', () => {
    expect(runRule(dealLostWithoutReason, 'id outcome lost_reason\nD1 lost x').violations).toBe(1);
  });

  it('is skipped in a file without reasons', () => {
    expect(runRule(dealLostWithoutReason, 'id outcome\nD1 lost').reason).toBe('missing_field:lost_reason');
  });
});
