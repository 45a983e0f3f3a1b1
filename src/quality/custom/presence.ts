/** Columns that files must not have: forbidden ones, and those that nobody expects. */
import { columnRuleId, UNEXPECTED_ID } from '../../expression/constraints.js';
import type { SourceAccount } from '../../model/dataset.js';
import type { PlaceFindings, Rule } from '../definition.js';
import { isMadeOf } from '../made-of.js';
import type { RuledColumn } from './column-rules.js';
import { FIX, OWN, type RuleRole } from './definition.js';
import { ownMessage } from './message.js';

interface ColumnArgs {
  readonly column: string;
}

/** Violated by each file of the role that has the column. */
export function forbiddenRule({ name, key, on, said }: RuledColumn): Rule {
  const wanted = headerKey(name.name);
  const own = said.message === undefined ? null : ownMessage(said.message);
  const told = ({ column }: ColumnArgs) => ({ value: '', row: 0, column });
  return {
    ...presenceRule(columnRuleId('forbidden', key)),
    title: { en: `${name.name} is in no file`, fa: `«${name.name}» در هیچ فایلی نیست` },
    condition: {
      en: `No file of ${on} has a column ${name.name}.`,
      fa: `هیچ فایلی از ${on} ستون «${name.name}» ندارد.`,
    },
    check: ({ beside }) =>
      columnsFound(
        beside.sources.filter((source) => source.role === on),
        ({ column, field }) => headerKey(column) === wanted || (name.field !== null && field === name.field),
      ),
    message: {
      en: (args) => own?.en(told(args as ColumnArgs)) ?? `${(args as ColumnArgs).column} must not be in the file`,
      fa: (args) => own?.fa(told(args as ColumnArgs)) ?? `«${(args as ColumnArgs).column}» نباید در فایل باشد`,
    },
  };
}

/** Violated by each column that the contract does not name, in files of roles of which it names any. */
export function unexpectedRule(expected: readonly RuledColumn[]): Rule {
  const roles = new Set<RuleRole>(expected.length === 0 ? ['deals'] : expected.map(({ on }) => on));
  return {
    ...presenceRule(UNEXPECTED_ID),
    title: { en: 'A column that nobody expects', fa: 'ستونی که انتظارش نمی‌رفت' },
    condition: {
      en: 'No file has a column that `columns` does not name.',
      fa: 'هیچ فایلی ستونی ندارد که `columns` نام نبرده باشد.',
    },
    check: ({ beside }) =>
      columnsFound(
        beside.sources.filter(({ role }) => roles.has(role as RuleRole)),
        ({ column, field }, { role }) => !expected.some((one) => one.on === role && isNamed(one, column, field)),
      ),
    message: {
      en: (args) => `${(args as ColumnArgs).column} is a column that the config does not name`,
      fa: (args) => `«${(args as ColumnArgs).column}» ستونی است که تنظیمات نام نبرده است`,
    },
  };
}

function isNamed({ name }: RuledColumn, column: string, field: string | null): boolean {
  return (
    headerKey(column) === headerKey(name.name) || (name.field !== null && field !== null && isMadeOf(name.field, field))
  );
}

function presenceRule(id: string): Omit<Rule, 'title' | 'condition' | 'check' | 'message'> {
  return {
    id,
    dimension: 'validity',
    severity: 'error',
    scope: 'file',
    source: OWN,
    needs: [],
    affects: [],
    fix: FIX,
    examples: { accept: '', reject: '' },
  };
}

type Column = SourceAccount['columns'][number];

/** One violation per file and column that `wrong` is true for, at the header. */
function columnsFound(
  sources: readonly SourceAccount[],
  wrong: (column: Column, source: SourceAccount) => boolean,
): PlaceFindings<ColumnArgs> {
  return {
    checked: sources.reduce((sum, { columns }) => sum + columns.length, 0),
    places: sources.flatMap((source) =>
      source.columns
        .filter((column) => wrong(column, source))
        .map(({ column }) => ({
          place: { file: source.file, sheet: source.sheet, row: source.headerRow, line: null },
          column,
          args: { column },
        })),
    ),
  };
}

/** Headers are compared without case and punctuation, as columns are found by them. */
function headerKey(header: string): string {
  const key = header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return key === '' ? header : key;
}
