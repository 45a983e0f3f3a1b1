import { describe, expect, it } from 'vitest';
import { categoryColumn } from '../../src/model/column.js';
import { unifyRials } from '../../src/normalize/money-units.js';

describe('unifyRials', () => {
  it('makes rials of tomans where both are written, ten to one', () => {
    const unified = unifyRials(Float64Array.from([500, 7000, Number.NaN]), categoryColumn(['IRT', 'IRR', 'IRT']));
    expect(Array.from(unified?.amount ?? [])).toEqual([5000, 7000, Number.NaN]);
    expect(Array.from(unified?.currency.codes ?? [], (code) => unified?.currency.values[code])).toEqual([
      'IRR',
      'IRR',
      'IRR',
    ]);
    expect(unified?.converted).toBe(1);
  });

  it('leaves a file alone that writes one of them', () => {
    expect(unifyRials(Float64Array.from([500, 600]), categoryColumn(['IRT', 'IRT']))).toBeNull();
    expect(unifyRials(Float64Array.from([500, 600]), categoryColumn(['IRR', 'USD']))).toBeNull();
    expect(unifyRials(Float64Array.from([500, Number.NaN]), categoryColumn(['IRT', 'IRR']))).toBeNull();
  });
});
