/** A run without usable data in the formats that build servers read: each says that nothing was checked, and why. */
import type { Failure } from '../report/schema.js';
import { CHECK_COLUMNS } from './csv/check.js';
import { csvLine, type Delimiter } from './csv/line.js';
import type { RenderOptions } from './definition.js';
import { printJson } from './json/print.js';
import { commandProperty, commandText, spreadsheetText, terminalText, xmlText } from './sanitize.js';
import { uriOf } from './sarif/print.js';
import { fromWorkingFolder } from './working-folder.js';

type Printed = Generator<string, void, undefined>;

/** One test case, with an error: a suite of none would pass. */
export function* junitFailure({ error, tool }: Failure): Printed {
  const counts = 'tests="1" failures="0" errors="1" time="0"';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  yield `  <testsuite name="kpi check" package="kpi" id="0" timestamp="1970-01-01T00:00:00" hostname="localhost" ${counts}>\n`;
  yield `    <properties>\n      <property name="kpi.version" value="${xmlText(tool.version)}"/>\n    </properties>\n`;
  yield `    <testcase name="${xmlText(error.code)}" classname="kpi.data" time="0">\n`;
  yield `      <error type="${xmlText(error.code)}" message="${xmlText(error.message)}">${xmlText(error.hint)}</error>\n`;
  yield '    </testcase>\n    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n</testsuites>\n';
}

/** No result, and an invocation that did not succeed (SARIF 2.1.0, sections 3.20.14 and 3.20.21). */
export function sarifFailure({ error, tool }: Failure, { lang, folder = '' }: RenderOptions): Printed {
  const sentence = terminalText(`${error.message} ${error.hint}`.trim())
    .replace(/[{}]/g, '$&$&')
    .replaceAll('](', '] (');
  const uri = error.file === null ? null : uriOf(fromWorkingFolder(error.file, folder));
  const notification = {
    level: 'error',
    descriptor: { id: error.code },
    message: { text: sentence },
    ...(uri === null ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri } } }] }),
  };
  const driver = { name: tool.name, version: tool.version, semanticVersion: tool.version, language: lang, rules: [] };
  return printJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        automationDetails: { id: 'kpi-check/' },
        invocations: [{ executionSuccessful: false, exitCode: error.exit, toolExecutionNotifications: [notification] }],
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  });
}

/** An error annotation. */
export function* githubFailure({ error }: Failure, { folder = '' }: RenderOptions): Printed {
  const file = error.file === null ? '' : `file=${commandProperty(fromWorkingFolder(error.file, folder))},`;
  const message = [error.message, error.hint].filter((line) => line !== '').join('\n');
  yield `::error ${file}title=${commandProperty(error.code)}::${commandText(message)}\n`;
}

/** One issue, of the severity that blocks. */
export function gitlabFailure({ error }: Failure, { folder = '' }: RenderOptions): Printed {
  return printJson([
    {
      description: terminalText(error.message),
      check_name: error.code,
      fingerprint: error.code,
      severity: 'blocker',
      location: { path: fromWorkingFolder(error.file ?? '-', folder), lines: { begin: 1 } },
    },
  ]);
}

/** The header of violations, and one line in place of them. */
export const csvFailure = (failure: Failure): Printed => failureLines(failure, ',');
export const tsvFailure = (failure: Failure): Printed => failureLines(failure, '\t');

function* failureLines({ error }: Failure, delimiter: Delimiter): Printed {
  yield csvLine(CHECK_COLUMNS, delimiter);
  const cells: Partial<Record<string, string>> = {
    rule: error.code,
    severity: 'error',
    file: error.file ?? '',
    row: '0',
    message: error.message,
    fingerprint: error.code,
  };
  yield csvLine(
    CHECK_COLUMNS.map((name) => spreadsheetText(cells[name] ?? '')),
    delimiter,
  );
}
