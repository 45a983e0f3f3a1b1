/** A model, or a section of models: formulas, sources, assumptions; with files what was found, and how well it fits. */
import type { ModelDefinition } from '../analysis/models/definition.js';
import type { Lang, Text } from '../locale/text.js';
import { type ExplainContext, type ExplainedModels, NO_DATA, namesOf } from './explain.js';
import { modelEntry, modelsOfSection } from './model-entry.js';
import type { Explanation } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { sections } from './sections/catalogue/index.js';

const WORDS = {
  section: { en: 'Section', fa: 'بخش گزارش' },
  kpis: { en: 'KPIs', fa: 'شاخص‌ها' },
  models: { en: 'Models', fa: 'مدل‌ها' },
} as const satisfies Record<string, Text>;

/** @param told by files; null without any */
export function explainModel(
  model: ModelDefinition,
  told: ExplainedModels | null,
  context: ExplainContext,
): Explanation {
  const { lang } = context;
  const { head = {}, findings = null } = told ?? {};
  return {
    ...opening(context),
    ...NO_DATA,
    ...head,
    kind: 'model',
    id: model.id,
    title: model.title[lang],
    definition: model.definition[lang],
    formula: model.formulas[0].formula,
    source: model.source,
    facts: [
      { name: WORDS.section[lang], value: sectionName(model.section, lang) },
      ...(model.kpis.length === 0 ? [] : [{ name: WORDS.kpis[lang], value: namesOf(model.kpis, lang) }]),
    ],
    models: [modelEntry(model, speechOf(context), findings?.(model) ?? null)],
  };
}

/** The section of that id, by its models; null where it has none. */
export function explainSection(
  id: string,
  told: () => ExplainedModels | null,
  context: ExplainContext,
): Explanation | null {
  const { lang } = context;
  const section = sections.find((one) => one.id === id);
  const own = modelsOfSection(id);
  if (section === undefined || own.length === 0) return null;
  const { head = {}, findings = null } = told() ?? {};
  const kpis = own.flatMap((one) => one.kpis).filter((one, at, all) => all.indexOf(one) === at);
  return {
    ...opening(context),
    ...NO_DATA,
    ...head,
    kind: 'section',
    id,
    title: section.title[lang],
    definition: section.definition[lang],
    formula: null,
    source: own.map(({ source }) => source).join('. '),
    facts: [
      { name: WORDS.models[lang], value: own.map((one) => one.id).join(lang === 'fa' ? '، ' : ', ') },
      ...(kpis.length === 0 ? [] : [{ name: WORDS.kpis[lang], value: namesOf(kpis, lang) }]),
    ],
    models: own.map((one) => modelEntry(one, speechOf(context), findings?.(one) ?? null)),
  };
}

function opening({ resolved, tool }: ExplainContext) {
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    calendar: resolved.calendar,
    fiscalYearStart: resolved.fiscalYearStart,
  };
}

function speechOf({ resolved, lang }: ExplainContext) {
  return { lang, calendar: resolved.calendar, fiscalYearStart: resolved.fiscalYearStart };
}

function sectionName(id: string, lang: Lang): string {
  const title = sections.find((one) => one.id === id)?.title[lang] ?? '';
  return `${title} (${id})`;
}
