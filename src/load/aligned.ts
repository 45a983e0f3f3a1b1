import { trailing } from '../locale/edges.js';

/** Text whose columns stand below each other, as fixed-width reports print them: any number of spaces is between cells. */

/** Whether lines begin with spaces, or several stand in a row, and nothing is quoted. */
export function mayBeAligned(text: string): boolean {
  return !text.includes('"') && /(?:^|[\r\n]) | {2}/.test(text);
}

/** The same with one space between cells and none around a line. */
export function withSingleSpaces(text: string): string {
  const joined = inner(text, true);
  return joined.slice(0, joined.length - trailing(joined, ' '));
}

/** The same for a stream: spaces at the end of a piece wait for what follows them. */
export async function* joiningSpaces(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = '';
  let lineStart = true;
  for await (const text of texts) {
    const whole = rest + text;
    const body = whole.slice(0, whole.length - trailing(whole, ' '));
    rest = whole.slice(body.length);
    if (body === '') continue;
    yield inner(body, lineStart);
    lineStart = /[\r\n]$/.test(body);
  }
}

function inner(text: string, lineStart: boolean): string {
  const joined = text.replace(/[ \r\n]{2,}/g, (run) => (/[\r\n]/.test(run) ? run.replaceAll(' ', '') : ' '));
  return lineStart ? joined.replace(/^ /, '') : joined;
}
