/** Text whose columns stand below each other, as fixed-width reports print them: any number of spaces is between cells. */

/** Whether lines begin with spaces, or several stand in a row, and nothing is quoted. */
export function mayBeAligned(text: string): boolean {
  return !text.includes('"') && /(?:^|[\r\n]) | {2}/.test(text);
}

/** The same with one space between cells and none around a line. */
export function withSingleSpaces(text: string): string {
  return inner(text, true).replace(/ +$/, '');
}

/** The same for a stream: spaces at the end of a piece wait for what follows them. */
export async function* joiningSpaces(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = '';
  let lineStart = true;
  for await (const text of texts) {
    const whole = rest + text;
    rest = / +$/.exec(whole)?.[0] ?? '';
    const body = whole.slice(0, whole.length - rest.length);
    if (body === '') continue;
    yield inner(body, lineStart);
    lineStart = /[\r\n]$/.test(body);
  }
}

function inner(text: string, lineStart: boolean): string {
  const joined = text.replace(/ *([\r\n]+) */g, '$1').replace(/ {2,}/g, ' ');
  return lineStart ? joined.replace(/^ /, '') : joined;
}
