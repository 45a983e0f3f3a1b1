import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { models } from '../src/analysis/models/catalogue/index.js';
import type { ModelDefinition } from '../src/analysis/models/definition.js';
import { presets } from '../src/crm/catalogue/index.js';
import { formats } from '../src/format/catalogue/index.js';
import { insights } from '../src/insight/catalogue/index.js';
import type { InsightDefinition } from '../src/insight/definition.js';
import { kpis } from '../src/kpi/catalogue/index.js';
import { DEFAULT_SETTINGS, type Kpi, type Measurement } from '../src/kpi/definition.js';
import { measureAll, type Question } from '../src/kpi/measure.js';
import { isReasonCode } from '../src/locale/reasons.js';
import { LANGS, type Text } from '../src/locale/text.js';
import { UNITS } from '../src/locale/units.js';
import type { DealField } from '../src/model/deals.js';
import { DEAL_FIELDS } from '../src/model/fields.js';
import type { StageHistory } from '../src/model/history.js';
import { ALL_TIME, type Period } from '../src/model/period.js';
import { textColumn } from '../src/model/text-column.js';
import { rules } from '../src/quality/catalogue/index.js';
import { EXAMPLE_AS_OF, type Rule } from '../src/quality/definition.js';
import { parameterProblem } from '../src/quality/parameters.js';
import { warningRules } from '../src/quality/warning-rules/index.js';
import { sections } from '../src/report/sections/catalogue/index.js';
import { day, dealsOf, SIXTEEN_AS_OF, SIXTEEN_DEALS } from './support/deals.js';
import { recording } from './support/recording.js';
import { readTable, runRule } from './support/rules.js';
import { ROOT } from './support/run.js';

/* What holds for every unit of every catalogue, whoever wrote it. */

/** Rules that are a declaration in a table: what they judge is a warning of reading. */
const OVER_WARNINGS: ReadonlySet<string> = new Set(warningRules.map(({ id }) => id));

const CATALOGUES: readonly (readonly [room: string, units: readonly { readonly id: string }[]])[] = [
  ['kpi', kpis],
  ['quality', rules.filter(({ id }) => !OVER_WARNINGS.has(id))],
  ['analysis/models', models],
  ['insight', insights],
  ['crm', presets],
  ['format', formats],
  ['report/sections', sections],
];

describe.each(CATALOGUES)('the catalogue of %s', (room, units) => {
  const files = readdirSync(`${ROOT}src/${room}/catalogue`).filter((file) => file !== 'index.ts');

  it('lists exactly the files of its folder, under ids that are their names', () => {
    expect(units.map(({ id }) => `${fileName(id)}.ts`).sort()).toEqual(files.sort());
  });

  it('has one export per file: the unit', async () => {
    for (const unit of units) {
      const exported = (await import(`${ROOT}src/${room}/catalogue/${fileName(unit.id)}.ts`)) as object;
      expect(Object.values(exported), unit.id).toEqual([unit]);
    }
  });

  it('has ids of small letters', () => {
    for (const { id } of units) expect(id).toMatch(room === 'quality' ? /^[a-z]+\.[a-z_]+$/ : /^[a-z][a-z0-9_]*$/);
  });
});

describe.each(insights.map((insight: InsightDefinition) => [insight.id, insight] as const))('%s', (id, insight) => {
  it('says in every language what it is, and where it comes from', () => {
    for (const text of [insight.title, insight.definition]) expectWords(text);
    expect(insight.source).not.toBe('');
  });

  it('has a test of its own', () => {
    expect(existsSync(`${ROOT}test/insight/catalogue/${fileName(id)}.test.ts`)).toBe(true);
  });
});

describe.each(sections.map((section) => [section.id, section] as const))('the section %s', (id, section) => {
  it('says in every language what it is', () => {
    for (const text of [section.title, section.definition]) expectWords(text);
  });

  it('has a part of the document', () => {
    expect(existsSync(`${ROOT}src/report/sections/parts/${fileName(id)}.ts`)).toBe(true);
  });
});

