/** What must stand between quotes (RFC 4180), and a first cell that would order a delimiter (Excel's `sep=`). */
const NEEDS_QUOTES = /[",\r\n]|^sep=/i;

/** A record with its line break: commas, LF, quotes where they are needed. */
export function csvLine(cells: readonly string[]): string {
  // A lone empty cell would be a blank line, which is no record.
  if (cells.length === 1 && cells[0] === '') return '""\n';
  return `${cells.map(quoted).join(',')}\n`;
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
