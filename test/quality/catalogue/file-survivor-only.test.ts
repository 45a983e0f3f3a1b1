import { describe, expect, it } from 'vitest';
import { fileSurvivorOnly } from '../../../src/quality/catalogue/file-survivor-only.js';
import { runRule } from '../../support/rules.js';

const table = (...outcomes: string[]): string =>
  ['id outcome', ...outcomes.map((outcome, index) => `D${index} ${outcome}`)].join('\n');

describe('file.survivor_only', () => {
  it.each([
    [['won', 'won', 'open'], '2 won deals, 1 open, none lost: a filtered export has no win rate'],
    [['lost', 'open', 'open'], '1 lost deal, 2 open, none won: a filtered export has no win rate'],
  ])('rejects a file of %j', (outcomes, message) => {
    const result = runRule(fileSurvivorOnly, table(...outcomes));
    expect(result).toMatchObject({ outcome: 'warn', applicable: 1, violations: 1, amount: null });
    const [found] = result.describe();
    expect(found?.message.en).toBe(message);
    expect(found?.place).toMatchObject({ file: 'deals.csv', row: 0 });
  });

  it.each([[['won', 'lost', 'open']], [['won', 'won', 'lost', 'open', 'excluded']]])(
    'accepts a file of %j',
    (outcomes) => {
      expect(runRule(fileSurvivorOnly, table(...outcomes))).toMatchObject({ outcome: 'pass', applicable: 1 });
    },
  );

  it.each([[['won', 'won']], [['open', 'open']], [['excluded']]])('does not judge a file of %j', (outcomes) => {
    expect(runRule(fileSurvivorOnly, table(...outcomes)).reason).toBe('no_applicable_records');
  });
});
