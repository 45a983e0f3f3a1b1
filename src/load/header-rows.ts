import { looksLikeData } from './cell-look.js';

/** Years are the only data that a group of columns is named for: `2024` above its quarters. */
const YEAR = /^(?:1[34]|19|20)\p{Nd}{2}$|^[۰-۹]{4}$/u;

/** Share of the known names that must stay known with the names of their groups in front. */
const STAYS_KNOWN = 0.5;

/**
 * The names of columns under a header of two rows, `Deal Amount` for `Amount` below `Deal`; null when the row above
 * the header does not group its columns. It does when at least two of its cells name groups, the blanks right of a
 * name being what merged cells leave, and it is no title or filter: those have one cell, or stand in the first
 * columns. A name above a blank stands alone, as a cell that is merged over both rows leaves it. Where joining would
 * make most names unknown to the caller, as `Money Amount` would, they stay alone.
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
  if (starts.some((column) => !namesGroup(groups[column] ?? ''))) return null;
  const spans = starts.map((start, index) => {
    const span = header.slice(start, starts[index + 1] ?? header.length);
    // Merged over both rows, a name may be written in each.
    return span.length === 1 && span[0] === groups[start] ? [''] : span;
  });
  const alone = spans.filter(([name]) => name === '');
  // Below a name that stands alone there is nothing; a group has a name in each of its columns.
  if (alone.some((span) => span.some((name) => name !== ''))) return null;
  const wide = spans.filter((span) => span.filter((name) => name !== '').length > 1);
  // A filter, `Stage,Won`, has its words side by side from the first column on, and names below.
  if (wide.length < (first === 0 && alone.length === 0 ? 2 : 1)) return null;
  let group = '';
  const joined = header.map((name, column) => {
    group = groups[column] === undefined || groups[column] === '' ? group : (groups[column] ?? '');
    if (name === '') return groups[column] ?? '';
    return group === '' || name === group ? name : `${group} ${name}`;
  });
  const named = header.filter((name) => name !== '');
  const ambiguous = alone.length > 0 || new Set(named).size < named.length;
  return ambiguous || score(joined) >= STAYS_KNOWN * score(header) ? joined : null;
}

/** Share of the records that fill a column which has its name in the upper row alone. */
const MOSTLY_FILLED = 0.5;

/**
 * Whether the row below a header is its second: names under the blanks right of a name, blanks under names that stand
 * alone, where the records are filled. A record has its gaps anywhere, and data among its cells.
 */
export function isSecondHeader(
  header: readonly string[],
  below: readonly string[],
  body: readonly (readonly string[])[],
): boolean {
  const width = Math.max(filledWidth(header), filledWidth(below));
  const upper = Array.from({ length: width }, (_, column) => (header[column] ?? '').trim());
  const second = upper.map((_, column) => (below[column] ?? '').trim());
  const names = second.map((name, column) => (name === upper[column] ? '' : name));
  // Somewhere neither row has a name.
  if (names.some((name, column) => name === '' && upper[column] === '')) return false;
  const lower = names.filter((name) => name !== '');
  if (lower.length < 2 || lower.length === names.length || lower.some((name) => looksLikeData(name))) return false;
  if (groupedNames(upper, second, () => 1) === null || body.length === 0) return false;
  const hasSameGaps = (cells: readonly string[]): boolean =>
    names.every((name, column) => (name === '') === ((cells[column] ?? '').trim() === ''));
  if (body.some(hasSameGaps)) return false;
  return names.every(
    (name, column) =>
      name !== '' || body.filter((cells) => (cells[column] ?? '').trim() !== '').length >= MOSTLY_FILLED * body.length,
  );
}

function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function namesGroup(cell: string): boolean {
  return !/[:：=]$/.test(cell) && (YEAR.test(cell) || !looksLikeData(cell));
}
