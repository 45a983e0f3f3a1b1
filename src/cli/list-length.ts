/** Entries listed for a person, who scrolls. */
const FIRST = 20;

/** How many entries a list has unless `--limit` says it: a program gets all of them (0). */
export function usualLimit(format: string): number {
  return format === 'table' || format === 'markdown' ? FIRST : 0;
}
