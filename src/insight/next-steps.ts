import { type Said, said } from '../locale/said.js';
import type { insights } from './catalogue/index.js';
import type { Finding } from './definition.js';

/** What to do about a finding, and how to see more of it: what follows `kpi`, without the files. */
export interface NextStep {
  readonly action: Said;
  readonly command: readonly string[];
  /** The command is about the asked period; else about the newest day. */
  readonly during: boolean;
}

type InsightId = (typeof insights)[number]['id'];
type Step = (evidence: Finding['evidence']) => NextStep | null;

/** A step for each kind: one that is forgotten does not compile. */
const STEPS: Readonly<Record<InsightId, Step>> = {
  win_rate_change: ({ field }) =>
    typeof field === 'string'
      ? step(said('look_by_field', { name: field }), ['report', '--by', quoted(field)])
      : step(said('explain_change'), ['explain', 'win_rate']),
  simpsons_paradox: ({ field }) =>
    typeof field === 'string'
      ? step(said('judge_by_groups', { name: field }), ['report', '--by', quoted(field)])
      : step(said('explain_change'), ['explain', 'win_rate']),
  revenue_change: () => step(said('look_at_largest'), ['deals', '--kpi', 'revenue_won', '--sort', 'amount:desc']),
  velocity_change: () => step(said('see_what_it_is_made_of'), ['explain', 'sales_velocity']),
  segment_win_rate: ({ where, difference }) => {
    const worse = typeof difference === 'number' && difference < 0;
    const condition = typeof where === 'string' ? ['--where', where] : [];
    return step(worse ? said('find_why_lost') : said('find_why_won'), [
      'deals',
      worse ? '--lost' : '--won',
      ...condition,
    ]);
  },
  stage_leak: lostWhere,
  lost_reason_growth: lostWhere,
  stalled_value: () => now(said('clear_stalled'), ['deals', '--stalled']),
  overdue_value: () => now(said('clear_overdue'), ['deals', '--overdue']),
  concentration_risk: () => step(said('secure_largest'), ['explain', 'revenue_concentration']),
  lapsed_customers: () => step(said('call_lapsed'), ['explain', 'customer_retention_rate']),
  bulk_closing: ({ day }) =>
    now(said('check_bulk'), ['deals', ...(typeof day === 'string' ? ['--where', `closed_at = ${day}`] : [])]),
  quarter_rhythm: ({ judge, against, notAgainst }) =>
    typeof judge === 'string' && typeof against === 'string' && typeof notAgainst === 'string'
      ? now(said('judge_by_same_month', { judge, against, notAgainst }), [
          ...['report', '--period', judge],
          ...['--compare', against],
        ])
      : null,
  two_kinds: ({ kpi }) =>
    kpi === 'avg_deal_size'
      ? step(said('plan_with_both_sizes'), ['explain', 'avg_deal_size'])
      : step(said('plan_with_both_cycles'), ['explain', 'sales_cycle']),
  // There is nothing to do, and nothing more to see.
  win_rates_alike: () => null,
};

/** What to do about a finding of a kind. */
export function nextStepOf(id: string, { evidence }: Pick<Finding, 'evidence'>): NextStep | null {
  return Object.hasOwn(STEPS, id) ? STEPS[id as InsightId](evidence) : null;
}

/** The lost deals that a finding is about, where a condition selects them. */
function lostWhere({ where }: Finding['evidence']): NextStep {
  const condition = typeof where === 'string' ? ['--where', where] : [];
  return step(said('look_at_lost'), ['deals', '--lost', ...condition, '--sort', 'amount:desc']);
}

/** What to do, and a command that is about the asked period. */
function step(action: Said, command: readonly string[]): NextStep {
  return { action, command, during: true };
}

/** A command about the newest day, or about a period of its own. */
function now(action: Said, command: readonly string[]): NextStep {
  return { action, command, during: false };
}

/** A name as `--by` takes it: one that holds a comma or a quote stands in quotes. */
function quoted(name: string): string {
  return /[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
