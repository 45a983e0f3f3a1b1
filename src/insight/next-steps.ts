import type { ActionCode } from '../locale/actions.js';
import type { insights } from './catalogue/index.js';
import type { Finding } from './definition.js';

/** What to do about a finding, and how to see more of it: what follows `kpi`, without the files. */
export interface NextStep {
  readonly action: { readonly code: ActionCode; readonly args: { readonly name: string } };
  readonly command: readonly string[];
  /** The command is about the asked period; else about the newest day. */
  readonly during: boolean;
}

type InsightId = (typeof insights)[number]['id'];
type Step = (evidence: Finding['evidence']) => NextStep;

/** A step for each kind: one that is forgotten does not compile. */
const STEPS: Readonly<Record<InsightId, Step>> = {
  win_rate_change: ({ field }) =>
    typeof field === 'string'
      ? step('look_by_field', ['report', '--by', quoted(field)], field)
      : step('explain_change', ['explain', 'win_rate']),
  simpsons_paradox: ({ field }) =>
    typeof field === 'string'
      ? step('judge_by_groups', ['report', '--by', quoted(field)], field)
      : step('explain_change', ['explain', 'win_rate']),
  revenue_change: () => step('look_at_largest', ['deals', '--kpi', 'revenue_won', '--sort', 'amount:desc']),
  velocity_change: () => step('see_what_it_is_made_of', ['explain', 'sales_velocity']),
  segment_win_rate: ({ where, difference }) => {
    const worse = typeof difference === 'number' && difference < 0;
    const condition = typeof where === 'string' ? ['--where', where] : [];
    return step(worse ? 'find_why_lost' : 'find_why_won', ['deals', worse ? '--lost' : '--won', ...condition]);
  },
  stage_leak: () => step('look_at_lost', ['deals', '--lost', '--sort', 'amount:desc']),
  lost_reason_growth: () => step('look_at_lost', ['deals', '--lost', '--sort', 'amount:desc']),
  stalled_value: () => now('clear_stalled', ['deals', '--stalled']),
  overdue_value: () => now('clear_overdue', ['deals', '--overdue']),
  concentration_risk: () => step('secure_largest', ['explain', 'revenue_concentration']),
  lapsed_customers: () => step('call_lapsed', ['explain', 'customer_retention_rate']),
  bulk_closing: ({ day }) =>
    now('check_bulk', ['deals', ...(typeof day === 'string' ? ['--where', `closed_at = ${day}`] : [])]),
};

/** What to do about a finding of a kind. */
export function nextStepOf(id: string, { evidence }: Pick<Finding, 'evidence'>): NextStep | null {
  return Object.hasOwn(STEPS, id) ? STEPS[id as InsightId](evidence) : null;
}

function step(code: ActionCode, command: readonly string[], name = ''): NextStep {
  return { action: { code, args: { name } }, command, during: true };
}

function now(code: ActionCode, command: readonly string[]): NextStep {
  return { ...step(code, command), during: false };
}

/** A name as `--by` takes it: one that holds a comma or a quote stands in quotes. */
function quoted(name: string): string {
  return /[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
