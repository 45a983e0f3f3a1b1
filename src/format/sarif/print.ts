/** A check as SARIF 2.1.0 (OASIS, 2020), for code scanning. */
import type { Lang } from '../../locale/text.js';
import type { Check } from '../../report/schema.js';
import type { RenderOptions } from '../definition.js';
import { printJson } from '../json/print.js';
import { placedViolations, type Rule, type Violation } from '../plain.js';
import { terminalText } from '../sanitize.js';
import { inWorkingFolder } from '../working-folder.js';

/** GitHub shows 5,000 results of a run and refuses more than 25,000 ("SARIF support for code scanning", limits). */
const MOST_RESULTS = 5_000;
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS = new Map([
  ['error', 'error'],
  ['warn', 'warning'],
  ['info', 'note'],
]);
/** What GitHub sorts alerts by. */
const PROBLEMS = new Map([
  ['error', 'error'],
  ['warn', 'warning'],
  ['info', 'recommendation'],
]);

export function printSarif(given: Check, { lang, folder }: RenderOptions): Generator<string, void, undefined> {
  const check = inWorkingFolder(given, folder);
  const violations = placedViolations(check, lang);
  const index = new Map(check.rules.map(({ id }, at) => [id, at]));
  const left = violations.length - MOST_RESULTS;
  const notifications = left > 0 ? [{ level: 'warning', message: text(`${left} more results are left out`) }] : [];
  return printJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: check.tool.name,
            version: check.tool.version,
            semanticVersion: check.tool.version,
            language: lang,
            rules: check.rules.map((rule) => descriptor(rule, lang)),
          },
        },
        automationDetails: { id: 'kpi-check/' },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        columnKind: 'utf16CodeUnits',
        results: violations
          .slice(0, MOST_RESULTS)
          .map((violation) => result(violation, index.get(violation.rule) ?? 0)),
      },
    ],
  });
}

function descriptor({ id, title, severity, dimension, fix, affects }: Rule, lang: Lang): unknown {
  const changes = affects.length === 0 ? [] : [`${lang === 'fa' ? 'اثر بر' : 'affects'}: ${affects.join(', ')}.`];
  return {
    id,
    name: id.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: text(title),
    fullDescription: text(title),
    help: text([fix, ...changes].filter((sentence) => sentence !== '').join(' ') || title),
    defaultConfiguration: { level: LEVELS.get(severity) ?? 'warning' },
    properties: { tags: ['data-quality', dimension], 'problem.severity': PROBLEMS.get(severity) ?? 'warning' },
  };
}

function result(violation: Violation, ruleIndex: number): unknown {
  const { rule, severity, file, sheet, row, line, recordId, column, field, message, fingerprint } = violation;
  const id = recordId === null ? '' : `${recordId}: `;
  const cell = [sheet, column].filter((name) => name !== null).join('!');
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS.get(severity) ?? 'warning',
    message: text(`${id}${message}`),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: Math.max(1, line ?? row) }, // the file as a whole has no line, and every viewer wants one
        },
        ...(cell === '' ? {} : { logicalLocations: [{ fullyQualifiedName: cell, kind: 'member' }] }),
      },
    ],
    partialFingerprints: { 'kpi/v1': fingerprint },
    properties: { recordId, sheet, row, column, field },
  };
}

/** A message in which nothing is a placeholder or a link (section 3.11: braces are doubled, a link is `[text](target)`). */
function text(sentence: string): { readonly text: string } {
  return { text: terminalText(sentence).replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}

/** A path as a URI reference: relative ones stay so, whatever the system writes between folders. */
export function uriOf(path: string): string {
  const absolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
  const parts = path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split(/[\\/]/)
    .map(encodeURIComponent);
  if (!absolute) return parts.join('/').replace(/^(?=[^/]*%3A)/, './');
  return `file:///${parts
    .join('/')
    .replace(/^\//, '')
    .replace(/^([A-Za-z])%3A/, '$1:')}`;
}
