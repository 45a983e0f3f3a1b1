import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, withRegions } from '../docs/pages.js';
import { ROOT } from './support/run.js';

describe('the generated pages', () => {
  it('say what the definitions say, and what the command prints', () => {
    for (const { path, text } of pages()) expect(readFileSync(ROOT + path, 'utf8'), path).toBe(text);
  });

  it('differ from a page in which a generated part was edited by hand', () => {
    const page = 'before\n<!-- generated: x -->\nedited\n<!-- end -->\nafter';
    const made = withRegions(page, { x: () => 'made' });
    expect(made).toBe('before\n<!-- generated: x -->\n\nmade\n\n<!-- end -->\nafter');
    expect(withRegions(made, { x: () => 'made' })).toBe(made);
  });

  it('have no part that nobody makes', () => {
    expect(() => withRegions('<!-- generated: y -->\n<!-- end -->', {})).toThrow('"y"');
  });
});

describe('links between pages', () => {
  const written = [
    'README.md',
    'README.fa.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'bench/README.md',
    'fixtures/README.md',
  ];
  const inDocs = readdirSync(`${ROOT}docs`).filter((name) => name.endsWith('.md'));

  it.each([...written, ...inDocs.map((name) => `docs/${name}`)])('of %s lead somewhere', (path) => {
    const targets = [...readFileSync(ROOT + path, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => normalize(join(dirname(path), target)),
    );
    expect(targets.filter((target) => !existsSync(ROOT + target))).toEqual([]);
  });
});
