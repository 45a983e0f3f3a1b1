/** Rules over what reading the files had to say: each judges the warnings that `warning-fates.ts` gives to it. */
import { sayInEach } from '../locale/say.js';
import type { Text } from '../locale/text.js';
import type { DealField } from '../model/deals.js';
import { DEAL_FIELDS } from '../model/fields.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { type ActiveSeverity, type Dimension, defineRule, type Rule, type Violation } from './definition.js';
import { MOST_PLACES, rowOfFile, wholeFile } from './places.js';
import { ruleOf } from './warning-fates.js';

/** What a rule over warnings says of itself; what it finds is what the warnings say. */
export interface WarningRule<Id extends string> {
  readonly id: Id;
  readonly title: Text;
  readonly dimension: Dimension;
  readonly severity: ActiveSeverity;
  /** What it counts: rows (or cells), columns or files. */
  readonly scope: 'row' | 'column' | 'file';
  readonly condition: Text;
  readonly source: string;
  readonly affects: readonly string[];
  readonly fix: Text;
  /** A warning that it judges: code, column, field, role and count, separated by spaces; `.` = none, the last may be `other`. */
  readonly example: string;
}

/** The rule of a declaration. */
export function warningRule<const Id extends string>({ example, ...said }: WarningRule<Id>): Rule<Id> {
  return defineRule<Id, never, Text>({
    ...said,
    needs: [],
    check({ beside: { sources, warnings } }) {
      if (sources.every(({ records }) => records === 0)) return { checked: 0, places: [] };
      const own = warnings.filter((one) => ruleOf(one) === said.id);
      const total = own.reduce((sum, { about }) => sum + violationsIn(said.scope, about), 0);
      const applicable = sources.reduce((sum, { records, columns }) => {
        return sum + (said.scope === 'row' ? records : said.scope === 'column' ? columns.length : 1);
      }, 0);
      return {
        checked: Math.max(1, total, applicable),
        total,
        places: own.flatMap((one) => violationsOf(one, sources[0]?.file ?? '')),
      };
    },
    message: { en: ({ en }) => en, fa: ({ fa }) => fa },
    examples: { accept: 'id amount\nD1 5000', reject: `id amount\nD1 5000\n# warnings\n${example}` },
  });
}

function violationsIn(scope: 'row' | 'column' | 'file', about: LoadWarning['about']): number {
  return scope === 'row' ? (about?.count ?? 1) : 1;
}

/** A violation per row that is known, else one for all. */
function violationsOf(
  warning: LoadWarning,
  firstFile: string,
): readonly (Violation<Text> & { place: ReturnType<typeof wholeFile> })[] {
  const { about } = warning;
  const place = { file: about?.file ?? firstFile, sheet: about?.sheet ?? null };
  const prefix = `${place.file}: `;
  const { en, fa } = sayInEach(warning);
  const args = { en: without(prefix, en), fa: without(prefix, fa) };
  const field = dealField(about);
  const column = about?.column === undefined ? {} : { column: about.column };
  const said = { ...(field === null ? {} : { field }), ...column, args };
  const rows = about?.rows ?? [];
  if (rows.length === 0) return [{ ...said, place: wholeFile(place) }];
  return rows.slice(0, MOST_PLACES).map(({ row, line }) => ({ ...said, place: rowOfFile(place, row, line) }));
}

function without(prefix: string, text: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** The field, where it is one of deals. */
function dealField(about: LoadWarning['about']): DealField | null {
  const { field, role = 'deals' } = about ?? {};
  return role === 'deals' && field !== undefined && field in DEAL_FIELDS ? (field as DealField) : null;
}
