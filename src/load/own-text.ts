/** Characters that one byte holds in the memory of the machine. */
const BEYOND_LATIN = /[^\0-\xff]/;
const BETWEEN = '\0';

/**
 * The same cells, in texts of their own. As parsers give them they are slices of a larger text, and of two bytes a
 * character where any character of that needs two: for such texts every pattern that is used on them must be made a second
 * time, which takes a short report longer than to read its file.
 */
export function ownTexts(cells: readonly string[]): readonly string[] {
  const row = cells.join(BETWEEN);
  if (!BEYOND_LATIN.test(row)) {
    const own = ownText(row).split(BETWEEN);
    if (own.length === cells.length) return own;
  }
  return cells.map((cell) => (BEYOND_LATIN.test(cell) ? cell : ownText(cell)));
}

function ownText(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
