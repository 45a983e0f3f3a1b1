/** The name of the column that carries the names of groups. */
export const GROUP_COLUMN = 'Group';
/** One header with a single cell above it is a table with a title. */
const FEWEST_GROUPS = 2;

/** Tells which group of a board (monday.com) a record belongs to: its name stands in a row of its own above the header. */
export interface GroupTracker {
  /** Sees every row of the table in order, the header included. */
  see(cells: readonly string[], row: number): void;
  /** The group of a record that was seen; rows must be asked for in order. */
  groupOf(row: number): string;
}

export function createGroupTracker(header: readonly string[]): GroupTracker {
  let single: { readonly row: number; readonly name: string } | null = null;
  const groups: { readonly row: number; readonly name: string }[] = [];
  let current = 0;
  return {
    see(cells, row) {
      if (repeats(cells, header)) {
        // A header without a name above it goes on with the group.
        if (single?.row === row - 1) groups.push({ row, name: single.name });
      } else {
        const name = onlyCell(cells);
        if (name !== null) single = { row, name };
      }
    },
    groupOf(row) {
      while ((groups[current + 1]?.row ?? Number.POSITIVE_INFINITY) < row) current++;
      const group = groups[current];
      return group === undefined || group.row > row ? '' : group.name;
    },
  };
}

/** Whether the rows have at least two groups, each with its name above the header again. */
export function isGrouped(
  rows: readonly { readonly cells: readonly string[]; readonly row: number }[],
  header: readonly string[],
): boolean {
  let named = 0;
  rows.forEach(({ cells, row }, index) => {
    const above = rows[index - 1];
    if (above?.row === row - 1 && repeats(cells, header) && onlyCell(above.cells) !== null) named++;
  });
  return named >= FEWEST_GROUPS;
}

/** The text of the first cell where no other cell holds anything; null otherwise. */
function onlyCell(cells: readonly string[]): string | null {
  const [first = '', ...others] = cells;
  return first.trim() !== '' && others.every((cell) => cell.trim() === '') ? first.trim() : null;
}

function repeats(cells: readonly string[], header: readonly string[]): boolean {
  return header.length > 1 && header.every((name, column) => (cells[column] ?? '').trim() === name);
}
