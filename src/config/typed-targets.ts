/** Targets of the command line, read by the units of their KPIs. */
import { UserError } from '../errors/user-error.js';
import { kpis, kpisMeant } from '../kpi/catalogue/index.js';
import { type ConfigTarget, TARGET_EXPECTED } from './target-schema.js';
import { targetFault, targetUnit, targetValue } from './target-values.js';

interface Typed {
  readonly kpi: string;
  /** `=` is at least; at most where less is better. */
  readonly limit: '>=' | '<=' | '=';
  readonly value: string;
}

/**
 * KPI → target; several of one KPI are joined.
 * @throws UserError `unknown_kpi`, `option_value` (exit 2)
 */
export function typedTargets(typed: readonly Typed[]): Readonly<Record<string, ConfigTarget>> {
  const targets: Record<string, ConfigTarget> = {};
  for (const { kpi: id, limit, value } of typed) {
    const kpi = kpis.find((one) => one.id === id);
    if (kpi === undefined) throw new UserError('unknown_kpi', { id, suggestion: kpisMeant(id) });
    const unit = targetUnit(id, kpi.unit);
    const number = targetValue(value, unit);
    if (number === null) {
      const expected = TARGET_EXPECTED[targetFault(unit)];
      throw new UserError('option_value', { option: `--target ${id}`, value, expected, suggestion: null });
    }
    const most = limit === '<=' || (limit === '=' && kpi.better === 'lower');
    targets[id] = { ...targets[id], ...(most ? { max: number } : { min: number }) };
  }
  return targets;
}
