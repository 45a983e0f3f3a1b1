/** What `kpi help` tells beside the commands, in the order of the help. */
import { dates } from './topics/dates.js';
import type { HelpTopic } from './topics/definition.js';
import { expressions } from './topics/expressions.js';
import { files } from './topics/files.js';
import { gate } from './topics/gate.js';
import { periods } from './topics/periods.js';
import { stages } from './topics/stages.js';
import { targets } from './topics/targets.js';

export const TOPICS: readonly HelpTopic[] = [files, stages, dates, periods, expressions, targets, gate];

/** What else one may ask for help about. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  expressions: ['where', 'conditions', 'condition', 'filter', 'filters', 'expression', 'query'],
  periods: ['period', 'quarters', 'ranges', 'fiscal', 'compare'],
  dates: ['date', 'numbers', 'money', 'currency', 'currencies', 'timezone', 'as-of', 'jalali', 'rates'],
  stages: ['stage', 'outcomes', 'outcome', 'status', 'won', 'lost'],
  targets: ['target', 'goals', 'quotas', 'quota'],
  gate: ['baseline', 'ci', 'baselines', 'rules', 'exit', 'pipeline'],
  files: ['file', 'input', 'output', 'stdin', 'formats', 'columns', 'mapping', 'join', 'excel', 'csv'],
};

/** The topic that a word belongs to, or null. */
export function topicMeant(name: string): string | null {
  const key = name.toLowerCase();
  return Object.entries(OTHER_NAMES).find(([, names]) => names.includes(key))?.[0] ?? null;
}
