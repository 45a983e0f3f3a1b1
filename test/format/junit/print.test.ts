import { describe, expect, it } from 'vitest';
import { renderCheck } from '../../../src/format/render.js';
import type { Check } from '../../../src/report/schema.js';
import { CHECK, PASSING_CHECK, withText } from '../../support/documents.js';
import { HOSTILE } from '../../support/hostile.js';
import { xmlProblems } from '../../support/published-schemas.js';

const junit = async (check: Check, lang: 'en' | 'fa' = 'en'): Promise<string> =>
  [...(await renderCheck(check, 'junit', { lang, color: false, width: 80 }))].join('');
const caseOf = (xml: string, name: string): string =>
  new RegExp(`<testcase name="${name}"[^>]*?(?:/>|>[\\s\\S]*?</testcase>)`).exec(xml)?.[0] ?? 'no such case';

const [, WON] = CHECK.rules;
const BROKEN: Check = {
  ...CHECK,
  rules: [
    {
      ...(WON as NonNullable<typeof WON>),
      id: 'custom.broken',
      outcome: 'error',
      violations: 0,
      reason: 'days: too small',
    },
    ...CHECK.rules.map((rule) =>
      rule.outcome === 'skipped' ? { ...rule, outcome: 'fail' as const, violations: 0 } : rule,
    ),
  ],
};

describe('JUnit XML', () => {
  it('has a case per rule, with failures, skips and errors where the check has them', async () => {
    const xml = await junit(CHECK);
    expect(xml).toMatch(/<testsuite name="kpi check"[^>]* tests="7" failures="3" errors="0" skipped="1" time="0">/);
    expect(caseOf(xml, 'deal.id_duplicate')).toBe('<testcase name="deal.id_duplicate" classname="kpi.deal" time="0"/>');
    const failed = caseOf(xml, 'deal.won_without_amount');
    expect(failed).toContain(
      '<failure type="error" message="Won deals without an amount: 9 of 10 (90.0 %), 2 of them known">hubspot.csv:7 D06 won, but the amount is empty\n',
    );
    // 9 violations, 2 of them known, 6 listed
    expect(failed).toContain('… 1 more\naffects: revenue_won, avg_deal_size\nfix: Fill in the amount');
    expect(caseOf(xml, 'deal.lost_without_reason')).toContain(
      '<skipped>the file has no column for the reason of loss</skipped>',
    );
    expect(caseOf(xml, 'max_warnings')).toContain('message="warnings: 1, more than --max-warnings 0"');
  });

  it('passes a rule whose severity does not fail, and tells of it in the output of the suite', async () => {
    const xml = await junit(CHECK);
    expect(caseOf(xml, 'deal.open_past_close')).toMatch(/\/>$/);
    expect(xml).toMatch(/<system-out>kpi check failed: [^<]*warn deal\.open_past_close: [^<]*hubspot\.csv:13 D12/);
    const strict = await junit({ ...CHECK, summary: { ...CHECK.summary, failOn: 'warn' } });
    expect(caseOf(strict, 'deal.open_past_close')).toContain('<failure type="warn"');
  });

  it('fails a required rule that was not checked, and reports a broken one as an error', async () => {
    const xml = await junit(BROKEN);
    expect(caseOf(xml, 'deal.lost_without_reason')).toContain('<failure type="warn"');
    expect(caseOf(xml, 'custom.broken')).toContain(
      '<error type="error" message="Won deals without an amount: days: too small">',
    );
    expect(xml).toMatch(/ tests="8" failures="4" errors="1" skipped="0" /);
  });

  it('is valid by the schema of Jenkins, with any text in it, in both languages', async () => {
    const checks = [CHECK, PASSING_CHECK, BROKEN, ...HOSTILE.map((text) => withText(CHECK, text))];
    const written = await Promise.all(checks.flatMap((check) => [junit(check), junit(check, 'fa')]));
    expect(await xmlProblems('junit-jenkins.xsd', written)).toEqual([]);
  });

  it('is valid by the older schema of Ant but for what that does not know: skipped cases', async () => {
    const checks = [CHECK, PASSING_CHECK, BROKEN, ...HOSTILE.map((text) => withText(CHECK, text))];
    const written = await Promise.all(checks.map((check) => junit(check)));
    const withoutSkips = written.map((xml) =>
      xml.replace(/\s*<skipped>[^<]*<\/skipped>/g, '').replace(/ skipped="\d+"/, ''),
    );
    expect(await xmlProblems('junit-ant.xsd', withoutSkips)).toEqual([]);
    expect(await xmlProblems('junit-ant.xsd', [written[0] ?? ''])).not.toEqual([]);
  });

  it('keeps names as they are once they are read back', async () => {
    const name = `]]> <&> "'" ::error::x %0A شرکت`;
    const [message] = /message="([^"]*)"/.exec(await junit(withText(CHECK, name)))?.slice(1) ?? [];
    const read = message?.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    expect(read).toContain(`]]> <&> "'" : :error: :x %0A شرکت`);
  });
});
