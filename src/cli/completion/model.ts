/** What a shell may complete, from the definitions of commands and options. */
import { DELIMITERS } from '../../config/delimiters.js';
import type { Text } from '../../locale/text.js';
import { COMMANDS, type CommandDefinition } from '../commands.js';
import { OPTIONS, type OptionDefinition, type OptionName } from '../options.js';

export interface Completion {
  readonly commands: readonly CompletedCommand[];
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: Text;
  readonly options: readonly CompletedOption[];
  /** Words that an operand may be. */
  readonly words: readonly string[];
  /** Operands may be files. */
  readonly files: boolean;
}

export interface CompletedOption {
  /** Without dashes. */
  readonly name: string;
  readonly short: string | null;
  readonly summary: Text;
  /** Null = a switch. */
  readonly value: {
    /** Words that there are; empty = a file, or whatever else. */
    readonly words: readonly string[];
    /** Several words with commas. */
    readonly list: boolean;
    readonly file: boolean;
  } | null;
}

/** The ids of the catalogues. */
export interface CompletionNames {
  readonly kpis: readonly string[];
  readonly rules: readonly string[];
  /** With the sections that are made of them. */
  readonly models: readonly string[];
  readonly presets: readonly string[];
  readonly fields: readonly string[];
  readonly topics: readonly string[];
  /** What `--sort` takes, by command. */
  readonly sorts: (command: string) => readonly string[];
  /** Formats by command. */
  readonly formats: (command: string) => readonly string[];
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export function completionModel(names: CompletionNames): Completion {
  return {
    commands: COMMANDS.map((command) => ({
      name: command.name,
      summary: command.summary,
      options: command.options.map((name) => completedOption(name, command.name, names)),
      words: operandWords(command, names),
      files: /files?\b/.test(command.operands),
    })),
  };
}

/** Words of `<kpis|rules>`; ids and commands where those are what is asked for. */
function operandWords({ name, operands }: CommandDefinition, names: CompletionNames): readonly string[] {
  if (name === 'explain') return [...names.kpis, ...names.rules, ...names.models];
  if (name === 'help') return [...COMMANDS.map((one) => one.name), ...names.topics];
  const listed = /^<([a-z|]+)>$/.exec(operands)?.[1];
  return listed?.includes('|') === true ? listed.split('|') : [];
}

function completedOption(name: OptionName, command: string, names: CompletionNames): CompletedOption {
  const definition: OptionDefinition = OPTIONS[name];
  const { summary, value, parse, short = null } = definition;
  if (value === undefined) return { name, short, summary, value: null };
  const words = parse.words ?? wordsOf(definition, command, names);
  const list = value.includes(',') || value === 'LIST' || value === 'PATTERNS';
  return { name, short, summary, value: { words, list, file: value.startsWith('FILE') } };
}

function wordsOf({ completes }: OptionDefinition, command: string, names: CompletionNames): readonly string[] {
  switch (completes) {
    case undefined:
      return [];
    case 'formats':
      return names.formats(command);
    case 'delimiters':
      return Object.keys(DELIMITERS).filter((one) => /^[a-z]+$/.test(one));
    case 'sorts':
      return names.sorts(command);
    default:
      return typeof completes === 'string' ? names[completes] : completes;
  }
}
