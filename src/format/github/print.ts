/**
 * A check as commands of GitHub Actions: an annotation per rule, since the host shows ten of each level in a step, and the
 * verdict as a plain line. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import type { Lang } from '../../locale/text.js';
import type { Check } from '../../report/schema.js';
import type { RenderOptions } from '../definition.js';
import {
  detailLines,
  failsGate,
  isOverLimit,
  type Rule,
  ruleText,
  type Violation,
  verdictText,
  violationsByRule,
} from '../plain.js';
import { commandProperty, commandText } from '../sanitize.js';
import { inWorkingFolder } from '../working-folder.js';

/** An annotation is read in a small box, and its length is limited; the job summary and the reports have more. */
const MOST_LINES = 10;

const COMMANDS = new Map([
  ['error', 'error'],
  ['warn', 'warning'],
  ['info', 'notice'],
]);

export function* printGithub(given: Check, { lang, folder }: RenderOptions): Generator<string, void, undefined> {
  const check = inWorkingFolder(given, folder);
  const byRule = violationsByRule(check);
  for (const rule of check.rules) {
    if (isOverLimit(rule) || failsGate(rule, check.summary))
      yield annotation(rule, byRule.get(rule.id) ?? [], check, lang);
  }
  for (const { code, message } of check.summary.failures) {
    if (code !== 'required_rule') yield command('error', { title: code }, message);
  }
  yield `${verdictText(check.summary, lang)}\n`;
}

function annotation(rule: Rule, violations: readonly Violation[], check: Check, lang: Lang): string {
  const level = failsGate(rule, check.summary) ? 'error' : (COMMANDS.get(rule.severity) ?? 'notice');
  const [first] = violations;
  const place = {
    file: first?.file ?? check.sources[0]?.file ?? '',
    // A workbook has no lines that the host could show.
    ...(first === undefined || first.line === null ? {} : { line: String(first.line) }),
  };
  const lines = [ruleText(rule, lang), ...detailLines(rule, violations.slice(0, MOST_LINES), lang)];
  return command(level, { ...place, title: rule.id }, lines.join('\n'));
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${commandProperty(value)}`);
  return `::${name} ${written.join(',')}::${commandText(message)}\n`;
}
