/** The pages, and the parts of pages, that are made from the definitions in src/. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dealClasses } from '../src/analysis/models/catalogue/deal-classes.js';
import { models } from '../src/analysis/models/catalogue/index.js';
import type { ModelDefinition, ModelSymbol } from '../src/analysis/models/definition.js';
import { COMMANDS } from '../src/cli/commands.js';
import { OPTION_GROUPS, OPTIONS, type OptionDefinition, type OptionGroup } from '../src/cli/options.js';
import { EXIT_CODES } from '../src/cli/program-help.js';
import { SETTINGS } from '../src/config/catalogue/index.js';
import type { SettingDefinition } from '../src/config/definition.js';
import { presets } from '../src/crm/catalogue/index.js';
import type { PresetDefinition, RowMark } from '../src/crm/definition.js';
import { HEADER_LANGUAGES, HEADER_WORDS } from '../src/crm/header-words.js';
import { insights } from '../src/insight/catalogue/index.js';
import type { InsightDefinition } from '../src/insight/definition.js';
import { kpis } from '../src/kpi/catalogue/index.js';
import type { Kpi } from '../src/kpi/definition.js';
import { CHANGE_CLASSES, WATERFALL_STEPS } from '../src/locale/deal-changes.js';
import { ROW_MARKS } from '../src/locale/en/column-reasons.js';
import { say } from '../src/locale/say.js';
import type { Lang, Text } from '../src/locale/text.js';
import { UNITS } from '../src/locale/units.js';
import type { DealFieldName } from '../src/model/fields.js';
import { LOAD_WARNINGS } from '../src/model/load-warnings.js';
import { rules } from '../src/quality/catalogue/index.js';
import type { Rule } from '../src/quality/definition.js';
import { FATES } from '../src/quality/warning-fates.js';
import { sections } from '../src/report/sections/catalogue/index.js';
import { outcomeSection } from './outcome-section.js';

export interface Page {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Every page as it should be. Reads the README around its generated parts, and runs the built command for its example. */
export function pages(): readonly Page[] {
  return [
    { path: 'docs/kpis.md', text: kpiPage() },
    { path: 'docs/models.md', text: modelPage() },
    { path: 'docs/insights.md', text: insightPage() },
    { path: 'docs/rules.md', text: rulePage() },
    { path: 'docs/configuration.md', text: configurationPage() },
    { path: 'docs/crms.md', text: crmPage() },
    ...['README.md', 'docs/compare.md'].map((path) => ({
      path,
      text: withRegions(readFileSync(path, 'utf8'), REGIONS),
    })),
  ];
}

/** The generated parts of pages that are written by hand, by the name in `<!-- generated: NAME -->` … `<!-- end -->`. */
const REGIONS: Readonly<Record<string, () => string>> = {
  example: () => example(EXAMPLE),
  comparison: () => example(COMPARISON),
  classes: classTable,
  steps: stepTable,
  commands: () =>
    table(
      ['command', 'does'],
      COMMANDS.map(({ name, operands, summary }) => [code(`kpi ${name} ${operands}`), summary.en]),
    ),
  options: optionTable,
  'exit codes': () =>
    table(
      ['code', 'meaning'],
      EXIT_CODES.map(([exit, meaning]) => [exit, meaning.en]),
    ),
};

