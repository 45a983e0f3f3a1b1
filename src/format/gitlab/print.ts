/** A check as a code quality report of GitLab. https://docs.gitlab.com/ci/testing/code_quality/ */
import type { Check } from '../../report/schema.js';
import type { RenderOptions } from '../definition.js';
import { printJson } from '../json/print.js';
import { placedViolations } from '../plain.js';
import { terminalText } from '../sanitize.js';
import { inWorkingFolder } from '../working-folder.js';

const SEVERITIES = new Map([
  ['error', 'critical'],
  ['warn', 'minor'],
  ['info', 'info'],
]);

export function printGitlab(given: Check, { lang, folder }: RenderOptions): Generator<string, void, undefined> {
  const check = inWorkingFolder(given, folder);
  const seen = new Map<string, number>();
  return printJson(
    placedViolations(check, lang).map(({ rule, severity, file, row, line, recordId, message, fingerprint }) => {
      const times = (seen.get(fingerprint) ?? 0) + 1;
      seen.set(fingerprint, times);
      return {
        description: terminalText(recordId === null ? message : `${recordId}: ${message}`),
        check_name: rule,
        // Each must be there once: GitLab shows one of several alike.
        fingerprint: times === 1 ? fingerprint : `${fingerprint}-${times}`,
        severity: SEVERITIES.get(severity) ?? 'info',
        location: { path: file, lines: { begin: Math.max(1, line ?? row) } },
      };
    }),
  );
}
