import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { ownRuleIds } from '../../src/config/custom-schema.js';
import { KNOWN } from '../../src/config/known.js';
import { readConfig } from '../../src/config/read.js';
import { configSchema } from '../../src/config/schema.js';
import { checkExpression, compileExpression } from '../../src/expression/compile.js';
import type { Condition } from '../../src/expression/definition.js';
import { parseExpression } from '../../src/expression/parse.js';
import { FALSE, TRUE, UNKNOWN } from '../../src/expression/truth.js';
import { dealsOf } from '../support/deals.js';
import { tableOf } from '../support/expressions.js';
import { ROOT } from '../support/run.js';

const page = readFileSync(`${ROOT}docs/expressions.md`, 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([^\`]*)\`\`\``, 'g'))].map(([, block = '']) => block);
const typed = [...page.matchAll(/--where "([^"]*)"/g)].map(([, source = '']) => source);
const examples = [...blocks('expression').flatMap((block) => block.trim().split('\n')), ...typed];

/** The values of one row of the table of values. */
function values(name: string): string[] {
  const [, cell = ''] = new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm').exec(page) ?? [];
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value);
}

describe('docs/expressions.md', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples)('%s', (source) => {
    expect(() => checkExpression(parseExpression(source))).not.toThrow();
  });

  it.each([
    ['number', '[Anything] > '],
    ['money', 'amount > '],
    ['day', 'created_at > '],
    ['length of time', 'created_at > today - '],
    ['period', 'created_at in '],
    ['text', 'owner = '],
    ['yes or no', 'is_won = '],
  ])('lists spellings of a %s that are read', (name, before) => {
    const written = values(name);
    expect(written.length).toBeGreaterThanOrEqual(4);
    for (const value of written) expect(() => checkExpression(parseExpression(before + value)), value).not.toThrow();
  });

  it('has the truth table that conditions obey', () => {
    const deals = dealsOf('id is_won is_closed\nD1 yes .\nD2 no .\nD3 . .');
    const rows = [...page.matchAll(/^\| (true|false|unknown) \| (unknown) \| (\w+) \| (\w+) \| (\w+) \|$/gm)];
    const words = { [TRUE]: 'true', [FALSE]: 'false', [UNKNOWN]: 'unknown' };
    const truth = (source: string, row: number): string => {
      const { condition }: { condition: Condition } = parseExpression(source);
      return words[compileExpression({ source, place: '', condition }, tableOf(deals))(row)];
    };
    expect(rows).toHaveLength(3);
    rows.forEach(([, a, b, and, or, not], row) => {
      expect([truth('is_won', row), truth('is_closed', row)]).toEqual([a, b]);
      const told = ['is_won and is_closed', 'is_won or is_closed', 'not is_won'].map((source) => truth(source, row));
      expect(told).toEqual([and, or, not]);
    });
  });

  it('has a config that is taken as it stands', () => {
    const [config = ''] = blocks('yaml');
    expect(parseDocument(config).errors).toEqual([]);
    const read = readConfig('page', config, (value) => configSchema({ ...KNOWN, own: ownRuleIds(value) }));
    expect(read.customRules).toHaveLength(2);
    for (const id of ownRuleIds(read))
      if (!id.startsWith('custom.')) expect(page, id).toContain(`\`${id.split(':')[0]}`);
  });
});
