/**
 * What stands in a table for a text while it is laid out: private-use characters, as many as the text is wide. Every
 * way of measuring counts them as one column and as one UTF-16 unit.
 */
const FIRST = 0xe001;
const FILL = '\ue000';
const STAND_IN = /([\ue001-\uf8ff])\ue000*/g;

/** A run of `width` characters that names the cell of its line; nothing for no width. */
export function standIn(cell: number, width: number): string {
  return width < 1 ? '' : String.fromCharCode(FIRST + cell) + FILL.repeat(width - 1);
}

/** The line with every stand-in replaced by the text of its cell. */
export function reveal(line: string, textOf: (cell: number) => string): string {
  return line.replace(STAND_IN, (_, marker: string) => textOf(marker.charCodeAt(0) - FIRST));
}
