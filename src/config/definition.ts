/** What a setting is: one declaration, from which parser, help, config schema, merge, drafted file and pages derive. */
import type { z } from 'zod';
import type { Text } from '../locale/text.js';
import type { Parse } from './flag-values.js';
import type { SchemaParts } from './schema-parts.js';

/** The heading of the help that an option stands under, in this order. */
export const OPTION_GROUPS = {
  what: { en: 'What to compute', fa: 'چه چیزی محاسبه شود' },
  gate: { en: 'Rules and gate', fa: 'قاعده‌ها و آستانه' },
  reading: {
    en: 'How files are read (detected when left out)',
    fa: 'شیوه‌ی خواندن فایل‌ها (اگر نیاید، تشخیص داده می‌شود)',
  },
  output: { en: 'Output', fa: 'خروجی' },
} as const satisfies Record<string, Text>;

export type OptionGroup = keyof typeof OPTION_GROUPS;

export const COMMAND_NAMES = [
  'report',
  'serve',
  'watch',
  'check',
  'inspect',
  'explain',
  'deals',
  'customers',
  'compare',
  'forecast',
  'mcp',
  'init',
  'list',
  'schema',
  'completion',
  'help',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** Commands that make the report: once, or again whenever a file changes. */
export const REPORTERS = ['report', 'serve', 'watch'] as const satisfies readonly CommandName[];

/** Commands that read files, and of them those that print a document. */
export const READERS = [
  ...REPORTERS,
  'check',
  'inspect',
  'explain',
  'deals',
  'customers',
  'compare',
  'forecast',
  'init',
] as const satisfies readonly CommandName[];
export const PRINTERS = [
  'report',
  'watch',
  'check',
  'inspect',
  'explain',
  'deals',
  'customers',
  'compare',
  'forecast',
] as const satisfies readonly CommandName[];
/** Those that print, and the one that serves what it makes. */
export const TELLERS = [...PRINTERS, 'serve'] as const satisfies readonly CommandName[];

/** The catalogues whose names a shell may complete; formats are those of the command. */
export type Completed = 'kpis' | 'rules' | 'presets' | 'fields' | 'formats' | 'delimiters' | 'sorts';

/** How the command line says it. */
export interface Flag<T = unknown> {
  /** Without the dashes. */
  readonly name: string;
  /** One letter, without the dash. */
  readonly short?: string;
  /** What stands for its value in the help; a switch has none. */
  readonly value?: string;
  readonly group: OptionGroup;
  /** The commands that take it. */
  readonly commands: readonly CommandName[];
  /** What a shell may complete its value with: the names of a catalogue, or words. */
  readonly completes?: Completed | readonly string[];
  /**
   * May be asked for in the address of a served page, by the same name. Nothing is that names a file or a format, or
   * that would show more than whoever serves the page has allowed.
   */
  readonly asked?: true;
  /** May be given several times; every value counts, in the order given. Otherwise the last one does. */
  readonly repeatable?: true;
  /** The value of what was typed. Throws a UserError (exit 2) that names the option. A switch is true. */
  readonly parse: Parse<T>;
}

export type Zod = typeof z;

/** What a schema is made with. zod comes as an argument: the help, which reads these declarations, does not load it. */
export interface SchemaTools {
  readonly z: Zod;
  /** The message of an issue that is told in the words of `expected`. */
  readonly own: string;
  /** A text that is not empty. */
  readonly text: () => z.ZodString;
  readonly parts: SchemaParts;
}

/** How the config file says it. */
export interface ConfigKey<W = unknown> {
  /** `currency`, or `report.by`: one section deep. */
  readonly key: string;
  readonly schema: (tools: SchemaTools) => z.ZodType<W>;
  /** What a value should have been. */
  readonly expected: Text;
  /** What it means, where the config says more than the option's line of help. */
  readonly summary?: Text;
  /** A value that it may have, as the drafted file shows it. */
  readonly example: unknown;
  /** A text of it is a path, relative to the config file. */
  readonly relative?: true;
}

/** Which request of the library a setting is part of, under the setting's own name; `figures`: the KPIs' settings. */
export type Scope = 'load' | 'report' | 'figures' | 'check' | 'render';

/** One setting. It has a flag, a key of the config file, or both. */
export interface SettingDefinition {
  /** Without a full stop; the config's comment and the pages say it, too. */
  readonly summary: Text;
  readonly flag?: Flag;
  readonly config?: ConfigKey;
  readonly scope?: readonly Scope[];
  /** What command line and config say together. Left out: the command line's value, else that of the config. */
  readonly merge?: (typed: never, written: never) => unknown;
}

/** The value of a flag as the parser gives it: a list where it may be repeated. */
export type TypedOf<S> = S extends { readonly flag: { readonly parse: Parse<infer T> } }
  ? S extends { readonly flag: { readonly repeatable: true } }
    ? readonly T[]
    : T
  : never;

/** The value of a config key as the schema gives it. */
export type WrittenOf<S> = S extends { readonly config: { readonly schema: (tools: never) => infer Z } }
  ? Frozen<Z extends z.ZodType ? z.output<Z> : never>
  : never;

/** The value of a setting, both asked. */
export type ValueOf<S> = S extends { readonly merge: (typed: never, written: never) => infer V }
  ? Awaited<V>
  : TypedOf<S> | WrittenOf<S> | undefined;

type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** A declaration as it is: for inference and the check of its shape. */
export function setting<const S extends SettingDefinition>(definition: S): S {
  return definition;
}

/** A declaration whose two sources are put together in a way of its own. */
export function merged<const S extends Omit<SettingDefinition, 'merge'>, V>(
  definition: S,
  merge: (typed: TypedOf<S> | undefined, written: WrittenOf<S> | undefined) => V,
): S & { readonly merge: typeof merge } {
  return { ...definition, merge };
}

/** The parser of a switch. */
export const isOn: Parse<true> = () => true;
