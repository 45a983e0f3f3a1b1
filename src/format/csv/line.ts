/** What must stand between quotes (RFC 4180), and a first cell that would order a delimiter (Excel's `sep=`). */
const NEEDS_QUOTES = { ',': /[",\r\n]|^sep=/i, '\t': /["\t\r\n]|^sep=/i } as const;

export type Delimiter = keyof typeof NEEDS_QUOTES;

/** A record with its line break: LF, quotes where they are needed. */
export function csvLine(cells: readonly string[], delimiter: Delimiter = ','): string {
  // A lone empty cell would be a blank line, which is no record.
  if (cells.length === 1 && cells[0] === '') return '""\n';
  return `${cells.map((cell) => quoted(cell, NEEDS_QUOTES[delimiter])).join(delimiter)}\n`;
}

function quoted(cell: string, needsQuotes: RegExp): string {
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
