import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.js';
import { tools } from '../../src/mcp/catalogue/index.js';
import { commandLine } from '../../src/mcp/command-line.js';
import type { ToolDefinition } from '../../src/mcp/definition.js';
import { argumentsOf, describeTool } from '../../src/mcp/tool.js';

const TOOLS = { lang: 'en', fileName: (typed: string) => typed } as const;
const parse = (args: readonly string[]) => parseArguments(args, { lang: 'en', width: 80, version: '0' });

type Schema = Readonly<Record<string, unknown>>;

/** Values that an option reads, where not every text is one. */
const FIT: Readonly<Record<string, string>> = {
  as_of: '2025-09-30',
  taken: '2025-01-31',
  targets: 'win_rate>=25%',
  currency: 'EUR',
};

/** A value of an input, by its schema alone. */
function sample(name: string, schema: Schema): unknown {
  const words = schema['enum'] as readonly unknown[] | undefined;
  if (words !== undefined) return words[0];
  switch (schema['type']) {
    case 'array':
      return [sample(name, schema['items'] as Schema)];
    case 'integer':
      return schema['minimum'];
    case 'boolean':
      return true;
    case 'object': {
      const keys = (schema['propertyNames'] as { enum?: readonly string[] } | undefined)?.enum ?? ['amount'];
      return Object.fromEntries([[keys[0], sample(name, schema['additionalProperties'] as Schema)]]);
    }
    default:
      return FIT[name] ?? 'text';
  }
}

function propertiesOf(tool: ToolDefinition): Readonly<Record<string, Schema>> {
  return describeTool(tool, 'en').inputSchema['properties'] as Record<string, Schema>;
}

describe.each(tools)('$name', (tool) => {
  const properties = propertiesOf(tool);
  const everything = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, sample(name, schema)]),
  );

  it('takes inputs that are options of its command', () => {
    const called = argumentsOf(tool, everything, TOOLS);
    if ('problems' in called) throw new Error(called.problems.join('; '));
    expect(parse(called.args)).toMatchObject({ kind: 'call', command: { name: tool.command[0] } });
  });

  it('refuses what is of another type, what there is not, and what has no end', () => {
    const with_ = (name: string, value: unknown) => argumentsOf(tool, { ...everything, [name]: value }, TOOLS);
    for (const name of Object.keys(properties)) {
      for (const wrong of [null, {}, 3.5, -1, '', [[]], 'x'.repeat(5000), Array.from({ length: 200 }, () => 'a')]) {
        const schema = properties[name] ?? {};
        if (Array.isArray(wrong) && wrong.length === 200 && schema['type'] === 'array' && schema['items'] === undefined)
          continue;
        if (JSON.stringify(wrong) === '{}' && schema['type'] === 'object') continue;
        expect(with_(name, wrong), `${name} ${JSON.stringify(wrong).slice(0, 40)}`).toHaveProperty('problems');
      }
    }
    expect(with_('surprise', 1)).toHaveProperty('problems');
    for (const nothing of [null, 'text', 7, []])
      expect(argumentsOf(tool, nothing ?? 1, TOOLS)).toHaveProperty('problems');
  });

  it('lets no value become an option', () => {
    for (const [name, schema] of Object.entries(properties)) {
      const items = schema['items'] as Schema | undefined;
      if ((items ?? schema)['type'] !== 'string') continue;
      const value = items === undefined ? '--output=x' : ['--output=x'];
      const called = argumentsOf(
        tool,
        { ...everything, [name]: value },
        { ...TOOLS, fileName: (typed) => `./${typed}` },
      );
      if ('problems' in called) continue;
      const parsed = (() => {
        try {
          return parse(called.args);
        } catch (error) {
          return { values: {}, error };
        }
      })();
      expect((parsed as { values: object }).values, name).not.toHaveProperty('output');
    }
  });

  it('says everything in both languages', () => {
    const [english, persian] = [describeTool(tool, 'en'), describeTool(tool, 'fa')];
    for (const one of ['title', 'description'] as const) {
      expect(persian[one]).toMatch(/[\u0600-\u06ff]/);
      expect(english[one]).not.toMatch(/[\u0600-\u06ff]/);
    }
    for (const [name, { description }] of Object.entries(persian.inputSchema['properties'] as Record<string, Schema>))
      expect(description, name).toMatch(/[\u0600-\u06ff]/);
  });
});

it('is printed as a shell reads it', () => {
  const args = ['report', 'a b.csv', "it's", '$HOME', '`id`', 'نام', '', 'x;y', 'a\nb', '--where=a > 1', '*'];
  const words = execFileSync('bash', ['-c', `kpi() { printf '%s\\0' "$@"; }; ${commandLine(args)}`], {
    encoding: 'utf8',
  });
  expect(words.split('\0').slice(0, -1)).toEqual(args);
});
