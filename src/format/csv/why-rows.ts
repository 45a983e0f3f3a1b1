/** Why figures changed, as rows: the change, and what each factor, group and movement adds to it. */
import type { Report } from '../../report/schema.js';
import { type FigureRow, groupsOf } from './report-columns.js';

type Rows = Generator<FigureRow, void, undefined>;
type Change = NonNullable<Report['why']>['changes'][number];
type Part = Change['parts'][number];

/**
 * Every change with its parts. The effects of one way of taking it apart, `effect_by_factor` or `effect_by_group` of one
 * column with what is left of it, add up to the change: no sum may count two of them.
 */
export function* whyRows({ why }: Report): Rows {
  if (why === null) return;
  if (why.reason !== null) yield { section: 'why', measure: 'change', value: null, reason: why.reason };
  for (const change of why.changes) yield* changeRows(change);
}

function* changeRows(change: Change): Rows {
  const { figure, title, unit, currency, between, days, before, after, significant, reason } = change;
  const base = { section: 'why', kpi: figure, title, start: days.after?.start, end: days.after?.end };
  const measured = { ...base, unit, currency };
  yield {
    ...measured,
    measure: between === 'snapshots' ? 'change_between_snapshots' : 'change',
    value: after,
    previous: before,
    change: change.change,
    significant,
    change_reason: reason,
  };
  for (const part of change.parts) yield* partRows(part, base, measured);
}

function* partRows(part: Part, base: FigureRow, measured: FigureRow): Rows {
  switch (part.kind) {
    case 'factors':
      for (const { factor, unit, before, after, effect } of part.factors) {
        const groups = groupsOf([['factor', factor]]);
        const money = unit === 'money' ? { currency: measured.currency } : {};
        yield { ...base, measure: 'factor', ...groups, value: after, previous: before, unit, ...money };
        yield { ...measured, measure: 'effect_by_factor', ...groups, value: effect };
      }
      return;
    case 'bridge':
      for (const { step, effect } of part.steps) {
        yield { ...measured, measure: 'effect_by_movement', ...groupsOf([['movement', step]]), value: effect };
      }
      return;
    case 'sum':
      for (const { key, groups: count, before, after, effect } of part.groups) {
        const row = { ...measured, ...groupsOf([[part.by, key ?? '']]), n: key === null ? count : undefined };
        yield { ...row, measure: nameOf('group', key), value: after, previous: before };
        yield { ...row, measure: nameOf('effect_by_group', key), value: effect };
      }
      return;
    case 'mix_rate':
      for (const { key, before, after, mix, rate } of part.groups) {
        const row = { ...measured, ...groupsOf([[part.by, key ?? '']]) };
        const sizes = { n: after.size, previous_n: before.size };
        yield { ...row, measure: nameOf('group', key), value: after.value, previous: before.value, ...sizes };
        yield { ...row, measure: nameOf('effect_by_group', key), value: mix + rate };
        yield { ...row, measure: nameOf('effect_of_mix', key), value: mix };
        yield { ...row, measure: nameOf('effect_of_rate', key), value: rate };
      }
  }
}

/** What is not named is told apart from an empty cell. */
function nameOf(measure: string, key: string | null): string {
  return key === null ? `${measure}_rest` : measure;
}
