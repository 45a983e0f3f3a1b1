/** A tool as the protocol describes it, and a call of it as arguments of the command line. */
import { z } from 'zod';
import type { Lang } from '../locale/text.js';
import type { InputTools, ToolDefinition } from './definition.js';

/** JSON Schema (draft 2020-12, which is the protocol's own) of an object. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly [key: string]: unknown;
}

export interface ToolDescription {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
  readonly annotations: Readonly<Record<string, boolean>>;
}

/** No tool writes, and none leaves this machine. */
export const READS_ONLY = { readOnlyHint: true, openWorldHint: false };

/** What an assistant is told of a tool. */
export function describeTool(tool: ToolDefinition, lang: Lang): ToolDescription {
  const { name, title, description, document } = tool;
  return {
    name,
    title: title[lang],
    description: description[lang],
    inputSchema: jsonSchema(inputOf(tool, { lang, fileName: (typed) => typed })),
    outputSchema: outputSchema(document),
    annotations: READS_ONLY,
  };
}

/** The schema of a call's arguments; nothing but the inputs is taken. */
function inputOf({ inputs }: ToolDefinition, tools: InputTools) {
  return z.strictObject(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input(tools)])));
}

/**
 * The arguments of the command that answers a call, or what is wrong with the call.
 * @param input as it came, unchecked
 */
export function argumentsOf(
  tool: ToolDefinition,
  input: unknown,
  tools: InputTools,
): { readonly args: readonly string[] } | { readonly problems: readonly string[] } {
  const parsed = inputOf(tool, tools).safeParse(input ?? {});
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  const said = Object.values(parsed.data).flatMap((args) => (args as readonly string[] | undefined) ?? []);
  return { args: [...tool.command, ...said, '--format', 'json'] };
}

/** `period: Invalid input: expected string, received number` */
export function problemsOf({ issues }: z.ZodError): readonly string[] {
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
}

export function jsonSchema(schema: z.ZodType): ObjectSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema: made }) => slim(made),
  });
  return rest as ObjectSchema;
}

/** Without what says nothing: the type of words that are listed, and that keys are texts. */
function slim(schema: { type?: unknown; enum?: unknown; propertyNames?: unknown }): void {
  if (schema.enum !== undefined) delete schema.type;
  const { propertyNames: names } = schema;
  if (typeof names === 'object' && names !== null && !('enum' in names)) delete schema.propertyNames;
}

/** The whole schemas are long, and stand in every conversation: they are resources. */
function outputSchema(document: string | null): ObjectSchema {
  return {
    type: 'object',
    properties: {
      command: { type: 'string' },
      notes: { type: 'array', items: { type: 'string' } },
      document: document === null ? { type: 'array' } : { type: 'object', description: `kpi://schema/${document}` },
    },
    required: ['command', 'document'],
    additionalProperties: false,
  };
}
