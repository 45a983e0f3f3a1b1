import { describe, expect, it } from 'vitest';
import { formats } from '../../src/format/catalogue/index.js';
import { renderFailure } from '../../src/format/render.js';
import { type Failure, failureSchema } from '../../src/report/schema.js';
import { HOSTILE } from '../support/hostile.js';
import { sarifProblems, xmlProblems } from '../support/published-schemas.js';

const FAILURE: Failure = {
  schemaVersion: 2,
  tool: { name: 'kpi', version: '0.1.0' },
  error: {
    code: 'no_records',
    exit: 3,
    message: 'in/deals.csv: a header but no records below it.',
    hint: 'Check the filter of the export.',
    file: './in/deals.csv',
  },
};
const OPTIONS = { lang: 'en', color: false, width: 80, folder: '/w' } as const;
const printed = async (format: string, failure = FAILURE): Promise<string> =>
  [...(await renderFailure(failure, format, OPTIONS))].join('');

describe('a run without usable data', () => {
  it.each(formats.map(({ id }) => id))('says so, and why, as %s', async (format) => {
    expect(await printed(format)).toContain('a header but no records below it.');
  });

  it('is a test case with an error as JUnit, by both published schemas', async () => {
    const xml = await printed('junit');
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toMatch(/<testcase name="no_records"[^>]*>\s*<error type="no_records"/);
    expect(await xmlProblems('junit-jenkins.xsd', [xml])).toEqual([]);
    expect(await xmlProblems('junit-ant.xsd', [xml])).toEqual([]);
  });

  it('is an invocation that did not succeed as SARIF, at the file from the working folder', async () => {
    const sarif = JSON.parse(await printed('sarif'));
    expect(sarifProblems(sarif)).toEqual([]);
    expect(sarif.runs[0]).toMatchObject({
      results: [],
      invocations: [
        {
          executionSuccessful: false,
          exitCode: 3,
          toolExecutionNotifications: [
            {
              level: 'error',
              descriptor: { id: 'no_records' },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'in/deals.csv' } } }],
            },
          ],
        },
      ],
    });
  });

  it('is an error annotation, an issue that blocks, and an error object', async () => {
    expect(await printed('github')).toMatch(/^::error file=in\/deals\.csv,title=no_records::/);
    expect(JSON.parse(await printed('gitlab'))).toMatchObject([
      { check_name: 'no_records', severity: 'blocker', location: { path: 'in/deals.csv', lines: { begin: 1 } } },
    ]);
    expect(failureSchema.parse(JSON.parse(await printed('json')))).toEqual(FAILURE);
  });

  it('is one line under the columns of violations as CSV', async () => {
    const [header = '', line = '', ...rest] = (await printed('csv')).trimEnd().split(/\r?\n/);
    expect(header.split(',').slice(0, 3)).toEqual(['rule', 'severity', 'file']);
    expect(line).toContain('no_records,error,./in/deals.csv');
    expect(rest).toEqual([]);
  });

  it.each(HOSTILE)('lets no text of a file name out of its place: %j', async (text) => {
    const hostile = { ...FAILURE, error: { ...FAILURE.error, message: text, hint: text, file: text } };
    JSON.parse(await printed('json', hostile));
    expect(sarifProblems(JSON.parse(await printed('sarif', hostile)))).toEqual([]);
    expect((await printed('github', hostile)).trimEnd().split('\n')).toHaveLength(1);
    expect(await xmlProblems('junit-jenkins.xsd', [await printed('junit', hostile)])).toEqual([]);
  });
});
