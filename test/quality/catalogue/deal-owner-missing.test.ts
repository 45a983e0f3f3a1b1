import { describe, expect, it } from 'vitest';
import { dealOwnerMissing } from '../../../src/quality/catalogue/deal-owner-missing.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.owner_missing', () => {
  it('rejects empty owners and placeholders, in English and Persian, and no names', () => {
    const found = expectVerdicts(
      dealOwnerMissing,
      `id  owner             verdict
       D1  Sara              accept
       D2  Ana_Novak         accept
       D3  سارا_ندارد_پور    accept
       D4  Nadia_Nobody-Smith accept
       D5  O'Queue           accept
       D6  علی               accept
       D7  .                 reject
       D8  (Unassigned)      reject
       D9  --                reject
       D10 EMEA_Sales_Queue  reject
       D11 بدون_مسئول        reject
       D12 No_Owner          reject`,
    );
    expect(found[0]?.message.en).toBe('no owner: it is in nobody’s figures');
    expect(found[1]?.message.en).toBe('the owner "(Unassigned)" is a placeholder: nobody’s figures have it');
  });
});