/** A page with every generated part replaced. A part that nobody can make is an error, not left as it is. */
export function withRegions(page: string, regions: Readonly<Record<string, () => string>>): string {
  return page.replaceAll(
    /(<!-- generated: ([^>]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const make = regions[name];
      if (make === undefined) throw new Error(`nothing makes the part "${name}"`);
      return `${start}\n${make()}\n\n${end}`;
    },
  );
}

const NOTICE = '<!-- Made from the definitions in src/ by `npm run docs`. Do not edit. -->';

const BASIS = {
  created: 'the day a deal was created',
  closed: 'the day a deal was closed',
  snapshot: 'the snapshot at the end of the period',
  leads: 'the day a lead was created',
  all: 'none: all data up to the end of the period',
} as const;

/** Of KPIs that no report has unless they are named. */
const ON_DEMAND = 'only where it is named: `--kpi`, `report.kpis`, a target of it, `kpi explain`, `kpi deals --kpi`';

function kpiPage(): string {
  const units = kpis.map((kpi: Kpi) =>
    [
      `## \`${kpi.id}\``,
      '',
      `**${kpi.title.en}** · ${kpi.title.fa}`,
      '',
      kpi.definition.en,
      '',
      `<p dir="rtl" lang="fa">${kpi.definition.fa}</p>`,
      '',
      ...facts([
        ['formula', code(kpi.formula.en)],
        ['unit', UNITS[kpi.unit].en],
        ['belongs to a period by', BASIS[kpi.basis]],
        ['measured', kpi.onDemand === true ? ON_DEMAND : ''],
        ['needs', fieldNames(kpi.needs)],
        ['reads if there', fieldNames(kpi.wants ?? [])],
        ['uses', fieldNames(kpi.uses ?? [])],
        ['shown side by side with', fieldNames(kpi.variants ?? [])],
        ['source', kpi.source],
      ]),
    ].join('\n'),
  );
  const list = table(
    ['id', 'title', 'formula'],
    kpis.map((kpi: Kpi) => [
      `[\`${kpi.id}\`](#${kpi.id})`,
      `${kpi.title.en}${kpi.onDemand === true ? ' (measured where it is named)' : ''}`,
      code(kpi.formula.en),
    ]),
  );
  return `${[NOTICE, '# KPIs', KPI_RULES, list, ...units].join('\n\n')}\n`;
}

/** What every figure obeys, whichever KPI it is. */
const KPI_RULES = `A value that cannot be computed is null with a reason, never 0. A missing amount is not 0: counts use the deal, money
leaves it out and says so. Amounts in several currencies are never added. Rates carry Wilson 95 % intervals; quantiles
are Hyndman–Fan type 7. \`kpi explain <id> <files…>\` shows the arithmetic with its numbers, the neighbouring KPIs side by
side, and lists the records behind a figure and the ones left out (\`--rows\`: every one).

The config file (\`kpi schema config\`) says what the files cannot:

- \`targets: { win_rate: { min: 25% } }\`: what a KPI should be, for the period asked about; a rate is written 25, 25% or
  0.25, money 3.2M or 250k. \`kpi report --enforce-targets\` exits 1 when one is missed or has no value.
- \`targets: { revenue_won: { min: 3.2M, per: quarter } }\`: of each week, month, quarter or year, for KPIs that add up over
  time. It is counted for the period asked about by its months, a part of a month by its days, in the calendar of the
  period: three months are the whole target of a quarter, one month a third. In a period that runs beyond the snapshot
  it is not missed yet: \`pacing\` has the share of the period that is gone and the share of the target that is reached,
  and \`--enforce-targets\` asks for as much of the target as is gone of the period.
- \`quotas: { Ana Novak: 250k, Ben Ito: { amount: 1M, per: year } }\`: won value that an owner is to bring, for the period
  asked about or of each year. A name that no deal has, and that looks like that of another owner, is an error.
- \`rates: { USD: 0.92 }\` with \`currency: EUR\`: what one unit is worth; or a CSV file with date, currency and rate. A
  closed deal takes the newest rate on or before its closing, an open one that of the snapshot. An amount without a rate
  stays apart.
- \`clv: { margin: 0.4, lifespan: 3 }\` and \`retention: { window: 365 }\`.

## The edges of the data

Each kind of date has a first and a last day in the files: creations, closings, leads, orders given beside deals, first
days of subscriptions and of customers. With a period (\`--period\`, in any calendar):

- A figure of a period wholly before the first day, after the last one or after the snapshot is null with the reason
  \`outside_data\`, never 0.
- A figure of a period that begins before the first day, or goes on after the last one, is given with a note
  (\`data_begins\`: "closings begin on 2024-03-02"; \`data_ends\`). With such a period on either side there is no change, no
  verdict and no insight about the change; the note \`not_compared\` says why.
- A period is covered all the same where the days without a record are a tenth of it and no more than a week (January, if
  the first closing is on the third), or fewer than a usual long gap between records: the one that 95 % of the forty gaps
  next to that end do not exceed (of under twenty, the longest and some more). So a business with a deal a month is not
  told that its quarter lacks three weeks. Days far before all others (a typo, a record taken over) begin nothing.
- Figures are known up to the snapshot: what closed after \`--as-of\` had not closed at it. A period that goes on after the
  snapshot is running: every figure of it says so (\`running_period\`), and it is compared with the same days of a period of
  its kind, which \`comparedTo\` names (1 to 10 May beside 1 to 10 June). Where \`--as-of\` says the snapshot this is judged
  to the day; where the data alone shows it, by the usual gap.
- Edges are those of the whole files, also where \`--where\` or a group leaves records out.

## Series, cohorts and the fiscal year

The points of a series are cut to the asked period and to the snapshot, so that those of \`new_deals\`, \`won_deals\`,
\`lost_deals\`, \`revenue_won\` and \`new_customers\` add up to the figure. Without a period every deal is in the figure: days far
from all others, and those after the snapshot, have points of their own where they hold a deal, and deals without a day
are in \`undated\`. \`partial\` marks a point that lacks days: the asked period or the snapshot cuts it, or the data begins in
it. Trends leave such points out. More than 5,000 points are shown in a coarser grain; where \`--as-of\` lies more than a year
after the newest record, series and cohorts end with that record.

Series and cohorts are counted in the calendar of the asked period, without one in that of the report
([dates-and-money.md](dates-and-money.md#the-calendar-of-a-report)), and from \`fiscalYearStart\`, the first month of the fiscal year in that calendar. A fiscal year is
named by the year that it starts in: with 4, \`2025\` runs from April 2025 to March 2026, and \`2025-Q4\` is January to March
2026. Months, weeks and days keep their names.`;

const MODEL_RULES = `A figure that counts says what was; one that looks ahead rests on a model, and a model can be wrong. So can the arithmetic
that holds two exports against each other: it rests on which deal is which, and on both being made alike. Here stands of each
one what it computes, who published it, and what would make it wrong. \`kpi explain <id> <files…>\` holds that against your
own files: the parameters with their standard errors, how well they fit, and which of the assumptions hold in them, with the
figures behind each verdict. \`kpi explain survival\`, \`lifetime\`, \`forecast\`, \`changes\` and \`why\` do so for a whole
section of the report; those of the last two are about two exports or more ([compare.md](compare.md)).

A verdict is given only where the files can tell. An assumption that holds in the past may fail tomorrow; one that fails
now says in which direction the model errs.`;

function modelPage(): string {
  const units = models.map((model: ModelDefinition) => {
    const symbols: readonly ModelSymbol[] = [...model.symbols, ...model.parameters];
    return [
      `## \`${model.id}\``,
      '',
      `**${model.title.en}** · ${model.title.fa}`,
      '',
      model.definition.en,
      '',
      `<p dir="rtl" lang="fa">${model.definition.fa}</p>`,
      '',
      table(
        ['gives', 'formula'],
        model.formulas.map(({ of, formula }) => [of.en, code(formula)]),
      ),
      '',
      table(
        ['symbol', 'meaning'],
        symbols.map(({ name, symbol = name, meaning }) => [code(symbol), meaning.en]),
      ),
      '',
      ...facts([
        ['section', code(model.section)],
        ['KPIs', model.kpis.map((id) => `[\`${id}\`](kpis.md#${id})`).join(', ')],
        ['parameters found from the data', fieldNames(model.parameters.map(({ name }) => name))],
        ['source', model.source],
      ]),
      '',
      'What would make it wrong:',
      '',
      ...model.assumptions.map(({ text, otherwise }) => `- ${text.en} *${otherwise.en}*`),
      '',
      'Limits:',
      '',
      ...model.limits.map(({ en }) => `- ${en}`),
    ].join('\n');
  });
  const list = table(
    ['id', 'section', 'title'],
    models.map((model: ModelDefinition) => [`[\`${model.id}\`](#${model.id})`, model.section, model.title.en]),
  );
  return `${[NOTICE, '# Models', MODEL_RULES, list, ...units].join('\n\n')}\n`;
}

function insightPage(): string {
  const units = insights.map((insight: InsightDefinition) =>
    [
      `## \`${insight.id}\``,
      '',
      `**${insight.title.en}** · ${insight.title.fa}`,
      '',
      insight.definition.en,
      '',
      `<p dir="rtl" lang="fa">${insight.definition.fa}</p>`,
      '',
      ...facts([
        ['needs', fieldNames(insight.needs)],
        ['source', insight.source],
      ]),
    ].join('\n'),
  );
  return `${[NOTICE, '# Series, funnel, cohorts and insights', SECTION_RULES, ...units].join('\n\n')}\n`;
}

function sectionTable(): string {
  return table(
    ['section', 'chosen with', 'what it says'],
    sections.map(({ id, title, definition, optional }) => [
      `**${title.en}** · ${title.fa}`,
      optional
        ? code(`--sections ${id}`)
        : id === 'kpis'
          ? code('--kpi')
          : id === 'breakdowns'
            ? code('--by')
            : 'always',
      definition.en,
    ]),
  );
}

/** What the sections beside the KPIs say, and when they do not. */
const SECTION_RULES = `A report is made of sections, in this order. Those with an id in \`--sections\` (or \`report.sections\` in the config) are chosen
there; unless said otherwise all of them are but \`survival\`, \`lifetime\` and \`forecast\`, which rest on models, and
\`changes\` and \`why\`, which compare, and none where single KPIs are asked for with \`--kpi\`. \`--sections +forecast,+survival\` adds to these, \`--sections all\` has
every one.

${sectionTable()}

- **Series**: new deals, won deals, win rate and won value (or the KPIs of \`--kpi\`) by day, week, month,
  quarter or year, chosen from the range or with \`--grain\`. A period that goes on after the snapshot, or that the asked
  range cuts, is marked partial. From eight whole periods on, a Mann–Kendall test (exact up to 40 periods, ties counted)
  and the Theil–Sen slope with its interval say whether there is a trend, at 5 % after Benjamini–Hochberg over the series
  shown. Where a figure of closed deals has a rhythm within the quarters of the file (see Changes), points shorter than a
  quarter are tested by parts of quarters, first months with first months (seasonal Kendall, Hirsch, Slack and Smith 1982);
  under three quarters there is no trend then, with \`trendReason\`. Closings are shown from the first closing on.
- **Funnel**: the open stages in the order in which the deals themselves passed them, for the deals created in the period.
  Each deal is counted once per stage: entered = advanced + lost + open. A skipped stage counts as passed, a step back is no
  loss; rate = advanced / (advanced + lost). Stays are those that have ended, those of one deal added up; deals still in a
  stage are not in them, so they are a little short. Without a history the stage that each deal shows now is used, and the
  report says so: no times, and no rates where lost deals do not keep the stage they were lost in. The order then comes from
  numbers in the names, usual words, or the probabilities; where none of them tells it, there is no funnel.
- **Cohorts**: customers by the quarter of their first purchase (or month or year, with \`--grain\`), and the share of them
  that bought in each later one. Periods after the snapshot are empty, never 0.
- **Open deals by stage and age**: as on the newest day of the files, and, where a period is asked about, as on its last day:
  the deals open then, in the stages of then where a history of stages tells them (of 80 % of the deals), with amounts where
  closing does not change these; what closing has overwritten is not told, and the reason is. Ages go from creation to the
  day. Their bands follow what half, three quarters and nine tenths of the won deals of the files took, rounded to ages that
  people speak of; under ten of them 30, 60 and 90 days. Stages stand in the order of the funnel; of more than thirty those
  with most deals, and the others as one.
- **Time to close**: days from creation to closing of the deals closed in the period, as \`sales_cycle\` and
  \`sales_cycle_lost\` count them. Bins are 1, 2 or 5 times a power of ten wide, chosen for the won deals: about twenty at
  most, with an open one for the longest twentieth where that lies far out. Under 20 won deals each deal is listed instead
  (of lost ones up to 40). Where the won deals lie in two heaps with the mean between them, the section says that the mean
  describes neither (see \`two_kinds\`).
- **What becomes of deals**, **what customers are expected to buy** and the **forecast** rest on models, which are fitted to
  the files each time, from what was known on the day that they are about. Where the data cannot carry a model there is no
  number but the reason. \`kpi forecast FILES\` is the forecast alone: a document of its own, in every format of a report.
- **What changed since the earlier export** is told where one is named: \`kpi report NEW --earlier OLD\`, or \`kpi compare
  OLD NEW\`, a document of its own, in every format of a report.
- **The deals behind the figures**: of each figure that has a value and counts deals, how many are behind it, on both sides
  of a rate, as \`kpi deals --kpi ID\` lists them; with five of them: the largest, of figures in days the longest. Deals of a
  figure of open deals are told as they were known on its day.
- \`--samples ids\` (or \`samples\` in the config) leaves of single deals where they stand and their ids, \`none\` only how many
  there are. Either withholds the names of people and customers, too: in lists, in the parts of figures, and as \`…\` in
  findings and warnings. What was asked for by name stays: the groups of \`--by\`, conditions, names of files.
- **Changes** are judged only where the two figures are alike. A count or a sum has no test; a figure to date (customers,
  lifetime value to date) goes on from where it stood. Cohort conversion is compared at equal age: deals won within as many
  days of their creation as every deal of both cohorts had. Where the first, second and third months of quarters differ in a
  file (win rate or sales cycle, 1 % within quarters, two whole quarters or more), periods that are not the same part of a
  quarter are not comparable, and the same part of the quarter before is compared instead. Stalled deals are judged by their
  share of the open deals; a deal open at both snapshots stands on both sides, which makes that test the more careful. In the
  JSON: \`change.reason\` and \`change.likeForLike\`.
- **Breakdowns** have one test per figure (without \`--kpi\`: win rate, average deal size, sales cycle) of whether their groups
  differ at all: Pearson's chi-squared for rates, by permutation where a group expects under five; Kruskal–Wallis for means,
  over groups of five values or more. Groups have no deal in common, and each deal is taken for a case of its own. The
  p-values of all tests of a report are adjusted together (Benjamini–Hochberg, 5 %). \`n\` is the number of records behind the
  main figure (\`nOf\` in the JSON).
- **Insights**: what stands out, most money at stake first, ten at most (\`--max-insights\`), three of a kind. Each has its
  counts, its 95 % interval and the first of its records in the JSON (\`evidence\`). None is said that its interval does not
  support, or of fewer than 20 records on a side. The deals are the full record: the interval speaks of the process behind
  them.`;

function rulePage(): string {
  const units = rules.map((rule: Rule) =>
    [
      `## \`${rule.id}\``,
      '',
      `**${rule.title.en}** · ${rule.title.fa}`,
      '',
      rule.condition.en,
      '',
      `What to do: ${rule.fix.en}`,
      '',
      ...facts([
        ['severity', rule.severity],
        ['dimension', rule.dimension],
        ['runs in', rule.thorough === true ? '`kpi check` only' : ''],
        ['needs', fieldNames(rule.needs)],
        ['needs one of', fieldNames(rule.needsAny ?? [])],
        ['reads if there', fieldNames(rule.wants ?? [])],
        ['parameters', rule.defaults === undefined ? '' : code(JSON.stringify(rule.defaults))],
        ['changes', fieldNames(rule.affects)],
        ['source', rule.source],
      ]),
    ].join('\n'),
  );
  const list = table(
    ['id', 'severity', 'title'],
    rules.map((rule: Rule) => [`[\`${rule.id}\`](#${anchor(rule.id)})`, rule.severity, rule.title.en]),
  );
  const opening = `\`kpi check\` runs these rules. An \`error\` means that a record cannot be used in some KPI or changes a headline number;
a \`warn\` is counted but suspicious; an \`info\` is a hint. A rule whose columns are missing is skipped, never passed.

\`kpi report\` runs them too, except those that read every text or compare records with each other (\`kpi check\` only, it
says below); it says so, and runs them all the same where their severity is set to \`error\`: the score is always that of
\`kpi check\`.

Whatever reading the files has to say and can change a figure is judged by a rule too, and then stands among the violations
of a check, not among its warnings. [Below](#warnings-that-no-rule-judges) are the others.

What is known already can stand in a baseline, each entry with a reason and a last day: \`# until 2027-01-31: being repaired\`
(see [the first day](ci.md#the-first-day)). From the day after it counts again, and the finding says so.`;
  return `${[NOTICE, '# Data-quality rules', opening, list, ...units, unjudgedWarnings()].join('\n\n')}\n`;
}

/** The warnings of reading that are no rules, and why. */
function unjudgedWarnings(): string {
  const rows = LOAD_WARNINGS.flatMap((warning) => {
    const fate = FATES[warning];
    return 'stays' in fate ? [[code(warning), say(fate.stays, 'en')]] : [];
  });
  return ['## Warnings that no rule judges', '', table(['warning', 'why'], rows)].join('\n');
}

const CRM_OPENING = `A file is taken for the export of a CRM by its column headers, whatever its name. What a preset adds to the general
names: which column is the amount and which only looks like it, what the stages mean, how dates and numbers are written,
which rows are no deals. Presets are tried in this order; a table that none of them recognizes is read by the general
names. \`--preset ID\` overrules, \`--map field="Column"\` settles a single column, \`kpi inspect FILE\` shows what was
understood. Headers are compared without case, accents and the difference between Arabic and Persian letters.

A name that is on no list is read word by word, in English, Persian, Arabic, German, French, Spanish, Portuguese, Italian,
Dutch, Polish, Russian, Turkish, Chinese and Japanese, and what is common in Czech, Ukrainian, Swedish and Korean. It is a
field when its words say so and every other one adds nothing: \`DEALSTAGE\`, \`Opportunity.StageName\` and \`Stage__c\` are
the stage, \`montant_total_paye\` is an order's amount, 商机金额 a deal's. \`Previous Amount\`, \`Account Owner\` and
\`Discount (%)\` are none, nor is a name with a word that is not known.

- A word of expectation (expected, anticipated, voraussichtlich, prévisionnelle, 预计, مورد انتظار …) before a close date makes
  it the expected one; an expected, budgeted or monthly amount is taken where no other amount is there, and never under
  a CRM's preset.
- A unit of money in the header means money: \`MOBILE (€)\` is no telephone. \`amount_in_home_currency\` is an amount.
- \`stage_id\` is the stage where its cells are words, not numbers; a true or false \`SalesOpportunityWon\` is the won flag.
- A prefix that the columns share is taken off where that leaves a name (\`property_dealname\`, \`Deal__c:Name\`).
- Of two columns that could be one field both are named, with the option that settles it. What a column's cells hold
  decides last.`;

function crmPage(): string {
  const known = (presets as readonly PresetDefinition[]).filter(({ id }) => id !== 'generic');
  const list = table(
    ['id', 'CRM', 'what it reads'],
    known.map(({ id, title, columns }) => [`[\`${id}\`](#${anchor(id)})`, title, Object.keys(columns).join(', ')]),
  );
  return `${[NOTICE, '# CRMs', CRM_OPENING, list, ...known.map(crmSection), outcomeSection(), languageSection()].join('\n\n')}\n`;
}

function crmSection(preset: PresetDefinition): string {
  const { id, title, fingerprint, columns, ignore = [], marks = [], notes = [], source } = preset;
  const prints = fingerprint.map(({ role, all, any = [], prefix }) => {
    const parts = [...all.map(code)];
    if (any.length > 0) parts.push(any.length === 1 ? fieldNames(any) : `one of ${fieldNames(any)}`);
    if (prefix !== undefined) parts.push(`a header that begins with ${code(prefix.trim())}`);
    return `- ${role}: ${parts.join(' with ')}`;
  });
  const roles = Object.entries(columns as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>);
  const tables = roles.flatMap(([role, fields]) => [
    table(
      [role, 'column'],
      Object.entries(fields).map(([field, names]) => [code(field), fieldNames(names)]),
    ),
  ]);
  return [
    `## \`${id}\``,
    `**${title}**`,
    `Recognized by\n\n${prints.join('\n')}`,
    ...tables,
    ...(ignore.length === 0 ? [] : [`Left alone, though they look like a field: ${fieldNames(ignore)}.`]),
    ...(marks.length === 0 ? [] : [marks.map(markLine).join('\n')]),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')]),
    `Read off: ${source}.`,
  ].join('\n\n');
}

function markLine({ column, values, outcome, what }: RowMark): string {
  return `- A row whose ${fieldNames(column)} is ${fieldNames(values)} is ${outcome}: ${ROW_MARKS[what]()}.`;
}

/** The words of other languages, which no preset is needed for. */
function languageSection(): string {
  const fields = [...new Set(HEADER_LANGUAGES.flatMap((language) => Object.keys(HEADER_WORDS[language])))];
  const rows = fields.map((field) => [
    code(field),
    HEADER_LANGUAGES.flatMap((language) => HEADER_WORDS[language][field as DealFieldName] ?? []).join(', '),
  ]);
  return `## Headers in other languages\n\nWhatever the preset, these words are known beside the English ones.\n\n${table(['field', 'words'], rows)}`;
}

function optionTable(): string {
  const groups = Object.keys(OPTION_GROUPS) as OptionGroup[];
  return groups
    .map((group) => {
      const options = Object.entries<OptionDefinition>(OPTIONS).filter(([, option]) => option.group === group);
      const rows = options.map(([name, { short, value, summary }]) => [
        [
          ...(short === undefined ? [] : [code(`-${short}`)]),
          code(`--${name}${value === undefined ? '' : ` ${value}`}`),
        ].join(', '),
        summary.en,
        takers(name),
      ]);
      return `**${OPTION_GROUPS[group].en}**\n\n${table(['option', 'meaning', 'commands'], rows)}`;
    })
    .join('\n\n');
}

const CONFIGURATION = `\`kpi.config.yaml\` (or \`.yml\`, \`.json\`) is looked for from the working folder upward, to the root of the git repository;
\`--config FILE\` names another. \`kpi init deals.csv\` writes one with what was understood of the files, \`kpi schema config\`
prints its JSON Schema for an editor. Options beat the config, and the config beats what is detected; mappings, stages and
targets are joined name by name, columns to ignore add up, everything else is taken as a whole.`;

/** Every key of the config file, from the declarations of the settings. */
function configurationPage(): string {
  const rows = Object.values<SettingDefinition>(SETTINGS).flatMap(({ summary, flag, config }) =>
    config === undefined
      ? []
      : [
          [
            code(config.key),
            config.expected.en,
            (config.summary ?? summary).en,
            flag === undefined ? '' : code(`--${flag.name}`),
          ],
        ],
  );
  const keys = table(['key', 'takes', 'meaning', 'option'], rows);
  return `${[NOTICE, '# The config file', CONFIGURATION, keys].join('\n\n')}\n`;
}

/** The commands that take an option; `all` where every one does. */
function takers(name: string): string {
  const having = COMMANDS.filter(({ options }) => options.some((one) => one === name));
  return having.length === COMMANDS.length ? 'all' : having.map((command) => command.name).join(', ');
}

/** The README's first report, as the built command prints it. */
const EXAMPLE = ['report', 'fixtures/crm/hubspot.csv'];
const COMPARISON = [
  ...['compare', 'fixtures/exports/deals-2025-01-31.csv', 'fixtures/exports/deals-2025-02-28.csv'],
  ...['--detail', 'brief'],
];
const EXAMPLE_WIDTH = '100';

function example(args: readonly string[]): string {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const run = spawnSync(process.execPath, ['bin/kpi.js', ...args], {
    encoding: 'utf8',
    env: { ...env, COLUMNS: EXAMPLE_WIDTH },
  });
  if (run.status !== 0) throw new Error(`kpi ${args.join(' ')}: exit ${run.status} (is it built?)\n${run.stderr}`);
  return ['```text', `$ kpi ${args.join(' ')}`, run.stdout.replaceAll(/[ \t]+$/gm, '').trimEnd(), '```'].join('\n');
}

/** What each class means, as its model defines it, and is called in both languages; those defined together stand together. */
function classTable(): string {
  const symbols: readonly ModelSymbol[] = dealClasses.symbols;
  const known: Readonly<Record<string, Text>> = CHANGE_CLASSES;
  return table(
    ['class', 'the deal', 'printed as', 'به فارسی'],
    symbols.flatMap(({ name, symbol = name, meaning }) => {
      const ids = symbol.split(', ').filter((id) => Object.hasOwn(known, id));
      const called = (lang: Lang): string => ids.map((id) => known[id]?.[lang] ?? '').join(lang === 'fa' ? '، ' : ', ');
      return ids.length === 0 ? [] : [[fieldNames(ids), meaning.en, called('en'), called('fa')]];
    }),
  );
}

function stepTable(): string {
  return table(
    ['step', 'printed as', 'به فارسی'],
    Object.entries(WATERFALL_STEPS).map(([id, { en, fa }]) => [code(id), en, fa]),
  );
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

/** A list of what is there to say. */
function facts(pairs: readonly (readonly [name: string, value: string])[]): string[] {
  return pairs.filter(([, value]) => value !== '').map(([name, value]) => `- ${name}: ${value}`);
}

function fieldNames(names: readonly string[]): string {
  return names.map(code).join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** The address of a heading, as repository hosts make it. */
function anchor(id: string): string {
  return id.replaceAll('.', '');
}
