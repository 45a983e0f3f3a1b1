/** Words of a file between quotes are cut behind this many characters, and a sentence as a whole in its middle. */
const LONGEST_QUOTE = 200;
const LONGEST_SENTENCE = 1500;
/** What is kept of a sentence at its end: there it says what to do. */
const END = 400;

/**
 * A message of a length that a person reads: what it quotes from a file may be a cell of a megabyte. Characters of two
 * halves are not cut through.
 */
export function brief(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const quoted = text
    .replace(/"([^"]*)"/g, (all, inner: string) => (inner.length > LONGEST_QUOTE ? `"${head(inner)}…"` : all))
    .replace(/«([^«»]*)»/g, (all, inner: string) => (inner.length > LONGEST_QUOTE ? `«${head(inner)}…»` : all));
  if (quoted.length <= LONGEST_SENTENCE) return quoted;
  const tail = [...quoted.slice(-END)].join('').replace(/^[\udc00-\udfff]/, '');
  return `${whole(quoted.slice(0, LONGEST_SENTENCE - END))} … ${tail}`;
}

function head(text: string): string {
  return whole(text.slice(0, LONGEST_QUOTE));
}

/** Without the first half of a character at its end. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** The arguments of a message, as long as a document may hold them: a name may be a cell of a megabyte. */
export function briefArgs(args: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, briefArg(value)]));
}

/** A name as long as a list of names may hold it. */
export function briefName(name: string): string {
  return name.length > LONGEST_QUOTE ? `${head(name)}…` : name;
}

function briefArg(value: unknown): unknown {
  if (typeof value === 'string') return briefName(value);
  if (Array.isArray(value)) return value.map(briefArg);
  return typeof value === 'object' && value !== null ? briefArgs(value) : value;
}
