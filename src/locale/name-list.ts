/**
 * Names in one text, separated by commas as the cells of a CSV line are: `"City, State",owner` names two. Spaces around
 * a name and empty parts are dropped; a quote within a name, or one that is never closed, is part of it.
 */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"\s*(?:,|$)/.exec(rest);
    if (quoted === null) {
      const end = rest.indexOf(',');
      names.push((end < 0 ? rest : rest.slice(0, end)).trim());
      rest = end < 0 ? '' : rest.slice(end + 1).trimStart();
    } else {
      names.push((quoted[1] ?? '').replaceAll('""', '"'));
      rest = rest.slice(quoted[0].length).trimStart();
    }
  }
  return names.filter((name) => name !== '');
}

/** Names in one text that {@link splitNames} takes apart again. */
export function joinNames(names: readonly string[], separator = ','): string {
  return names
    .map((name) => (name.includes(',') || name.startsWith('"') ? `"${name.replaceAll('"', '""')}"` : name))
    .join(separator);
}
