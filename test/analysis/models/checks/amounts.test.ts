import { expect, it } from 'vitest';
import { sameAmounts } from '../../../../src/analysis/models/checks/amounts.js';
import { dealsOf } from '../../../support/deals.js';

/** Twenty deals won in January and twenty in June, of amounts around two middles. */
function won(older: number, newer: number) {
  const rows = [older, newer].flatMap((middle, half) =>
    Array.from(
      { length: 20 },
      (_, at) => `D${half}-${at} won 2024-0${half === 0 ? 1 : 6}-${10 + at} ${middle + at - 9.5}`,
    ),
  );
  return dealsOf(`id outcome closed_at amount\n${rows.join('\n')}`).all();
}

it('amounts that doubled have changed, those within a tenth have not', () => {
  expect(sameAmounts(won(100, 200), 'EUR')).toMatchObject({
    holds: false,
    evidence: { args: { since: '2024-06-10', older: 100, newer: 200, currency: 'EUR' } },
  });
  // 1,000 and 1,050: told from chance by the ranks, and no change that matters.
  expect(sameAmounts(won(1_000, 1_050), null).holds).toBe(true);
  expect(sameAmounts(won(100, 100), null)).toMatchObject({ holds: true, evidence: { args: { pValue: 1 } } });
});

it('few amounts tell nothing', () => {
  const few = dealsOf(`id outcome closed_at  amount
                       A  won     2024-01-01 100
                       B  won     2024-02-01 .`);
  expect(sameAmounts(few.all(), null)).toMatchObject({ holds: null, evidence: { code: 'amounts_too_few' } });
});
