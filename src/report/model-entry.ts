import { models } from '../analysis/models/catalogue/index.js';
import type { ModelDefinition, ModelSymbol } from '../analysis/models/definition.js';
import { type Speech, say, styleOf } from '../locale/say.js';
import type { Lang, Text } from '../locale/text.js';
import type { ModelEntry, ModelFit } from './model-schema.js';
import type { Findings } from './models/definition.js';
import type { Fit } from './models/fit.js';

/** A model's words, and with files what they say of it. */
export function modelEntry(model: ModelDefinition, speech: Speech, found: Findings | null): ModelEntry {
  const { lang } = styleOf(speech);
  return {
    id: model.id,
    title: model.title[lang],
    definition: model.definition[lang],
    formulas: model.formulas.map(({ of, formula }) => ({ of: of[lang], formula })),
    symbols: model.symbols.map((one) => symbolEntry(one, lang)),
    source: model.source,
    section: model.section,
    kpis: [...model.kpis],
    reason: found?.reason ?? null,
    parameters: model.parameters.map((one) => ({
      ...symbolEntry(one, lang),
      ...(found?.parameters?.get(one.name) ?? { value: null, standardError: null }),
    })),
    fit: found === null || found.fit === null ? null : fitEntry(found.fit, lang),
    assumptions: model.assumptions.map(({ id, text, otherwise }) => {
      const check = found?.checks?.get(id);
      return {
        id,
        text: text[lang],
        otherwise: otherwise[lang],
        holds: check?.holds ?? null,
        evidence: check === undefined ? null : say(check.evidence, speech),
      };
    }),
    limits: model.limits.map((one) => one[lang]),
  };
}

function fitEntry({ figures, tables }: Fit, lang: Lang): ModelFit {
  const told = (value: number | string | Text | null): number | string | null =>
    value === null || typeof value === 'number' || typeof value === 'string' ? value : value[lang];
  return {
    figures: figures.map(({ id, title, unit, value, interval }) => ({
      id,
      title: title[lang],
      unit,
      value: told(value),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    })),
    tables: tables.map(({ id, title, columns, rows }) => ({
      id,
      title: title[lang],
      columns: columns.map((column) => ({ ...column, title: column.title[lang] })),
      rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, told(value)]))),
    })),
  };
}

function symbolEntry({ name, symbol, meaning }: ModelSymbol, lang: Lang): ModelEntry['symbols'][number] {
  return { name, symbol: symbol ?? name, meaning: meaning[lang] };
}

const catalogue: readonly ModelDefinition[] = models;

export function modelById(id: string): ModelDefinition | undefined {
  return catalogue.find((one) => one.id === id);
}

/** The models that a section is made of; empty for sections that count. */
export function modelsOfSection(section: string): readonly ModelDefinition[] {
  return catalogue.filter((one) => one.section === section);
}

/** The models that a KPI rests on. */
export function modelsOfKpi(kpi: string): readonly ModelDefinition[] {
  return catalogue.filter(({ kpis }) => kpis.includes(kpi));
}

/** What besides KPIs and rules can be explained: the models, and the sections that are made of them. */
export const MODEL_IDS: readonly string[] = [...new Set(catalogue.flatMap(({ id, section }) => [section, id]))];
