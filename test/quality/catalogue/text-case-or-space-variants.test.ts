import { describe, expect, it } from 'vitest';
import { textCaseOrSpaceVariants } from '../../../src/quality/catalogue/text-case-or-space-variants.js';
import { runRule } from '../../support/rules.js';

describe('text.case_or_space_variants', () => {
  const found = (table: string) =>
    runRule(textCaseOrSpaceVariants, table)
      .describe()
      .map(({ field, value, place }) => [field, value, place.row]);

  it('rejects the rarer of two spellings, once each, at its first deal', () => {
    const table = `id product owner source
       D1 GTX_Pro سارا_کریمی Web
       D2 GTXPro سارا_كريمي web
       D3 GTX_Pro سارا_کریمی Web
       D4 gtx-pro سارا_کریمی Event
       D5 GTX_Plus Omid Événement
       D6 GTXPro Omid Evenement`;
    expect(found(table)).toEqual(
      [
        ['owner', 'سارا كريمي', 3],
        ['source', 'web', 3],
        ['product', 'GTXPro', 3],
        ['product', 'gtx-pro', 5],
        ['source', 'Evenement', 7],
      ].sort((a, b) => Number(a[2]) - Number(b[2])),
    );
    const [first] = runRule(
      textCaseOrSpaceVariants,
      'id product\nD1 GTX_Pro\nD2 GTXPro\nD3 GTX_Pro\nD4 GTXPro\nD5 GTX_Pro',
    ).describe();
    expect(first?.message.en).toBe('"GTXPro" (2 deals) is "GTX Pro" (3) in another spelling; they are counted apart');
  });

  it('accepts other words, other numbers, C and C++ and C#', () => {
    const table = 'id product\nD1 C\nD2 C++\nD3 C#\nD4 GTX_1\nD5 GTX_2\nD6 GTX_Pro\nD7 GTX_Plus_Pro';
    expect(runRule(textCaseOrSpaceVariants, table)).toMatchObject({ outcome: 'pass', applicable: 7 });
  });

  it('says nothing of accounts, whose spellings are one customer and one group', () => {
    const table = (field: string): string => `id ${field}\nD1 Ardent_Ltd\nD2 ARDENT_LTD\nD3 Ardent_Ltd`;
    expect(runRule(textCaseOrSpaceVariants, table('product')).violations).toBe(1);
    expect(runRule(textCaseOrSpaceVariants, table('account')).violations).toBe(0);
  });
});
