/**
 * A check as JUnit XML: a test case per rule. Kept to what both published schemas allow, that of the Jenkins xUnit plugin
 * and that of Apache Ant (Windy Road, 2011): totals stand at the suite, reasons are text, the order of elements is fixed.
 */
import type { Check } from '../../report/schema.js';
import type { RenderOptions } from '../definition.js';
import {
  detailLines,
  failsGate,
  isOverLimit,
  type Rule,
  reasonSentence,
  ruleText,
  type Violation,
  verdictText,
  violationsByRule,
} from '../plain.js';
import { xmlText } from '../sanitize.js';
import { inWorkingFolder } from '../working-folder.js';

/** Ant's schema wants an instant; a document has none but the snapshot date, and without it this one, which nobody mistakes. */
const NO_INSTANT = '1970-01-01';

export function* printJunit(given: Check, { lang, folder }: RenderOptions): Generator<string, void, undefined> {
  const check = inWorkingFolder(given, folder);
  const { rules, summary, tool, asOf } = check;
  const byRule = violationsByRule(check);
  const gate = summary.failures.filter(({ code }) => code !== 'required_rule'); // that one is the rule's own case
  const broken = rules.filter(({ outcome }) => outcome === 'error').length;
  const counts = {
    tests: rules.length + gate.length,
    failures: rules.filter((rule) => rule.outcome !== 'error' && failsGate(rule, summary)).length + gate.length,
    errors: broken,
    skipped: rules.filter(({ outcome }) => outcome === 'skipped').length,
  };
  const suite = {
    name: 'kpi check',
    package: 'kpi',
    id: 0,
    timestamp: `${asOf ?? NO_INSTANT}T00:00:00`,
    hostname: 'localhost',
    ...counts,
    time: 0,
  };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite${attributes(suite)}>\n`;
  yield `    <properties>\n      <property${attributes({ name: 'kpi.version', value: tool.version })}/>\n    </properties>\n`;
  for (const rule of rules) yield testCase(rule, byRule.get(rule.id) ?? [], check, lang);
  for (const { code, message } of gate) {
    yield `    <testcase${attributes({ name: code, classname: 'kpi.gate', time: 0 })}>\n`;
    yield `      <failure${attributes({ type: 'gate', message })}/>\n    </testcase>\n`;
  }
  yield element('system-out', besideLines(check, byRule, lang));
  yield `    <system-err></system-err>\n  </testsuite>\n</testsuites>\n`;
}

function testCase(rule: Rule, violations: readonly Violation[], check: Check, lang: RenderOptions['lang']): string {
  const open = `    <testcase${attributes({ name: rule.id, classname: `kpi.${rule.id.replace(/\..*$/, '')}`, time: 0 })}`;
  if (rule.outcome === 'skipped') {
    return `${open}>\n      <skipped>${xmlText(reasonSentence(rule.reason ?? '', lang))}</skipped>\n    </testcase>\n`;
  }
  if (!failsGate(rule, check.summary)) return `${open}/>\n`;
  const kind = rule.outcome === 'error' ? 'error' : 'failure';
  const said = attributes({ type: rule.severity, message: ruleText(rule, lang) });
  const lines = detailLines(rule, violations, lang).map(xmlText).join('\n');
  return `${open}>\n      <${kind}${said}>${lines}</${kind}>\n    </testcase>\n`;
}

/** What does not fail the check but should be seen: rules over their limit at a severity that does not fail. */
function besideLines(
  check: Check,
  byRule: ReadonlyMap<string, readonly Violation[]>,
  lang: RenderOptions['lang'],
): readonly string[] {
  const beside = check.rules.filter((rule) => isOverLimit(rule) && !failsGate(rule, check.summary));
  return [
    verdictText(check.summary, lang),
    ...beside.flatMap((rule) => [
      `${rule.severity} ${rule.id}: ${ruleText(rule, lang)}`,
      ...detailLines(rule, byRule.get(rule.id) ?? [], lang).map((line) => `  ${line}`),
    ]),
  ];
}

function element(name: string, lines: readonly string[]): string {
  return `    <${name}>${lines.map(xmlText).join('\n')}</${name}>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
