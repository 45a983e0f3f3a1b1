import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';

const SCRIPT = readFileSync('bin/kpi.js', 'utf8');

/** What the script does in a Node of a version, up to where it would load the program. */
function started(version: string, ...args: string[]): { readonly code: number | undefined; readonly said: string } {
  const made = { code: undefined as number | undefined, said: '' };
  const fake = {
    versions: { node: version },
    argv: ['node', 'kpi', ...args],
    stderr: {
      write: (text: string) => {
        made.said += text;
      },
    },
    set exitCode(code: number) {
      made.code = code;
    },
  };
  const body = SCRIPT.replace(/^#!.*\n/, '');
  new Function('process', 'require', body)(fake, () => ({ start: () => {} }));
  return made;
}

describe('a Node that is too old', () => {
  it.each(['0.12.18', '8.17.0', '12.22.12', '16.20.2', '18.20.4', '20.18.3'])('%s: one sentence, exit 2', (version) => {
    expect(started(version)).toEqual({
      code: 2,
      said: `error: kpi needs Node 20.19 or newer; this is Node ${version}.\n`,
    });
  });

  it.each(['20.19.0', '20.20.1', '22.0.0', '26.1.0', '100.0.0'])('%s is new enough', (version) => {
    expect(started(version)).toEqual({ code: undefined, said: '' });
  });

  it('is told in Persian where that is asked for', () => {
    expect(started('18.1.0', 'report', 'x.csv', '--lang', 'fa').said).toMatch(/^خطا: .*20\.19.*18\.1\.0/);
    expect(started('18.1.0', 'report', 'x.csv', '--lang=fa').said).toMatch(/^خطا/);
  });

  it('is one below what the package asks for', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    const [major = 0, minor = 0] = engines.node.replace('>=', '').split('.').map(Number);
    expect(started(`${major}.${minor}.0`).code).toBeUndefined();
    expect(started(minor > 0 ? `${major}.${minor - 1}.9` : `${major - 1}.99.0`).code).toBe(2);
  });

  it('can read the script: statements of 2009', () => {
    const kinds = new Set<string>();
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) for (const child of node) visit(child);
      else if (typeof node === 'object' && node !== null) {
        const { type, kind } = node as { type?: unknown; kind?: unknown };
        if (typeof type === 'string') kinds.add(type === 'VariableDeclaration' ? `${type} ${String(kind)}` : type);
        for (const child of Object.values(node)) visit(child);
      }
    };
    visit(parseAst(SCRIPT, { lang: 'js' }, 'kpi.js'));
    for (const newer of [
      ...['ImportDeclaration', 'ExportNamedDeclaration', 'ExportDefaultDeclaration', 'AwaitExpression'],
      ...['ArrowFunctionExpression', 'TemplateLiteral', 'ChainExpression', 'SpreadElement', 'ObjectPattern'],
      ...['ArrayPattern', 'ClassDeclaration', 'VariableDeclaration const', 'VariableDeclaration let'],
    ])
      expect(kinds).not.toContain(newer);
    expect(kinds).not.toContain('ImportExpression');
    expect(kinds).toContain('CallExpression');
  });

  it('of the process itself is looked at', () => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.1' } })";
    const preload = `data:text/javascript,${encodeURIComponent(old)}`;
    const run = spawnSync(process.execPath, ['--import', preload, 'bin/kpi.js'], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toBe('error: kpi needs Node 20.19 or newer; this is Node 18.19.1.\n');
  });
});
