import { brief } from '../locale/brief.js';
import { type AnySaid, said } from '../locale/said.js';
import { say } from '../locale/say.js';
import type { Lang } from '../locale/text.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { convertible, type Rates } from '../model/rates.js';
import type { KnownNote } from '../quality/baseline-note.js';
import { beginCheck, type CheckInput, type CheckResult, type RuleResult } from '../quality/check.js';
import type { ActiveSeverity, Beside, Rule, RuleSetting } from '../quality/definition.js';
import { fingerprint } from '../quality/fingerprint.js';
import type { Helper } from '../quality/helper.js';
import type { Listed } from '../quality/listing.js';
import type { RunSummary } from '../quality/run-history.js';
import type { Threshold } from '../quality/setting.js';
import { ruleOf } from '../quality/warning-fates.js';
import { filterEntry, messageEntry, sourceEntry, type Tool } from './documents.js';
import { findingText, knownUntil } from './finding-text.js';
import { applyGate, type GateContext } from './gate.js';
import { clockOf, currenciesOf } from './measure-request.js';
import type { Check, Report } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';

export interface CheckContext extends GateContext {
  readonly rules: readonly Rule[];
  readonly settings: Readonly<Record<string, RuleSetting>>;
  readonly failOn: ActiveSeverity | 'never';
  /** Violations listed per rule; 0 = all. */
  readonly maxRows: number;
  readonly asOf: CivilDay | null;
  readonly today: CivilDay;
  /** With rates, several currencies are no finding. */
  readonly rates?: Rates | null;
  /** What is to be said of the earlier runs that it was compared with. */
  readonly runWarnings?: readonly AnySaid[];
  /** The user says that the files hold every deal, lost ones too. */
  readonly assumeComplete?: boolean | undefined;
  readonly lang: Lang;
  readonly tool: Tool;
}

/** What rules are run with. */
type RulesContext = Pick<CheckContext, 'rules' | 'settings' | 'asOf' | 'today' | 'rates' | 'assumeComplete'>;

/** Runs rules over the deals, at the snapshot date of the run. */
export function runRules(
  dataset: Dataset,
  context: RulesContext,
  options: Omit<RunOptions, 'quick'> = {},
): CheckResult {
  return beginRules(dataset, context, options)();
}

/** How rules are run. */
interface RunOptions {
  /** The thorough ones are left out. */
  readonly quick?: boolean;
  readonly runs?: readonly RunSummary[];
  /** Who runs some of them while other work is done here. */
  readonly helper?: Helper | null;
}

/** Begins with rules where somebody helps; what is given back runs what is left, and tells what was found. */
export function beginRules(
  dataset: Dataset,
  { rules, settings, asOf, today, rates = null, assumeComplete = false }: RulesContext,
  { quick = false, runs = [], helper = null }: RunOptions = {},
): () => CheckResult {
  const clock = clockOf(dataset, asOf, today);
  const input: CheckInput = {
    deals: dataset.deals,
    ambiguous: dataset.ambiguous,
    setAside: setAside(dataset),
    ...(dataset.whole === undefined ? {} : { chosen: true, whole: dataset.whole }),
    asOf: clock.asOf ?? today,
    ...(clock.asOf === null ? { undated: true } : {}),
    // A report tells its own snapshot date, and is the same tomorrow: only a check asks how old the data is.
    beside: {
      ...besideOf(dataset, asOf === null && !quick ? today : null),
      complete: assumeComplete,
      runs,
      ...ratedOf(rates),
    },
    settings,
    quick,
  };
  return beginCheck(rules, input, helper);
}

function ratedOf(rates: Rates | null): Pick<Beside, 'rated'> {
  return rates === null ? {} : { rated: convertible(rates) };
}

/** What rules about files, columns and other tables look at. */
function besideOf(
  { sources, joins, warnings, customers, history }: Dataset,
  today: CivilDay | null,
): Omit<Beside, 'runs'> {
  return { sources, joins, warnings, customers, history, today };
}

/** Stage and status values that mean "no deal" by a known word or the user's, so that nobody has to settle them. */
function setAside({ sources }: Dataset): ReadonlySet<string> {
  const values = sources.flatMap(({ stages }) =>
    stages
      .filter(({ outcome, reason }) => outcome === 'excluded' && !reason.args.byOtherColumns)
      .map(({ value }) => value),
  );
  return new Set(values);
}

/** The check as a document. */
export function buildCheck(dataset: Dataset, found: CheckResult, context: CheckContext): Check {
  const { lang, maxRows } = context;
  const { result, required, summary, warnings } = applyGate(found, context);
  const clock = clockOf(dataset, context.asOf, context.today);
  const currencies = currenciesOf(dataset.deals);
  const listed = maxRows === 0 ? undefined : maxRows;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: context.tool,
    asOf: clock.asOf === null ? null : isoDay(clock.asOf),
    calendar: dataset.calendar ?? 'gregorian',
    currency: currencies.length === 1 ? (currencies[0] ?? null) : null,
    sources: dataset.sources.map((source) => sourceEntry(source, lang)),
    filter: filterEntry(dataset),
    summary: {
      records: result.records,
      errors: result.errors,
      warnings: result.warnings,
      infos: result.infos,
      score: result.score,
      strictScore: result.strictScore,
      ...summary,
    },
    rules: result.results.map((one) => ({
      ...ruleEntry(one, lang),
      ...(required.has(one.rule.id) ? { outcome: 'fail' as const } : {}),
    })),
    violations: result.results.flatMap((one) =>
      one.list(listed).map((violation) => violationEntry(dataset, one, violation, lang)),
    ),
    known: result.results.flatMap(({ rule, met }) =>
      met.list(false, listed).map(({ fingerprint: hash, count, label, note }) => ({
        rule: rule.id,
        fingerprint: hash,
        count,
        recordId: label,
        ...noteEntry(note),
      })),
    ),
    fixed: result.results.flatMap(({ rule, fixed }) =>
      fixed
        .slice(0, listed)
        .map(({ fingerprint: hash, count, label }) => ({ rule: rule.id, fingerprint: hash, count, recordId: label })),
    ),
    warnings: [...unjudged(dataset.warnings, result, context), ...(context.runWarnings ?? []), ...warnings].map((one) =>
      messageEntry(one, { lang, calendar: dataset.calendar ?? 'gregorian' }),
    ),
  };
}

