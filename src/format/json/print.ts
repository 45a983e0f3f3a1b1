import { jsonText } from '../sanitize.js';

/** How deep the document is taken apart; deeper values are one piece each, but for long lists. */
const PIECES_DOWN_TO = 3;
/** Of a list of more parts, such as thousands of groups, each part is a piece of its own. */
const LONG = 100;

/**
 * `JSON.stringify(document, null, 2)` and a newline, in pieces, so that a document of many megabytes is never one
 * string. Control characters and invisible direction marks are escaped; the parsed document is the same.
 */
export function* printJson(document: unknown): Generator<string, void, undefined> {
  yield* pieces(document, '', 0);
  yield '\n';
}

function* pieces(value: unknown, indent: string, depth: number): Generator<string, void, undefined> {
  const apart = depth < PIECES_DOWN_TO || (Array.isArray(value) && value.length > LONG);
  const entries = apart ? entriesOf(value) : null;
  if (entries === null || entries.length === 0) {
    yield jsonText(textAt(value, depth));
    return;
  }
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  yield `${open}\n`;
  for (const [index, [key, part]] of entries.entries()) {
    yield `${index === 0 ? '' : ',\n'}${inner}${key === null ? '' : `${jsonText(JSON.stringify(key))}: `}`;
    yield* pieces(part, inner, depth + 1);
  }
  yield `\n${indent}${close}`;
}

/**
 * A value as it stands so deep in a document: printed within as many lists, which are cut off again. Indenting each line
 * of what was printed at the margin takes as long as printing.
 */
function textAt(value: unknown, depth: number): string {
  let whole = value;
  for (let level = 0; level < depth; level++) whole = [whole];
  const text = JSON.stringify(whole, null, 2) ?? 'null';
  // A bracket and the breaks of line that lead in and out: 2 + 4 + 6 … and 2 + 4 + … characters in all.
  return depth === 0 ? text : text.slice(depth * (depth + 3), -depth * (depth + 1));
}

/** Members of an object (with their keys) or elements of an array; null for anything else. */
function entriesOf(value: unknown): readonly (readonly [string | null, unknown])[] | null {
  if (Array.isArray(value)) return value.map((part: unknown) => [null, part] as const);
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value).filter(([, part]) => part !== undefined);
}
