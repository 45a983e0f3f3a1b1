import { describe, expect, it } from 'vitest';
import { historyInconsistent } from '../../../src/quality/catalogue/history-inconsistent.js';
import { runRule } from '../../support/rules.js';

describe('history.inconsistent', () => {
  const found = (table: string) =>
    runRule(historyInconsistent, table)
      .describe()
      .map(({ recordId, message }) => [recordId, message.en]);

  it('rejects entries before creation and after closing by more than a day', () => {
    const table = `id outcome created_at closed_at stage
       D1 won 2024-01-02 2024-01-10 Signed
       D2 won 2024-01-03 2024-01-10 Signed
       D3 won 2024-01-01 2024-01-08 Signed
       # history columns
       deal stage day
       D1 Lead 2024-01-01
       D1 Signed 2024-01-11
       D2 Lead 2024-01-01
       D3 Lead 2024-01-01
       D3 Offer 2024-01-10`;
    expect(found(table)).toEqual([
      ['D2', 'entered "Lead" on 2024-01-01, before it was created (2024-01-03)'],
      ['D3', 'entered "Offer" on 2024-01-10, after it was closed (2024-01-08)'],
    ]);
  });

  it('rejects a log that does not end in the current stage, or leaves a stage it was not in', () => {
    const table = `id outcome stage
       D1 open Offer
       D2 open Offer
       D3 open Offer
       # history log
       deal stage day from
       D1 Lead 2024-01-01 .
       D1 Offer 2024-01-02 Lead
       D2 Lead 2024-01-01 .
       D2 Demo 2024-01-02 Lead
       D3 Lead 2024-01-01 .
       D3 Offer 2024-01-05 Demo`;
    expect(found(table)).toEqual([
      ['D2', 'is in "Offer", but its history ends in "Demo" (2024-01-02)'],
      ['D3', 'left "Demo" on 2024-01-05, but was in "Lead"'],
    ]);
  });

  it('expects of date columns neither every change nor the current stage', () => {
    const table = 'id outcome stage\nD1 open Offer\n# history columns\ndeal stage day\nD1 Lead 2024-01-01';
    expect(runRule(historyInconsistent, table)).toMatchObject({ outcome: 'pass', applicable: 1 });
  });
});
