import { describe, expect, it } from 'vitest';
import { refValueOrphan } from '../../../src/quality/catalogue/ref-value-orphan.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('ref.value_orphan', () => {
  it('rejects values that the joined table does not have, and offers the spelling it has', () => {
    const found = expectVerdicts(
      refValueOrphan,
      `id product   verdict
       D1 GTX_Pro   accept
       D2 MG_Basic  accept
       D3 GTXPro    reject
       D4 Turbine   reject
       D5 .         outside
       # lookup product products.csv
       product
       GTX_Basic
       GTX_Pro
       MG_Basic`,
    );
    expect(found.map(({ message }) => message.en)).toEqual([
      'the product "GTXPro" is not in products.csv; did you mean "GTX Pro"?',
      'the product "Turbine" is not in products.csv',
    ]);
  });

  it('judges each joined table, and leaves customers to their own rule', () => {
    const result = runRule(
      refValueOrphan,
      'id owner product account\nD1 Sara X Zeta\nD2 Omid Y Alpha\n# lookup owner teams.csv\nowner\nSara\n# lookup product products.csv\nproduct\nX\n# customers\nid name\nC1 Alpha',
    );
    expect(result.describe().map(({ recordId, field }) => [recordId, field])).toEqual([
      ['D2', 'owner'],
      ['D2', 'product'],
    ]);
    expect(result.applicable).toBe(4);
  });
});
