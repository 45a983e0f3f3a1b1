import { describe, expect, it } from 'vitest';
import { withoutOutput } from '../../src/cli/typed.js';
import { typedText } from '../../src/format/pages/command-text.js';

describe('what was typed, without how it is printed', () => {
  it.each([
    ['report a.csv --format markdown -o out.md', 'report a.csv'],
    ['report a.csv -f markdown --by owner', 'report a.csv --by owner'],
    ['report -fmarkdown a.csv --output=out.md --by=owner -q', 'report a.csv --by=owner'],
    ['report --detail brief --period 2024-Q1 a.csv --no-color', 'report --period 2024-Q1 a.csv'],
    ['report a.csv -- --format b.csv', 'report a.csv -- --format b.csv'],
  ])('%s', (typed, kept) => {
    expect(withoutOutput(typed.split(' ')).join(' ')).toBe(kept);
  });

  it('quotes what a shell would take apart, and leaves options as they were', () => {
    expect(typedText(['report', 'a b.csv', '--where=amount > 1', "it's.csv"])).toBe(
      `kpi report 'a b.csv' '--where=amount > 1' 'it'\\''s.csv'`,
    );
  });
});