describe.each(models.map((model: ModelDefinition) => [model.id, model] as const))('the model %s', (_, model) => {
  it('says in every language what it is, what its formulas speak of, and what would make it wrong', () => {
    const { title, definition, formulas, symbols, parameters, assumptions, limits } = model;
    const named = [...symbols, ...parameters].map(({ meaning }) => meaning);
    const judged = assumptions.flatMap(({ text, otherwise }) => [text, otherwise]);
    for (const text of [title, definition, ...formulas.map(({ of }) => of), ...named, ...judged, ...limits]) {
      expectWords(text);
      expect(text.fa).toMatch(/\p{Script=Arabic}/u);
    }
  });

  it('has formulas that need no translation', () => {
    for (const { formula } of model.formulas) expect(formula).not.toMatch(/\p{Script=Arabic}|\p{L}{3,} \p{L}{3,}/u);
  });

  it('names papers by their year', () => {
    expect(model.source).toMatch(/\b(?:19|20)\d\d\b/);
  });

  it('has assumptions and symbols of different names, and is part of a section and of KPIs that there are', () => {
    for (const all of [
      model.assumptions.map(({ id }) => id),
      [...model.symbols, ...model.parameters].map(({ name }) => name),
    ]) {
      expect(new Set(all).size).toBe(all.length);
    }
    expect(sections.map(({ id }) => id)).toContain(model.section);
    for (const id of model.kpis) expect(kpis.map((one) => one.id)).toContain(id);
  });
});

describe('the models together', () => {
  it('have no id of a KPI, a rule or a section', () => {
    const taken = new Set<string>([...kpis, ...rules, ...sections].map(({ id }) => id));
    expect(models.filter(({ id }) => taken.has(id))).toEqual([]);
  });

  it('are behind every KPI that is measured on demand only', () => {
    const resting = models.flatMap((model: ModelDefinition) => model.kpis);
    const onDemand = kpis.filter((kpi: Kpi) => kpi.onDemand === true).map(({ id }) => id);
    expect(onDemand.filter((id) => !resting.includes(id))).toEqual([]);
  });

  it('say the same of the same assumption', () => {
    const all = models.flatMap((model: ModelDefinition) => [...model.assumptions]);
    for (const one of all)
      expect(all.filter(({ id }) => id === one.id).every(({ text }) => text === one.text)).toBe(true);
  });
});