/**
 * The warnings of which no rule told already: the violations say the same, and who switched a rule off wants to hear no
 * more of it. What a rule that was not selected, or not run, would have told stays a warning.
 */
function unjudged(
  warnings: readonly LoadWarning[],
  { results }: CheckResult,
  { settings }: Pick<CheckContext, 'settings'>,
): readonly LoadWarning[] {
  const told = new Set(results.filter(({ violations }) => violations > 0).map(({ rule }) => rule.id));
  return warnings.filter((one) => {
    const rule = ruleOf(one);
    if (rule === null) return true;
    const setting = settings[rule];
    return !told.has(rule) && (typeof setting === 'string' ? setting : setting?.severity) !== 'off';
  });
}

function ruleEntry(result: RuleResult, lang: Lang): Check['rules'][number] {
  const { rule, reason, problem, threshold } = result;
  return {
    id: rule.id,
    severity: result.severity,
    outcome: result.outcome,
    title: rule.title[lang],
    dimension: rule.dimension,
    applicable: result.applicable,
    violations: result.violations,
    rate: result.rate,
    amount: result.amount,
    known: result.known,
    expired: result.expired,
    fixed: result.fixed.reduce((sum, { count }) => sum + count, 0),
    affects: [...rule.affects],
    threshold: threshold === null ? null : thresholdEntry(threshold),
    reason: problem === null ? reason : `${problem.key}: ${problem.detail}`,
    fix: rule.fix[lang],
  };
}

function thresholdEntry({ maxViolations, maxRate, two }: Threshold): NonNullable<Check['rules'][number]['threshold']> {
  return { maxViolations, maxRate, warn: two?.warn ?? null, fail: two?.fail ?? null };
}

function noteEntry(note: KnownNote | null): { until: string | null; reason: string | null } {
  const { until = null, reason = null } = note ?? {};
  return { until: until === null ? null : isoDay(until), reason: reason === null ? null : brief(reason) };
}

/** The entry of the baseline that knew a violation until it expired. */
function expiredEntry({ met }: RuleResult, hash: string): Check['violations'][number]['expired'] {
  const entry = met.find(hash);
  if (entry === null || !entry.expired) return null;
  const { until, reason } = noteEntry(entry.note);
  return until === null ? null : { until, reason };
}

function violationEntry(
  dataset: Dataset,
  result: RuleResult,
  violation: Listed,
  lang: Lang,
): Check['violations'][number] {
  const { rule, severity } = result;
  const hash = fingerprint(rule.id, violation.identity);
  const expired = result.expired === 0 ? null : expiredEntry(result, hash);
  const { place, field, recordId, value, count, common, first } = violation;
  const message = brief(violation.message[lang]);
  const places = first.map(({ place: at, recordId: id }) => ({ ...at, recordId: id }));
  return {
    rule: rule.id,
    severity,
    file: place.file,
    sheet: place.sheet,
    row: place.row,
    line: place.line,
    recordId,
    column: violation.column ?? (field === null ? null : columnOf(dataset, place.file, field)),
    field,
    value,
    message: `${common === null ? message : findingText(common, places, message, lang)}${
      expired === null ? '' : knownUntil(expired, lang)
    }`,
    count,
    places,
    fingerprint: hash,
    expired,
  };
}

/** The file's own column for a field; for the two derived dates, the column that serves both. */
function columnOf({ sources }: Dataset, file: string, field: string): string | null {
  const columns = sources.find((source) => source.file === file)?.columns ?? [];
  const named = (name: string): string | undefined => columns.find((column) => column.field === name)?.column;
  if (field === 'customer') return named('account_id') ?? named('account') ?? null;
  if (field === 'outcome') return named('status') ?? named('stage') ?? null;
  const dual = field === 'closed_at' || field === 'expected_close' ? named('close_date') : undefined;
  return named(field) ?? dual ?? null;
}

/** The report's summary of the rules: those with violations, in order of weight. */
export function qualitySummary(result: CheckResult, lang: Lang): NonNullable<Report['quality']> {
  return {
    score: result.score,
    strictScore: result.strictScore,
    records: result.records,
    rules: result.results
      .filter(({ violations }) => violations > 0)
      .map(({ rule, severity, violations }) => ({
        id: rule.id,
        severity,
        title: rule.title[lang],
        violations,
        affects: [...rule.affects],
      })),
    notRun: result.notRun.map(({ id }) => id),
  };
}

/** The sentence for a rule's reason code, for the explanation of a rule. */
export function skipText(reason: string, lang: Lang): string {
  return say(
    reason === 'no_applicable_records' ? said('rule_applies_to_none') : said('rule_skipped', { reason }),
    lang,
  );
}
