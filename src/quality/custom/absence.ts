/** A column that a rule names and no file has: a rule that is skipped in silence would pass whatever the file holds. */
import type { Name } from '../../expression/definition.js';
import { inFiles } from '../../expression/name-cells.js';
import { suggest } from '../../locale/suggest.js';
import type { Deals } from '../../model/deals.js';
import type { Beside, PlaceFindings } from '../definition.js';
import type { RuleTable } from './definition.js';

/** The first of the names that the records have no column for. */
export function absentName(names: readonly Name[], { deals }: RuleTable): Name | undefined {
  return names.find((one) => {
    const { name, field } = inFiles(one, deals);
    return field === null ? !deals.extra.has(name) : !deals.has(field);
  });
}

/** What is said of it. */
export interface AbsentArgs {
  readonly absent: string;
  /** The header that was meant, likely; null where none is near. */
  readonly near: string | null;
}

export function isAbsent(args: unknown): args is AbsentArgs {
  return typeof args === 'object' && args !== null && 'absent' in args;
}

/** That no file has the column, as the one violation of its rule. */
export function absentFinding(name: string, deals: Deals, { sources }: Beside): PlaceFindings<AbsentArgs> {
  const { file, sheet } = deals.place(0);
  const own = sources.filter((source) => source.file === file);
  const headers = own.flatMap(({ columns }) => columns.map(({ column }) => column));
  const args = { absent: name, near: suggest(name, headers) };
  return { checked: 1, absent: name, places: [{ place: { file, sheet, row: 0, line: null }, column: name, args }] };
}

export const ABSENT = {
  en: ({ absent, near }: AbsentArgs): string =>
    `no file has a column for ${absent}${near === null ? '' : `; did you mean ${near}?`}`,
  fa: ({ absent, near }: AbsentArgs): string =>
    `هیچ فایلی ستونی برای «${absent}» ندارد${near === null ? '' : `؛ منظورتان «${near}» بود؟`}`,
} as const;
