/** The document of a run without usable data: what is published instead of yesterday's report. */
import { describeError } from '../errors/describe.js';
import type { UserError } from '../errors/user-error.js';
import type { Lang } from '../locale/text.js';
import type { Tool } from './documents.js';
import type { Failure } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';

export interface FailureContext {
  readonly lang: Lang;
  readonly tool: Tool;
  /** The files of the run: the first is the one in question, where the error names none. */
  readonly files: readonly string[];
}

/** The file that an error names in its words: one of several exports, say, and not the first of them. */
function fileNamed(args: unknown): string | null {
  const { file, files } = args as { readonly file?: unknown; readonly files?: unknown };
  const [first] = Array.isArray(files) ? (files as readonly unknown[]) : [];
  const named = [file, first, (first as { readonly file?: unknown } | undefined)?.file];
  return named.find((one) => typeof one === 'string') ?? null;
}

/** A user's error as a document. */
export function buildFailure(error: UserError, { lang, tool, files }: FailureContext): Failure {
  const { exit, message, hint } = describeError(error, lang);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    error: {
      code: error.code,
      exit,
      message,
      hint,
      file: error.place.file ?? fileNamed(error.args) ?? files[0] ?? null,
    },
  };
}
