import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderTemplate, TemplateProblem } from '../../../src/format/template/render.js';
import type { Report } from '../../../src/report/schema.js';
import { QUARTER_REPORT, REPORT, withText } from '../../support/documents.js';
import { HOSTILE } from '../../support/hostile.js';

const fill = (source: string, name = 'a.md.liquid', report: Report = QUARTER_REPORT, lang: 'en' | 'fa' = 'en') =>
  renderTemplate(report, source, name, { lang });

const problemOf = async (source: string): Promise<unknown> => {
  try {
    return await fill(source);
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    const { kind, line, detail, suggestion } = error;
    return { kind, line, detail, suggestion };
  }
};

describe('a template', () => {
  it('sees the document, and the KPIs by their ids', async () => {
    expect(
      await fill('{{ period.label }} {{ kpi.win_rate.n }} {% for k in kpis limit: 1 %}{{ k.id }}{% endfor %}'),
    ).toBe('2024-Q2 5 won_deals');
    expect(await fill('{{ lang }}', 'a', QUARTER_REPORT, 'fa')).toBe('fa');
  });

  // The figures are those of the hand-written document: 18,000 USD won, 38,000 before; 4 of 5 deals won, 75 % before.
  it('prints figures as the other formats do', async () => {
    expect(
      await fill('{{ kpi.revenue_won | shown }}; {{ kpi.revenue_won | exact }}; {{ kpi.revenue_won | before }}'),
    ).toBe('18.0 k USD; 18,000 USD; 38.0 k USD');
    expect(await fill('{{ kpi.win_rate | shown }} {{ kpi.win_rate | moved }} {{ kpi.win_rate | verdict }}')).toBe(
      '80.0 % ▲ +5.0 pp could be chance',
    );
    expect(await fill('{{ 1234.5 | number: 2 }} {{ 2983113 | amount }} {{ 2983113 | money: "EUR" }}')).toBe(
      '1,234.50 2.98 M USD 2,983,113 EUR',
    );
    expect(await fill('{{ 0.614 | percent }} {{ 0.614 | percent: 0 }} {{ 0.031 | points }} {{ 0.16 | change }}')).toBe(
      '61.4 % 61 % +3.1 pp +16.0 %',
    );
    expect(await fill('{{ "2024-06-30" | day: "long" }} {{ 0.5 | bar: 4 }}')).toBe('30 Jun 2024 ██');
    expect(await fill('{{ 0.614 | percent: 0 }}', 'a', QUARTER_REPORT, 'fa')).toBe('۶۱٪');
  });

  it('prints n/a for what is no number, and nothing for null', async () => {
    expect(
      await fill('{{ kpi.sales_cycle | before }} {{ "x" | number }} {{ period | shown }}[{{ kpi.win_rate.reason }}]'),
    ).toBe('n/a n/a n/a[]');
  });

  it('escapes what comes out of files for the language that it writes', async () => {
    const report = withText(REPORT, '- a|b <i>*x*</i> =1+1 @org');
    const name = '{{ breakdowns[0].groups[0].key[0] }}';
    expect(await fill(name, 'a.md.liquid', report)).toBe('\\- a&#124;b &lt;i>\\*x\\*&lt;/i> =1+1 @&#8203;org');
    expect(await fill(name, 'a.html', report)).toBe('- a|b &#60;i&#62;*x*&#60;/i&#62; =1+1 @org');
    expect(await fill(name, 'a.csv.liquid', withText(REPORT, '=cmd("x"),y'))).toBe(`"'=cmd(""x""),y"`);
    expect(await fill(name, 'a.txt', withText(REPORT, '\u001b[2Jx\ny'))).toBe('[2Jx y');
    expect(await fill('{{ breakdowns[0].groups[0].key[0] | raw }}', 'a.md', report)).toBe('- a|b <i>*x*</i> =1+1 @org');
  });

  it.each(HOSTILE)('keeps its lines whatever a file holds: %j', async (text) => {
    const shown = await fill('| {{ breakdowns[0].groups[0].key[0] }} |\n', 'a.md', withText(REPORT, text));
    expect(shown).toMatch(/^\| [^|\n]* \|\n$/);
  });
});

describe('what is wrong with a template', () => {
  it.each([
    ['a\n{{ kpis | shwon }}', { kind: 'filter', line: 2, detail: 'shwon', suggestion: 'shown' }],
    ['{% fro x in kpis %}', { kind: 'tag', line: 1, detail: 'fro', suggestion: 'for' }],
    ['\n\n{{ perod.label }}', { kind: 'variable', line: 3, detail: 'perod', suggestion: 'period' }],
    ['{{ kpi.no_such.value }}', { kind: 'variable', line: 1, detail: 'kpi.no_such', suggestion: null }],
    ['{% if kpis %}', { kind: 'syntax', line: 1, detail: 'tag {% if kpis %} not closed', suggestion: null }],
  ])('%j is said with its line, and what was meant', async (source, problem) => {
    expect(await problemOf(source)).toEqual(problem);
  });

  it.each(['{% include "/etc/passwd" %}', '{% render "x" %}', '{% layout "../x" %}'])(
    '%s opens no file',
    async (source) => {
      expect(await problemOf(source)).toMatchObject({ kind: 'partial', line: 1 });
    },
  );

  it.each(['{{ "now" | date }}', '{{ kpis | sample }}'])('%s reads neither clock nor chance', async (source) => {
    expect(await problemOf(source)).toMatchObject({ kind: 'filter' });
  });

  it('reaches nothing but the document', async () => {
    expect(await problemOf('{{ kpis.constructor }}')).toMatchObject({ kind: 'variable' });
    expect(await problemOf('{{ kpi.__proto__ }}')).toMatchObject({ kind: 'variable' });
    expect(await problemOf('{{ process }}')).toMatchObject({ kind: 'variable' });
  });

  it('stops what grows without bounds', async () => {
    const doubling = '{% assign x = "0123456789" %}{% for i in (1..60) %}{% assign x = x | append: x %}{% endfor %}';
    expect(await problemOf(doubling)).toMatchObject({ kind: 'limit' });
    expect(await problemOf('x'.repeat(1_000_001))).toMatchObject({ kind: 'limit' });
  });
});

it('fills the example of the page as the page says', async () => {
  const page = readFileSync(new URL('../../../docs/templates.md', import.meta.url), 'utf8');
  const example = /```liquid\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const shown = await fill(example, 'weekly.md.liquid', { ...QUARTER_REPORT, breakdowns: REPORT.breakdowns });
  expect(shown).toContain('# Sales, 2024-Q2\n');
  expect(shown).toContain('| 18.0 k USD | 38.0 k USD | ▼ −52.6 % |');
  expect(shown).toMatch(/^- Omid: \d+ deals$/m);
  expect(shown).toContain('Up to 31 Dec 2024.');
  expect(shown).not.toContain('{{');
});
