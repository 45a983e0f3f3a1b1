/** Resources as they are read: what commands print, by their URI. */
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import { protocolError } from './protocol-error.js';
import { type Catalogue, FAMILIES, FIXED, familyOf, listSections, type ResourceFamily } from './resources.js';
import { type ServerOptions, withOptions } from './server.js';

/** Bytes of a definition or a schema at most; the largest schema has a quarter. */
const MOST_BYTES = 512 * 1024;
const NARROWER = { en: 'another resource', fa: 'منبعی دیگر' } as const;
/** The protocol's code of a resource that there is not. */
const NOT_FOUND = -32002;

export interface ResourceReader {
  /** The JSON of a resource. Throws a protocol error. */
  read(uri: string, signal: AbortSignal): Promise<string>;
  /** The ids of a template that begin so. */
  complete(template: string, typed: string, signal: AbortSignal): Promise<readonly string[]>;
}

export function createReader({
  runner,
  lang,
  always,
}: Pick<ServerOptions, 'runner' | 'lang' | 'always'>): ResourceReader {
  const known = new Map<Catalogue, readonly string[]>();

  const printed = async (args: readonly string[], uri: string, signal: AbortSignal): Promise<string> => {
    const answer = await runner.run(withOptions(args, { always }), {
      signal,
      mostBytes: MOST_BYTES,
      narrower: NARROWER,
    });
    if (answer.kind === 'document') return answer.json;
    if (answer.kind === 'failure') throw notFound(uri);
    throw protocolError(ErrorCode.InternalError, answer.kind === 'bug' ? answer.text : answer.kind);
  };

  const idsOf = async ({ ids }: ResourceFamily, signal: AbortSignal): Promise<readonly string[]> => {
    if (typeof ids !== 'string') return ids;
    const found = known.get(ids) ?? idsIn(await printed(['list', ids, '--format', 'json'], `kpi://${ids}`, signal));
    known.set(ids, found);
    return found;
  };

  return {
    read: async (uri, signal) => {
      const fixed = FIXED.find((one) => one.uri === uri);
      if (fixed?.command === null) return JSON.stringify(listSections(lang));
      if (fixed !== undefined) return printed(fixed.command, uri, signal);
      const named = familyOf(uri);
      if (named === null || !(await idsOf(named.family, signal)).includes(named.id)) throw notFound(uri);
      return printed(named.family.command(named.id), uri, signal);
    },
    complete: async (template, typed, signal) => {
      const family = FAMILIES.find(({ prefix, variable }) => template === `${prefix}{${variable}}`);
      if (family === undefined) return [];
      return (await idsOf(family, signal)).filter((id) => id.startsWith(typed.toLowerCase()));
    },
  };
}

function idsIn(json: string): readonly string[] {
  return (JSON.parse(json) as readonly { readonly id: string }[]).map(({ id }) => id);
}

function notFound(uri: string): Error {
  return protocolError(NOT_FOUND, 'Resource not found', { uri: uri.slice(0, 200) });
}
