import type { Source } from '../../report/schema.js';
import { shellWord } from '../sanitize.js';

/** The roles that a file has only where an option says so. */
const OPTIONS: Readonly<Record<string, string>> = { lookup: '--lookup', history: '--history' };

/** The files of a report as they are typed: `deals.csv --lookup products.csv`; each once. */
export function filesText(sources: readonly Pick<Source, 'file' | 'role'>[]): string {
  const typed = sources.map(({ file, role }) => {
    const option = OPTIONS[role];
    return option === undefined ? shellWord(file) : `${option} ${shellWord(file)}`;
  });
  return [...new Set(typed)].join(' ');
}
