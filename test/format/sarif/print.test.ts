import { describe, expect, it } from 'vitest';
import { renderCheck } from '../../../src/format/render.js';
import { uriOf } from '../../../src/format/sarif/print.js';
import type { Check } from '../../../src/report/schema.js';
import { CHECK, PASSING_CHECK, withText } from '../../support/documents.js';
import { HOSTILE } from '../../support/hostile.js';
import { sarifProblems } from '../../support/published-schemas.js';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly name: string }[] } };
  readonly invocations: readonly { readonly toolExecutionNotifications: readonly unknown[] }[];
  readonly results: readonly Result[];
}

async function sarif(check: Check, lang: 'en' | 'fa' = 'en'): Promise<{ readonly runs: readonly [Run] }> {
  const text = [...(await renderCheck(check, 'sarif', { lang, color: false, width: 80 }))].join('');
  return JSON.parse(text) as { runs: [Run] };
}

/** A check with a text in all places but the ids of its rules, which are ours. */
function hostile(check: Check, text: string): Check {
  const { rules, violations, ...rest } = withText(check, text);
  return {
    ...rest,
    rules: rules.map((rule, at) => ({ ...rule, id: check.rules[at]?.id ?? '' })),
    violations: violations.map((violation, at) => ({ ...violation, rule: check.violations[at]?.rule ?? '' })),
  };
}

describe('SARIF', () => {
  it('has every rule, and a result per new violation with its place and fingerprint', async () => {
    const [run] = (await sarif(CHECK)).runs;
    expect(run.tool.driver.rules.map(({ id, name }) => [id, name])).toContainEqual([
      'deal.won_without_amount',
      'DealWonWithoutAmount',
    ]);
    const of = (id: string): readonly Result[] => run.results.filter(({ ruleId }) => ruleId === id);
    expect(of('deal.won_without_amount').map(({ locations: [place] }) => place?.physicalLocation)).toEqual(
      [7, 9, 11, 12, 14, 16].map((startLine) => ({ artifactLocation: { uri: 'hubspot.csv' }, region: { startLine } })),
    );
    expect(of('deal.won_without_amount')[0]).toMatchObject({
      level: 'error',
      message: { text: 'D06: won, but the amount is empty' },
      partialFingerprints: { 'kpi/v1': '0000000000000007' },
    });
    expect(of('deal.open_past_close')[0]?.level).toBe('warning');
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('is valid by the published schema, with any text in it, in both languages', async () => {
    for (const text of [undefined, ...HOSTILE]) {
      for (const lang of ['en', 'fa'] as const) {
        for (const check of [CHECK, PASSING_CHECK]) {
          const document = await sarif(text === undefined ? check : hostile(check, text), lang);
          expect(sarifProblems(document), text).toEqual([]);
        }
      }
    }
    expect(sarifProblems({ version: '2.1.0' })).not.toEqual([]);
  });

  it('lets no text of a file become a link or a placeholder', async () => {
    for (const { message } of (await sarif(withText(CHECK, '[pay](https://example.com) {0}'))).runs[0].results) {
      expect(message.text).toContain('[pay] (');
      expect(message.text).toContain('{{0}}');
    }
  });

  it('stays under the limit of results and says how many are left out', async () => {
    const [one] = CHECK.violations;
    const violations = Array.from({ length: 6_000 }, () => one as NonNullable<typeof one>);
    const [run] = (await sarif({ ...CHECK, violations })).runs;
    expect(run.results).toHaveLength(5_000);
    // 6,000, and one for each of the two other rules over their limit, of which none is listed
    expect(run.invocations[0]?.toolExecutionNotifications).toEqual([
      { level: 'warning', message: { text: '1002 more results are left out' } },
    ]);
  });

  it('reports a rule without listed violations at the file, so that withheld samples hide no fault', async () => {
    const [run] = (await sarif({ ...CHECK, violations: [] })).runs;
    expect(run.results.map(({ ruleId, message }) => [ruleId, message.text])).toEqual([
      ['deal.open_past_close', 'Open deals whose expected close has passed: 1 of 4 (25.0 %)'],
      ['deal.won_without_amount', 'Won deals without an amount: 9 of 10 (90.0 %), 2 of them known'],
      ['deal.closed_before_created', 'Deals closed before they were created: 1 of 12 (8.3 %)'],
    ]);
  });
});

describe('a path as a URI', () => {
  it.each([
    ['deals.csv', 'deals.csv'],
    ['../my data/معاملات.csv', '../my%20data/%D9%85%D8%B9%D8%A7%D9%85%D9%84%D8%A7%D8%AA.csv'],
    ['a#b?c%.csv', 'a%23b%3Fc%25.csv'],
    ['/srv/in/deals.csv', 'file:///srv/in/deals.csv'],
    ['C:\\in\\deals.csv', 'file:///C:/in/deals.csv'],
    ['in\\deals.csv', 'in/deals.csv'],
    ['a:b.csv', './a%3Ab.csv'],
    ['\ud800.csv', '%EF%BF%BD.csv'],
  ])('%s is %s', (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });
});
