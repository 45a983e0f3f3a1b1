import { looksLikeData } from './cell-look.js';

/** Years are the only data that a group of columns is named for: `2024` above its quarters. */
const YEAR = /^(?:1[34]|19|20)\p{Nd}{2}$|^[۰-۹]{4}$/u;

/** Share of the known names that must stay known with the names of their groups in front. */
const STAYS_KNOWN = 0.5;

/**
 * The names of columns under a header of two rows, `Deal Amount` for `Amount` below `Deal`; null when the row above
 * the header does not group its columns. It does when at least two of its cells name groups, the blanks right of a
 * name being what merged cells leave, and it is no title or filter: those have one cell, or stand in the first
 * columns. Where joining would make most names unknown to the caller, as `Money Amount` would, they stay alone.
 */
export function groupedNames(
  above: readonly string[],
  header: readonly string[],
  score: (cells: readonly string[]) => number,
): string[] | null {
  const groups = above.map((cell) => cell.trim());
  // A name that is repeated in each of its columns is one group.
  const starts = groups.flatMap((cell, column) => (cell === '' || cell === groups[column - 1] ? [] : [column]));
  const [first = 0] = starts;
  if (starts.length < 2 || groups.length > header.length) return null;
  if (starts.some((column) => !namesGroup(groups[column] ?? '') || (header[column] ?? '') === '')) return null;
  const wide = starts.filter((start, index) => {
    const end = starts[index + 1] ?? header.length;
    return header.slice(start, end).filter((name) => name !== '').length > 1;
  });
  // A filter, `Stage,Won`, has its words side by side from the first column on.
  if (wide.length < (first === 0 ? 2 : 1)) return null;
  let group = '';
  const joined = header.map((name, column) => {
    group = groups[column] === undefined || groups[column] === '' ? group : (groups[column] ?? '');
    return group === '' || name === '' || name === group ? name : `${group} ${name}`;
  });
  const named = header.filter((name) => name !== '');
  const ambiguous = new Set(named).size < named.length;
  return ambiguous || score(joined) >= STAYS_KNOWN * score(header) ? joined : null;
}

function namesGroup(cell: string): boolean {
  return !/[:：=]$/.test(cell) && (YEAR.test(cell) || !looksLikeData(cell));
}
