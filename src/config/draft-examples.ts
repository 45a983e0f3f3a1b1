/** The keys that no file answers, in the draft of a config: each with its meaning and an example. */
import type { Lang, Text } from '../locale/text.js';
import { CONFIG_SECTIONS, SETTINGS } from './catalogue/index.js';
import type { ConfigKey, SettingDefinition } from './definition.js';
import type { ConfigDraft } from './draft.js';
import { commentLines, exampleLines, settingLines } from './draft-lines.js';
import { KEYS } from './draft-words.js';

/** The keys that a file answers: what it said of them is written by `draft.ts`. */
export const ANSWERED = [
  'preset',
  'mapping',
  'ignore',
  'stages',
  'currency',
  'timezone',
  'dateOrder',
  'decimal',
  'repeatedIds',
  'sheet',
  'encoding',
  'delimiter',
] as const;
export type Answered = (typeof ANSWERED)[number];

interface Declared extends ConfigKey {
  readonly summary: Text;
}

const declared: readonly Declared[] = Object.values<SettingDefinition>(SETTINGS).flatMap(({ summary, config }) =>
  config === undefined ? [] : [{ summary, ...config }],
);
const topOf = ({ key }: Declared): string => key.split('.', 1)[0] ?? key;

/** What a key or a section means, as a comment above it. */
export function aboutKey(name: string, lang: Lang): string[] {
  const text = (CONFIG_SECTIONS[name] ?? declared.find((one) => topOf(one) === name)?.summary)?.[lang] ?? name;
  return commentLines(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
}

/** A value that a key may have. */
export function exampleOf(name: string): unknown {
  const mine = declared.filter((one) => topOf(one) === name);
  const inside = mine.filter(({ key }) => key.includes('.'));
  if (inside.length === 0) return mine[0]?.example;
  return Object.fromEntries(inside.map(({ key, example }) => [key.slice(name.length + 1), example]));
}

/** Every other key, in the order of the catalogue. `by` are the fields that a breakdown would use. */
export function exampleSections({ by, contract }: Pick<ConfigDraft, 'by' | 'contract'>, lang: Lang): string[][] {
  const names = [...new Set(declared.map(topOf))].filter((name) => !ANSWERED.some((answered) => answered === name));
  return names.map((name) => {
    if (name === 'columns' && contract !== null) return contractLines(contract, lang);
    if (name === 'unexpectedColumns' && contract?.unexpectedColumns !== undefined) {
      return [...aboutKey(name, lang), ...settingLines([{ key: name, value: contract.unexpectedColumns }])];
    }
    return [...aboutKey(name, lang), ...exampleLines([{ key: name, value: exampleFor(name, by, lang) }])];
  });
}

function exampleFor(name: string, by: readonly string[], lang: Lang): unknown {
  if (name === 'lang') return lang;
  const example = exampleOf(name);
  return name === 'report' && by.length > 0 ? { ...(example as object), by } : example;
}

function contractLines({ columns }: NonNullable<ConfigDraft['contract']>, lang: Lang): string[] {
  const entries = Object.entries(columns ?? {}).map(([key, value]) => ({ key, value }));
  return [...commentLines(KEYS.contract[lang]), 'columns:', ...settingLines(entries, 2)];
}
