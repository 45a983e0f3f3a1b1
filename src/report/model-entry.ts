import { models } from '../analysis/models/catalogue/index.js';
import type { ModelDefinition, ModelSymbol } from '../analysis/models/definition.js';
import type { Reason } from '../kpi/definition.js';
import type { AnySaid } from '../locale/said.js';
import { type Speech, say, styleOf } from '../locale/say.js';
import type { Lang } from '../locale/text.js';
import type { ModelEntry, ModelFit } from './model-schema.js';

/** What files say of a model. */
export interface ModelFindings {
  readonly reason: Reason | null;
  /** By the names of the parameters. */
  readonly parameters: ReadonlyMap<string, { readonly value: number; readonly standardError: number | null }>;
  readonly fit: ModelFit | null;
  /** By the ids of the assumptions; one that is not here is not told by the files. */
  readonly checks: ReadonlyMap<string, AssumptionCheck>;
}

/** Whether an assumption holds in the files, and the figures behind that. */
export interface AssumptionCheck {
  readonly holds: boolean | null;
  readonly evidence: AnySaid;
}

/** A model's words, and with files what they say of it. */
export function modelEntry(model: ModelDefinition, speech: Speech, found: ModelFindings | null): ModelEntry {
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
      ...(found?.parameters.get(one.name) ?? { value: null, standardError: null }),
    })),
    fit: found?.fit ?? null,
    assumptions: model.assumptions.map(({ id, text, otherwise }) => {
      const check = found?.checks.get(id);
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
