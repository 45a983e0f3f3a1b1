/** Targets of the command line, read by the units of their KPIs. */
import { UserError } from '../errors/user-error.js';
import { kpis, kpisMeant } from '../kpi/catalogue/index.js';
import type { Kpi } from '../kpi/definition.js';
import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';
import { CADENCES, type ConfigCadence, type ConfigTarget, TARGET_EXPECTED } from './target-schema.js';
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
  for (const { kpi: id, limit, value: text } of typed) {
    const [value, per] = cadenceOf(text);
    const kpi: Kpi | undefined = kpis.find((one) => one.id === id);
    if (kpi === undefined) throw new UserError('unknown_kpi', { id, suggestion: kpisMeant(id) });
    const unit = targetUnit(id, kpi.unit);
    const number = targetValue(value, unit);
    if (number === null) {
      const expected = TARGET_EXPECTED[targetFault(unit)];
      throw new UserError('option_value', { option: `--target ${id}`, value, expected, suggestion: null });
    }
    const before = targets[id];
    if (per !== undefined && kpi.adds !== true) refuse(id, text, TARGET_EXPECTED.target_adds);
    if (before !== undefined && before.per !== per) refuse(id, text, ONE_CADENCE);
    const most = limit === '<=' || (limit === '=' && kpi.better === 'lower');
    targets[id] = { ...before, ...(most ? { max: number } : { min: number }), ...(per === undefined ? {} : { per }) };
  }
  return targets;
}

const ONE_CADENCE: Text = {
  en: 'the same week, month, quarter or year for both limits of a KPI',
  fa: 'برای هر دو حد یک شاخص، یک week، month، quarter یا year',
};

/** `3.2M/quarter` and `3.2M per quarter` → the amount as it was typed, and what it is of each of. */
function cadenceOf(text: string): [value: string, per?: ConfigCadence] {
  const at = text.includes('/') ? text.indexOf('/') : text.search(/\sper\s/);
  if (at < 0) return [text];
  const word = text
    .slice(at)
    .replace(/^\/|^\sper\s/, '')
    .trim();
  const per = CADENCES.find((one) => one === word);
  if (per !== undefined) return [text.slice(0, at).trim(), per];
  throw new UserError('option_value', {
    option: '--target',
    value: text,
    expected: TARGET_EXPECTED.cadence,
    suggestion: suggest(word, CADENCES),
  });
}

function refuse(id: string, value: string, expected: Text): never {
  throw new UserError('option_value', { option: `--target ${id}`, value, expected, suggestion: null });
}
