import { compileExpression } from '../../expression/compile.js';
import type { Expression, Name } from '../../expression/definition.js';
import { namesIn } from '../../expression/names.js';
import { FALSE, type Test, TRUE, UNKNOWN } from '../../expression/truth.js';
import type { Phrase, Text } from '../../locale/text.js';
import type { DealField } from '../../model/deals.js';
import type { DealFindings, Dimension, Findings, Rule } from '../definition.js';
import { cellShown } from '../shown.js';
import { ABSENT, absentFinding, absentName, isAbsent } from './absence.js';
import { FIX, OWN, type RuleTable } from './definition.js';
import type { Told } from './message.js';

/** What is asked of each record. */
export interface TestRule {
  readonly id: string;
  readonly title: Text;
  readonly dimension: Dimension;
  readonly condition: Text;
  /** The records that it applies to; null = all. */
  readonly when: Expression | null;
  /** Fields and columns that the test looks at; the first one is shown with a violation. */
  readonly names: readonly Name[];
  /** It asks for the snapshot date. */
  readonly asOf?: boolean;
  /** Violated where it is false; where it is unknown the rule says nothing. */
  readonly holds: (table: RuleTable) => Test;
  /** What a record holds, where the file's own text is better than what was read of it. */
  readonly written?: (table: RuleTable, row: number) => string | undefined;
  readonly message: Phrase<Told>;
  /** What becomes of the rule where no file has a column that it names: it is skipped, or that is the violation. */
  readonly absence: 'skip' | 'fail';
}

/** A rule of the records for which `when` is true and a test is true or false: violated where it is false. */
export function testRule(rule: TestRule, table: RuleTable | null): Rule {
  const { id, title, dimension, condition, when, message, absence } = rule;
  const told = when === null ? null : namesIn(when);
  const names = [...rule.names, ...(told === null ? [] : [...told.columns, ...told.fields.map(fieldName)])];
  const fields = [...new Set(names.flatMap(({ field }) => field ?? []))];
  const absent = table === null ? undefined : absentName(names, table);
  return {
    id,
    title,
    dimension,
    severity: 'error',
    scope: 'deal',
    condition,
    source: OWN,
    needs: [],
    wants: fields,
    ...(absence === 'skip' && absent !== undefined ? { absent: absent.name } : {}),
    ...(rule.asOf === true || told?.asOf === true ? { atSnapshot: true as const } : {}),
    affects: [],
    check({ beside }): Findings<unknown> {
      if (table === null || table.deals.size === 0) return { checked: 0, places: [] };
      return absent === undefined ? judged(rule, table) : absentFinding(absent.name, table.deals, beside);
    },
    message: {
      en: (args) => (isAbsent(args) ? ABSENT.en(args) : message.en(args as Told)),
      fa: (args) => (isAbsent(args) ? ABSENT.fa(args) : message.fa(args as Told)),
    },
    fix: FIX,
    examples: { accept: '', reject: '' },
  };
}

function judged({ when, holds: made, names: [about], written }: TestRule, table: RuleTable): DealFindings<Told> {
  const applies = when === null ? null : compileExpression(when, table);
  const holds = made(table);
  const { deals } = table;
  const rows = new Uint32Array(deals.size);
  let [checked, n] = [0, 0];
  for (let row = 0; row < deals.size; row++) {
    if (applies !== null && applies(row) !== TRUE) continue;
    const truth = holds(row);
    if (truth === UNKNOWN) continue;
    checked++;
    if (truth === FALSE) rows[n++] = row;
  }
  return {
    checked,
    rows: rows.slice(0, n),
    describe(row) {
      const shown = about === undefined ? {} : cellShown(deals, about, row);
      const value = written?.(table, row) ?? shown.value ?? '';
      const told = { value, row: deals.place(row).row, column: about?.name ?? '' };
      return { ...shown, ...(value === '' ? {} : { value }), args: told };
    },
  };
}

/** A field as the name that an expression would read it by. */
export function fieldName(field: DealField): Name {
  return { kind: 'name', name: field, field, at: 0, end: 0 };
}
