/** What was typed → which command, with which operands and option values. */
import { Command, CommanderError, Option } from 'commander';
import { UserError } from '../errors/user-error.js';
import { suggest } from '../locale/suggest.js';
import type { Lang } from '../locale/text.js';
import { COMMANDS, type CommandDefinition } from './commands.js';
import { commandHelp } from './help.js';
import { requireOneLang } from './languages.js';
import { OPTIONS, type OptionDefinition, type OptionName, type OptionValues } from './options.js';
import { programHelp } from './program-help.js';
import { commandMeant, optionMeant } from './synonyms.js';

/** Commands that can make a page, which may switch between languages. */
const MAKING_PAGES: readonly string[] = ['report', 'compare', 'forecast'];

/** A command to run, or a text to print: a help or the version. */
export type Parsed =
  | {
      readonly kind: 'call';
      readonly command: CommandDefinition;
      readonly operands: readonly string[];
      readonly values: OptionValues;
    }
  | { readonly kind: 'text'; readonly text: string };

export interface ParseOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly version: string;
}

/** Parses the arguments behind `kpi`. Throws a UserError (exit 2); nothing is opened, and no other room is loaded. */
export function parseArguments(args: readonly string[], options: ParseOptions): Parsed {
  const found: { text: string; call: Parsed | null } = { text: '', call: null };
  const program = new Command('kpi');
  prepare(
    program,
    () => programHelp(options.lang, options.width),
    (text) => {
      found.text += text;
    },
  );
  program.version(options.version, '-V, --version');
  for (const definition of COMMANDS) {
    const command = program.command(definition.name);
    prepare(
      command,
      () => commandHelp(definition, options.lang, options.width),
      (text) => {
        found.text += text;
      },
    );
    command.argument('[operands...]');
    // Hundreds of options that nobody asks for: only a command that is named can be run.
    if (args.includes(definition.name))
      for (const name of definition.options) command.addOption(commanderOption(name, definition));
    command.action((operands: readonly string[]) => {
      found.call = { kind: 'call', command: definition, operands, values: valuesOf(command, definition) };
    });
  }
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageError(error, args);
  }
  if (found.call?.kind !== 'call') return { kind: 'text', text: found.text };
  requireCount(found.call.command, found.call.operands);
  if (!MAKING_PAGES.includes(found.call.command.name)) requireOneLang(found.call.values.lang);
  return found.call;
}

/** Our words instead of commander's, and no `process.exit`. */
function prepare(command: Command, help: () => string, write: (text: string) => void): void {
  command
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help')
    .showSuggestionAfterError(false)
    .configureHelp({ formatHelp: help })
    .configureOutput({ writeOut: write, writeErr: () => {} });
}

function commanderOption(name: OptionName, command: CommandDefinition): Option {
  const definition: OptionDefinition = OPTIONS[name];
  const placeholder = definition.value === undefined ? '' : ` <${definition.value}>`;
  const option = new Option(`${definition.short === undefined ? '' : `-${definition.short}, `}--${name}${placeholder}`);
  if (definition.value === undefined) return option;
  return option.argParser((text: string, before: unknown) => {
    if (isFlag(text)) throw withoutValue(name, command);
    const value = definition.parse(text, `--${name}`);
    return definition.repeatable === true ? [...(Array.isArray(before) ? before : []), value] : value;
  });
}

/** Whether a value is another option, so that the value itself was forgotten. `--None--=open` is none. */
function isFlag(text: string): boolean {
  const name = /^--([a-z-]+)(=|$)/.exec(text)?.[1];
  return name !== undefined && (name in OPTIONS || name === 'help' || name === 'version');
}

function withoutValue(name: OptionName, command: CommandDefinition): UserError {
  const { value = '' }: OptionDefinition = OPTIONS[name];
  return new UserError('option_without_value', { option: `--${name}`, value, command: `kpi ${command.name}` });
}

/** The values by our names; commander keeps `--as-of` as asOf and `--no-color` as color: false. */
function valuesOf(command: Command, definition: CommandDefinition): OptionValues {
  const raw: Readonly<Record<string, unknown>> = command.opts();
  const values: Partial<Record<OptionName, unknown>> = {};
  for (const name of definition.options) {
    const negated = name.startsWith('no-');
    const key = (negated ? name.slice(3) : name).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const value = negated ? (raw[key] === false ? true : undefined) : raw[key];
    if (value !== undefined) values[name] = value;
  }
  return values as OptionValues;
}

function requireCount(command: CommandDefinition, operands: readonly string[]): void {
  const [least, most] = command.count;
  const name = `kpi ${command.name}`;
  if (operands.length < least) throw new UserError('missing_operand', { command: name, operand: command.operandText });
  const extra = operands[most];
  if (extra !== undefined) throw new UserError('extra_operand', { command: name, operand: extra });
}

/** A usage error of commander in our words, with what was probably meant. */
function usageError(error: CommanderError, args: readonly string[]): unknown {
  const typed = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const command = COMMANDS.find(({ name }) => name === args[0]);
  if (error.code === 'commander.unknownCommand') return unknownCommand(typed);
  if (error.code === 'commander.unknownOption') return unknownOption(typed, command);
  if (error.code === 'commander.optionMissingArgument') {
    const name = command?.options.find((one) => typed.includes(`--${one} `));
    if (name !== undefined && command !== undefined) return withoutValue(name, command);
  }
  if (error.code === 'commander.excessArguments') {
    return new UserError('unknown_command', { name: args[0] ?? '', suggestion: null, looksLikeFile: false });
  }
  return error;
}

function unknownCommand(name: string): UserError {
  const names = COMMANDS.map((command) => command.name);
  const suggestion = commandMeant(name) ?? suggest(name, names);
  return new UserError('unknown_command', {
    name,
    suggestion,
    looksLikeFile: suggestion === null && /[./\\]|^-$/.test(name),
  });
}

function unknownOption(typed: string, command: CommandDefinition | undefined): UserError {
  const option = typed.replace(/=.*$/s, '');
  const name = option.replace(/^--?/, '');
  if (command === undefined && (name in OPTIONS || shortNames().includes(name))) {
    return new UserError('option_before_command', { option });
  }
  const names = ['help', ...(command?.options ?? ['version'])].map((one) => `--${one}`);
  const near = option.startsWith('--') || name.length > 1 ? suggest(`--${name}`, names) : null;
  const suggestion =
    command === undefined ? near : (elsewhere(name, command) ?? optionMeant(name, command.options) ?? near);
  return new UserError('unknown_option', {
    option,
    command: command === undefined ? 'kpi' : `kpi ${command.name}`,
    suggestion,
  });
}

/** `kpi report --by`, for an option that another command has. */
function elsewhere(name: string, command: CommandDefinition): string | null {
  const other = COMMANDS.find(({ options }) => options.some((one) => one === name));
  return other === undefined || other === command ? null : `kpi ${other.name} --${name}`;
}

function shortNames(): readonly string[] {
  return Object.values<OptionDefinition>(OPTIONS).flatMap(({ short }) => short ?? []);
}