describe.each(kpis.map((kpi: Kpi) => [kpi.id, kpi] as const))('%s', (id, kpi) => {
  it('says in every language what it is, and where it comes from', () => {
    for (const text of [kpi.title, kpi.definition]) expectWords(text);
    expect(UNITS).toHaveProperty(kpi.unit);
    expect(kpi.formula.en).not.toBe('');
    expect(kpi.formula.fa).toMatch(/^[^A-Za-z_]+$/);
    expect(kpi.source).not.toBe('');
  });

  it('has a test of its own', () => {
    expect(existsSync(`${ROOT}test/kpi/catalogue/${fileName(id)}.test.ts`)).toBe(true);
  });

  it('needs only fields that there are, each once, and wants none that it needs', () => {
    expectFields([...kpi.needs, ...(kpi.wants ?? [])]);
  });

  it('reads every field it declares, and no other', () => {
    const read = new Set<DealField>();
    for (const question of [...questions(), ...staged()]) {
      const measure = measurer(question);
      kpi.measure({ ...question, population: recording(question.population, read), kpi: measure });
    }
    const declared = [...kpi.needs, ...(kpi.wants ?? [])];
    expect([...read].filter((field) => !declared.includes(field))).toEqual([]);
    expect(declared.filter((field) => !read.has(field))).toEqual([]);
  });

  it('has no value without a field it needs, and says which', () => {
    for (const need of kpi.needs) {
      for (const question of questions(without(SAMPLE, need))) {
        const measurement = measureOne(kpi, question);
        expect(measurement, need).toMatchObject({ value: null, reason: `missing_field:${need}` });
      }
    }
  });

  it('is null with a known reason for no deals at all', () => {
    for (const question of questions(SAMPLE.slice(0, 1))) {
      const measurement = measureOne(kpi, question);
      expect(measurement.value).toBeNull();
      expectSound(measurement);
    }
  });

  it('never throws, and is never NaN, for deals of one outcome, of a part, or in a period without deals', () => {
    const [header = '', ...rows] = SAMPLE;
    const at = header.split(/\s+/).indexOf('outcome');
    const parts = ['won', 'lost', 'open', 'excluded'].map((outcome) =>
      rows.filter((row) => row.split(/\s+/)[at] === outcome),
    );
    for (const part of [...parts, ...rows.map((row) => [row])]) {
      for (const question of questions([header, ...part])) {
        expectSound(measureOne(kpi, question));
        expectSound(kpi.measure({ ...question, kpi: measurer(question) }));
      }
    }
  });

  it('does not depend on the order of the records', () => {
    const [header = '', ...rows] = SAMPLE;
    const turned = questions([header, ...rows.reverse()]);
    questions().forEach((question, index) => {
      const there = measureOne(kpi, question);
      const back = measureOne(kpi, turned[index] ?? question);
      if (there.value === null) expect(back).toMatchObject({ value: null, reason: there.reason });
      else expect(back.value).toBeCloseTo(there.value, 9);
      expect([back.n, counts(back)]).toEqual([there.n, counts(there)]);
    });
  });

  it('counts in its numerator only what is in its denominator', () => {
    for (const question of questions()) {
      const measurement = measureOne(kpi, question);
      if (measurement.value === null || !measurement.numerator || !measurement.denominator) continue;
      const all = new Set(measurement.denominator.rows);
      expect([...measurement.numerator.rows].filter((row) => !all.has(row))).toEqual([]);
    }
  });

  it('uses only KPIs that there are', () => {
    for (const used of kpi.uses ?? []) expect(kpis.map((one) => one.id)).toContain(used);
  });
});

describe('the KPIs together', () => {
  it('do not use each other in a circle', () => {
    const uses = new Map<string, readonly string[]>(kpis.map((kpi: Kpi) => [kpi.id, kpi.uses ?? []]));
    const visit = (id: string, trail: readonly string[]): void => {
      expect(trail, [...trail, id].join(' → ')).not.toContain(id);
      for (const used of uses.get(id) ?? []) visit(used, [...trail, id]);
    };
    for (const id of uses.keys()) visit(id, []);
  });

  it('account for every deal: won, lost and open add up to all but the one set aside, which is told', () => {
    const measured = (id: string): Measurement => measureOne(kpis.find((kpi) => kpi.id === id) as Kpi, question());
    expect(['won_deals', 'lost_deals', 'open_deals', 'new_deals'].map((id) => measured(id).value)).toEqual([
      9, 5, 4, 18,
    ]);
    expect(counts(measured('new_deals'))).toMatchObject({ outcome_excluded: 1 });
  });
});

