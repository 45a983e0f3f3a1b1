/** Definitions to read: each is what a command prints. */
import type { Lang, Text } from '../locale/text.js';
import { sections } from '../report/sections/catalogue/index.js';

/** A list of ids that `kpi list` prints. */
export type Catalogue = 'kpis' | 'rules' | 'models';

export interface FixedResource {
  readonly uri: string;
  readonly name: string;
  readonly title: Text;
  /** The command that prints it; null: the sections of a report. */
  readonly command: readonly string[] | null;
}

export interface ResourceFamily {
  /** `kpi://kpi/`, before the id. */
  readonly prefix: string;
  readonly variable: string;
  readonly name: string;
  readonly title: Text;
  readonly command: (id: string) => readonly string[];
  /** The ids that there are: of a catalogue, or these. */
  readonly ids: Catalogue | readonly string[];
}

const listing = (catalogue: Catalogue): readonly string[] => ['list', catalogue, '--format', 'json'];

export const FIXED: readonly FixedResource[] = [
  { uri: 'kpi://kpis', name: 'kpis', title: { en: 'All KPIs', fa: 'همه‌ی شاخص‌ها' }, command: listing('kpis') },
  {
    uri: 'kpi://rules',
    name: 'rules',
    title: { en: 'All data-quality rules', fa: 'همه‌ی قاعده‌های کیفیت داده' },
    command: listing('rules'),
  },
  { uri: 'kpi://models', name: 'models', title: { en: 'All models', fa: 'همه‌ی مدل‌ها' }, command: listing('models') },
  { uri: 'kpi://sections', name: 'sections', title: { en: 'Sections of a report', fa: 'بخش‌های گزارش' }, command: null },
];

const DOCUMENTS = ['report', 'check', 'inspect', 'explain', 'deals', 'customers', 'comparison', 'failure'] as const;
const explained = (id: string): readonly string[] => ['explain', id, '--format', 'json'];

export const FAMILIES: readonly ResourceFamily[] = [
  {
    prefix: 'kpi://kpi/',
    variable: 'id',
    name: 'kpi',
    title: { en: 'Definition of a KPI', fa: 'تعریف یک شاخص' },
    command: explained,
    ids: 'kpis',
  },
  {
    prefix: 'kpi://rule/',
    variable: 'id',
    name: 'rule',
    title: { en: 'Definition of a rule', fa: 'تعریف یک قاعده' },
    command: explained,
    ids: 'rules',
  },
  {
    prefix: 'kpi://model/',
    variable: 'id',
    name: 'model',
    title: { en: 'Definition of a model', fa: 'تعریف یک مدل' },
    command: explained,
    ids: 'models',
  },
  {
    prefix: 'kpi://schema/',
    variable: 'document',
    name: 'schema',
    title: { en: 'JSON Schema of a document', fa: 'طرح JSON یک سند' },
    command: (document) => ['schema', document],
    ids: DOCUMENTS,
  },
];

/** The sections of a report, as `kpi://sections` lists them. */
export function listSections(lang: Lang): readonly object[] {
  return sections.map(({ id, title, definition, optional, ...words }) => ({
    id,
    title: title[lang],
    definition: definition[lang],
    chosenByName: optional,
    onDemand: 'onDemand' in words,
  }));
}

/** The family and the id that a URI names; null where it names none. */
export function familyOf(uri: string): { readonly family: ResourceFamily; readonly id: string } | null {
  const family = FAMILIES.find(({ prefix }) => uri.startsWith(prefix));
  if (family === undefined) return null;
  const id = uri.slice(family.prefix.length);
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id) ? { family, id } : null;
}
