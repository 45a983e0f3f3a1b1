/** What a tool of an assistant is: a command of the command line, and what of it may be asked for. */
import type { z } from 'zod';
import type { Lang, Text } from '../locale/text.js';

/** What an input is made with: the language of its description, and how a file that was named is named to the command. */
export interface InputTools {
  readonly lang: Lang;
  readonly fileName: (typed: string) => string;
}

/** An input: its schema, whose output are the arguments that say the same on the command line; undefined = not asked for. */
export type Input = (tools: InputTools) => z.ZodType<readonly string[] | undefined>;

export interface ToolDefinition {
  readonly name: string;
  readonly title: Text;
  /** What it answers and when to use it, as an assistant reads it. */
  readonly description: Text;
  /** The words before what is asked for: `report`, `list kpis`. */
  readonly command: readonly string[];
  /** By name, in the order of the command line. */
  readonly inputs: Readonly<Record<string, Input>>;
  /** What an answer that is too large can be narrowed with. */
  readonly narrower: Text;
  /**
   * What of it tells what stands in single records beyond what `--samples` of its command withholds: some inputs, or all
   * of it. Not offered where the server has `--samples`.
   */
  readonly bare: readonly string[] | 'everything';
  /** The document of `kpi schema`; null where a list is the answer. */
  readonly document: string | null;
}

/** A declaration as it is. */
export function defineTool(definition: ToolDefinition): ToolDefinition {
  return definition;
}

/** Runs commands, one after the other, apart from whoever asks: they can be stopped at any time. */
export interface Runner {
  /** Never rejects. Aborted: the work is stopped, and the answer is `stopped`. */
  run(args: readonly string[], options: RunOptions): Promise<Answer>;
  /** Stops what is running. */
  close(): Promise<void>;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Bytes of JSON, without spaces between, that are the most to be answered. */
  readonly mostBytes: number;
  /** What an answer that is too large can be narrowed with. */
  readonly narrower: Text;
  readonly onProgress?: (progress: RunProgress) => void;
}

export interface RunProgress {
  readonly file: string;
  readonly bytes: number;
  /** Null where nobody knows. */
  readonly total: number | null;
}

/** What a command came to. */
export type Answer =
  /** `json` is the command's document without spaces; `notes` what it said beside it and not in it. */
  | { readonly kind: 'document'; readonly json: string; readonly notes: readonly string[] }
  /** What the user can change: the document of exit code 3, as JSON. */
  | { readonly kind: 'failure'; readonly json: string }
  /** A bug of ours, in words. */
  | { readonly kind: 'bug'; readonly text: string }
  | { readonly kind: 'stopped' };
