import { describe, expect, it } from 'vitest';
import { textEncodingDamage } from '../../../src/quality/catalogue/text-encoding-damage.js';
import { runRule } from '../../support/rules.js';

describe('text.encoding_damage', () => {
  const found = (table: string) =>
    runRule(textEncodingDamage, table)
      .describe()
      .map(({ recordId, field, message }) => [recordId, field, message.en.replace(/^".*" /, '')]);

  it('rejects lost letters, letters of a wrong encoding and question marks', () => {
    const table = `id name owner
       D1 Caf\ufffd Sara
       D2 CafÃ© Sara
       D3 Pump Ø³Ø§Ø±Ø§
       D4 ????? Sara
       D5 Donâ€™t Sara`;
    expect(found(table)).toEqual([
      ['D1', 'name', 'holds a letter that was lost'],
      ['D2', 'name', 'was read in a wrong encoding'],
      ['D3', 'owner', 'was read in a wrong encoding'],
      ['D4', 'name', 'has question marks for letters'],
      ['D5', 'name', 'was read in a wrong encoding'],
    ]);
  });

  it('rejects Arabic ye and kaf where most cells with them have the Persian ones', () => {
    const mixed = 'id owner\nD1 علی\nD2 کیان\nD3 علي';
    expect(found(mixed)).toEqual([['D3', 'owner', 'has an Arabic ye or kaf where most have the Persian ones']]);
    expect(found('id owner\nD1 علی\nD2 كريم\nD3 علي')).toEqual([]);
  });

  it('accepts letters of every language as they are', () => {
    expect(found('id name owner\nD1 Ångström_São_Øre Müller\nD2 Really?? Ñandú\nD3 Ø–Ã Ûber')).toEqual([]);
  });
});
