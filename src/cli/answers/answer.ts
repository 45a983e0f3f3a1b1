/** A command, run as the command line runs it, and what it printed as an answer. */
import { UserError } from '../../errors/user-error.js';
import { printSize } from '../../locale/byte-size.js';
import type { Lang } from '../../locale/text.js';
import type { Answer, RunProgress } from '../../mcp/definition.js';
import { attempt } from '../main.js';
import { tellBug } from '../session.js';
import { keptStream } from './kept-stream.js';
import type { Task } from './task.js';

/** Bytes of a command's output that are kept; a larger one is too large for any answer. */
const MOST_KEPT = 64 * 1024 * 1024;

/**
 * Runs a command that prints JSON. What a user can change is a failure, as a bug of ours is told as one; nothing is
 * thrown.
 */
export async function answerTask(
  task: Task,
  cwd: string,
  onProgress: (progress: RunProgress) => void,
): Promise<Answer> {
  const [stdout, stderr] = [keptStream(MOST_KEPT), keptStream(MOST_KEPT)];
  const failed: { error: UserError | null; bug: boolean; lang: Lang } = { error: null, bug: false, lang: 'en' };
  const machine = {
    stdin: { isTTY: false },
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: {},
    cwd,
    now: Date.now,
    progress: {
      update: (file: string, bytes: number, total: number | null) => onProgress({ file, bytes, total }),
      end: () => {},
    },
  };
  await attempt(task.args, machine, (error, session) => {
    failed.lang = session.lang();
    if (error instanceof UserError) failed.error = error;
    else failed.bug = tellBug(error, session) === 70;
    return 0;
  });
  if (failed.bug) return { kind: 'bug', text: stderr.text().trim() };
  // `check` prints the document of a run without usable data by itself.
  if (failed.error !== null) {
    return {
      kind: 'failure',
      json: stdout.bytes() > 0 ? compact(stdout.text()) : await failureOf(failed.error, failed.lang),
    };
  }
  if (stdout.bytes() > MOST_KEPT) return tooLarge(task, stdout.bytes(), [], langOf(task));
  const json = compact(stdout.text());
  const bytes = Buffer.byteLength(json);
  if (bytes > task.mostBytes) return tooLarge(task, bytes, largestParts(json), langOf(task));
  return { kind: 'document', json, notes: notesBeside(json, stderr.text()) };
}

/** A user's error as the document of exit code 3, as JSON. */
export async function failureOf(error: UserError, lang: Lang): Promise<string> {
  const { failure } = await import('../../index.js');
  return JSON.stringify(failure(error, [], lang));
}

async function tooLarge(
  { mostBytes, narrower }: Task,
  bytes: number,
  parts: readonly string[],
  lang: Lang,
): Promise<Answer> {
  const [size, most] = [printSize(bytes), printSize(mostBytes)];
  return {
    kind: 'failure',
    json: await failureOf(new UserError('answer_too_large', { size, most, parts, narrower }), lang),
  };
}

function langOf({ args }: Task): Lang {
  return args[args.indexOf('--lang') + 1] === 'fa' ? 'fa' : 'en';
}

function compact(json: string): string {
  return JSON.stringify(JSON.parse(json));
}

/** Parts of a document that are told to who must ask for less. */
const PARTS = 5;

/** `evidence 42.6 KB`, the largest first. */
function largestParts(json: string): readonly string[] {
  const document: unknown = JSON.parse(json);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return [];
  return Object.entries(document)
    .map(([name, part]) => ({ name, bytes: Buffer.byteLength(JSON.stringify(part)) }))
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, PARTS)
    .map(({ name, bytes }) => `${name} ${printSize(bytes)}`);
}

/** Marks that lines in Persian have around what is written from left to right. */
const MARKS = /[\u200e\u200f\u2066-\u2069]/g;

/** What the command said on standard error that its document does not say. */
function notesBeside(json: string, stderr: string): readonly string[] {
  const said = json.replace(MARKS, '');
  return stderr
    .split('\n')
    .map((line) => line.replace(MARKS, '').trim())
    .filter((line) => line !== '' && !said.includes(JSON.stringify(line.replace(/^\p{L}{2,9}: /u, '')).slice(1, -1)));
}