describe.each(rules.map((rule: Rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { accept, reject } = rule.examples;

  it('says in every language what it is, what it means and how to mend it', () => {
    for (const text of [rule.title, rule.condition, rule.fix]) expectWords(text);
    expect(rule.source).not.toBe('');
  });

  it('has a test of its own', () => {
    const test = OVER_WARNINGS.has(id) ? 'warning-rules' : `catalogue/${fileName(id)}`;
    expect(existsSync(`${ROOT}test/quality/${test}.test.ts`)).toBe(true);
  });

  it('names only fields and KPIs that there are', () => {
    expectFields([...rule.needs, ...(rule.needsAny ?? []), ...(rule.wants ?? [])]);
    for (const kpi of rule.affects) expect(kpis.map((one) => one.id)).toContain(kpi);
  });

  it('has defaults that its own parameters accept', () => {
    if (rule.params === undefined) expect(rule.defaults).toBeUndefined();
    else {
      expect(Object.keys(rule.defaults as object)).toEqual(Object.keys(rule.params));
      expect(parameterProblem(rule.params, rule.defaults as Record<string, unknown>)).toBeNull();
    }
  });

  it('reads no field that it does not declare', () => {
    const read = new Set<DealField>();
    for (const table of [accept, reject, SAMPLE.join('\n')]) findings(rule, table, read);
    const declared: readonly DealField[] = [...rule.needs, ...(rule.needsAny ?? []), ...(rule.wants ?? [])];
    expect([...read].filter((field) => !declared.includes(field))).toEqual([]);
    expect(rule.needs.filter((field) => !read.has(field))).toEqual([]);
  });

  it('is skipped, and never passed, without a field it needs', () => {
    for (const need of rule.needs) {
      const result = runRule(rule, without(reject.split('\n'), need).join('\n'));
      expect(result, need).toMatchObject({ outcome: 'skipped', reason: `missing_field:${need}` });
    }
  });

  it('accepts its example, and rejects the last record of the other', () => {
    expect(count(findings(rule, accept))).toBe(0);
    const found = findings(rule, reject);
    expect(count(found)).toBeGreaterThan(0);
    if (rule.scope === 'deal' && 'rows' in found) {
      expect(found.rows.at(-1)).toBe(readTable(reject).deals.size - 1);
    }
  });

  it('finds nothing, and does not fail, where there is no record', () => {
    const [header = ''] = SAMPLE;
    const found = findings(rule, header);
    expect(found.checked).toBe(0);
    expect(count(found)).toBe(0);
  });

  it('says a whole sentence in every language about each violation', () => {
    const found = findings(rule, reject);
    const violations =
      'places' in found ? found.places : Array.from(found.rows, (row, index) => found.describe(row, index));
    for (const { args } of violations) {
      for (const lang of LANGS) {
        const sentence = rule.message[lang](args);
        expect(sentence.trim()).not.toBe('');
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });
});

/** `deal.won_without_amount` → `deal-won-without-amount`. */
function fileName(id: string): string {
  return id.replaceAll(/[._]/g, '-');
}

function expectWords(text: Text): void {
  for (const lang of LANGS) expect(text[lang].trim()).not.toBe('');
}

function expectFields(fields: readonly DealField[]): void {
  expect(fields.filter((field) => !(field in DEAL_FIELDS || field === 'outcome' || field === 'customer'))).toEqual([]);
  expect(new Set(fields).size).toBe(fields.length);
}

/** No value that is not a number, no reason that is not known, no exclusion without one. */
function expectSound(measurement: Measurement): void {
  if (measurement.value !== null) expect(measurement.value).toSatisfy(Number.isFinite);
  else expect(measurement.reason).toSatisfy(isKnownReason);
  for (const { reason } of measurement.excluded) expect(reason).toSatisfy(isReasonCode);
  if (measurement.value !== null && measurement.interval) {
    expect(measurement.interval.low).toBeLessThanOrEqual(measurement.interval.high);
  }
}

function isKnownReason(reason: string): boolean {
  const field = /^missing_field:(.+)$/.exec(reason)?.[1];
  return field === undefined
    ? isReasonCode(reason)
    : field in DEAL_FIELDS || field === 'outcome' || field === 'customer';
}

function counts(measurement: Measurement): Record<string, number> {
  return Object.fromEntries(measurement.excluded.map(({ reason, rows }) => [reason, rows.length]));
}

/** The sixteen deals and three more, so that every field is there and every outcome: a table, line by line. */
const SAMPLE: readonly string[] = (() => {
  const [header = '', ...rows] = SIXTEEN_DEALS.trim().split('\n');
  const more = ['won', 'lost', 'excluded'].map(
    (outcome, index) => `E${index} Alpha Sara Web . . ${outcome} -300 . 2024-11-0${index + 1}`,
  );
  const extra: Record<string, string> = { customer: 'Alpha', name: 'x', stage: 'S', currency: 'EUR', lead_id: 'L1' };
  for (const [field, { kind }] of Object.entries(DEAL_FIELDS)) {
    if (header.split(/\s+/).includes(field) || field in extra) continue;
    extra[field] = kind === 'day' ? '2024-06-01' : kind === 'boolean' ? 'yes' : kind === 'category' ? 'c' : '1';
  }
  const account = (row: string): string => row.trim().split(/\s+/)[1] ?? '.';
  return [
    `${header.trim()} ${Object.keys(extra).join(' ')}`,
    ...[...rows, ...more].map(
      (row) => `${row.trim()} ${Object.values({ ...extra, customer: account(row) }).join(' ')}`,
    ),
  ];
})();

/** A table without one of its columns; tables that follow it stay as they are. */
function without(lines: readonly string[], field: string): string[] {
  const at = (lines[0] ?? '').split(/\s+/).indexOf(field);
  const end = lines.findIndex((line) => line.trim().startsWith('# '));
  return lines.map((line, row) =>
    end >= 0 && row >= end
      ? line
      : line
          .split(/\s+/)
          .filter((_, index) => index !== at)
          .join(' '),
  );
}

/** All time, a quarter, a period without deals, and a snapshot in the past; with leads. */
function questions(lines: readonly string[] = SAMPLE): Question[] {
  const period = (label: string, start: string, end: string): Period => ({
    label,
    start: day(start),
    end: day(end),
    grain: 'days',
    calendar: 'gregorian',
  });
  return [ALL_TIME, period('Q2', '2024-04-01', '2024-07-01'), period('none', '2030-01-01', '2030-04-01')].flatMap(
    (one) => [SIXTEEN_AS_OF, day('2024-06-30')].map((asOf) => question(lines, one, asOf)),
  );
}

/** The same where the stages that deals went through are known, and neither a probability nor a status is. */
function staged(): Question[] {
  return questions(without(without(SAMPLE, 'probability'), 'status')).map((question) => {
    const size = question.population.size;
    const ones = new Uint32Array(size).fill(1);
    const history: StageHistory = {
      size,
      deal: Uint32Array.from(question.population.rows),
      stage: ones,
      from: new Uint32Array(size),
      enteredAt: new Int32Array(size).fill(day('2024-01-01')),
      source: new Uint8Array(size),
      stages: ['', 'S'],
    };
    return { ...question, history };
  });
}

function question(lines = SAMPLE, period: Period = ALL_TIME, asOf = SIXTEEN_AS_OF): Question {
  const deals = dealsOf(lines.join('\n'));
  return {
    population: deals.all(),
    period,
    asOf,
    dataEnd: SIXTEEN_AS_OF,
    settings: DEFAULT_SETTINGS,
    customers: null,
    leads:
      deals.size === 0
        ? null
        : {
            size: 2,
            id: textColumn(['L1', 'L2']),
            createdAt: Int32Array.from([day('2024-04-02'), day('2024-05-03')]),
            converted: Int8Array.from([1, 0]),
            convertedBy: 'deals',
          },
    file: { hasLost: true, hasWon: true },
  };
}

function measureOne(kpi: Kpi, question: Question): Measurement {
  // What KPIs of subscriptions read are the same columns: any records serve.
  const subscriptions = kpi.of === 'subscriptions' && question.population.size > 0 ? question.population : null;
  const [measured] = measureAll(kpis, [kpi.id], { ...question, subscriptions });
  if (measured === undefined) throw new Error(`${kpi.id} was not measured`);
  return measured.measurement;
}

/** Answers what a KPI uses, from a population of its own, so that only the KPI's own reads are recorded. */
function measurer(question: Question): (id: string) => Measurement {
  return (id) => measureOne(kpis.find((one) => one.id === id) as Kpi, question);
}

/** What a rule finds in a table, and in `read` the fields it looked at. */
function findings(rule: Rule, table: string, read = new Set<DealField>()): ReturnType<Rule['check']> {
  const { deals, ambiguous, beside } = readTable(table);
  const population = recording(deals.all(), read);
  return rule.check({
    population,
    whole: { population, history: beside.history },
    deals,
    ambiguous,
    beside,
    setAside: new Set(),
    asOf: day(EXAMPLE_AS_OF),
    params: rule.defaults,
  });
}

function count(found: ReturnType<Rule['check']>): number {
  return 'places' in found ? found.places.length : found.rows.length;
}
