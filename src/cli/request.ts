/** Option values and the config → what the library is asked for. Nothing is opened but the config. */

import type { ReadAhead } from '../ahead/read-ahead.js';
import { discoverConfig } from '../config/discover.js';
import { mergeSettings, type Settings, scoped } from '../config/merge.js';
import { statFile } from '../disk/open.js';
import { TWO_THREADS_FROM } from '../disk/thread.js';
import { UserError } from '../errors/user-error.js';
import type { CompareRequest, LoadRequest, ReportRequest } from '../index.js';
import { suggest } from '../locale/suggest.js';
import type { Lang } from '../locale/text.js';
import type { Call } from './commands.js';
import { firstLang } from './languages.js';
import type { OptionValues } from './options.js';
import type { Session } from './session.js';

/** The library, loaded when a command runs: the help needs none of it. */
export type Library = typeof import('../index.js');

/** What a command that reads files needs, checked before anything is read. */
export interface Prepared {
  readonly library: Library;
  readonly settings: Settings;
  readonly files: LoadRequest['files'];
  /** Earlier exports of the deals. */
  readonly earlier: readonly string[];
  /** The run's date as a civil day. */
  readonly today: number;
  readonly lang: Lang;
  /** What is said in expressions: `--where`, and the rules of the config. */
  readonly conditions: Pick<LoadRequest, 'where' | 'custom'>;
  /** Null = amounts of several currencies stay apart. */
  readonly rates: NonNullable<ReportRequest['rates']> | null;
  /** Files that settings were read from: the config, the rates. */
  readonly beside: readonly string[];
  /** What is being read already. */
  readonly ahead: ReadAhead | null;
}

interface Preparing {
  /** Whether a config counts, or the command line alone. */
  readonly config?: boolean;
  /** A command that reads all of the files: what it asks of them beside what every one does, so that reading may begin early. */
  readonly reads?: (settings: Settings) => Pick<LoadRequest, 'by' | 'leaveTexts'>;
}

/** Reads the config and finds the files. `files` are the operands that are files. */
export async function prepare(
  { session, values }: Call,
  files: readonly string[],
  { config: withConfig = true, reads }: Preparing = {},
): Promise<Prepared> {
  const { machine } = session;
  const { file, config } = withConfig
    ? await discoverConfig({
        cwd: machine.cwd,
        home: machine.env.HOME ?? machine.env.USERPROFILE,
        explicit: values.config,
      })
    : { file: null, config: {} };
  const settings = await mergeSettings(values, config);
  const lang = firstLang(settings.lang);
  if (lang !== undefined) session.speak(lang);
  if (file !== null) session.detail({ en: `config: ${file}`, fa: `تنظیمات: ${file}` });
  const named = filesNamed(files, values);
  const ahead = reads && !values.earlier ? await begunAhead(settings, named, reads(settings)) : null;
  if (ahead !== null) session.atEnd(() => ahead.giveUp());
  const library = await import('../index.js');
  checkPreset(library, settings.preset);
  requireOneStdin(named, values, session);
  return {
    library,
    settings,
    files: named,
    earlier: values.earlier ?? [],
    today: civilDayOf(machine.now(), settings.timezone ?? 'UTC'),
    lang: session.lang(),
    conditions: conditionsOf(settings),
    ahead,
    rates: await ratesOf(settings, machine.cwd),
    beside: [file, settings.rates].filter((one) => typeof one === 'string'),
  };
}

async function ratesOf({ rates, currency }: Settings, cwd: string): Promise<Prepared['rates']> {
  if (rates === undefined) return null;
  if (currency === undefined) throw new UserError('rates_without_currency', {});
  const { readRates } = await import('../config/rates.js');
  return { to: currency, rates: await readRates(rates, cwd) };
}

function checkPreset(library: Library, preset: string | undefined): void {
  const presets = library.listPresets('en').map(({ id }) => id);
  if (preset === undefined || presets.includes(preset)) return;
  throw new UserError('unknown_preset', { id: preset, suggestion: suggest(preset, presets) });
}

/** The files in the order of their roles. */
function filesNamed(operands: readonly string[], values: OptionValues): LoadRequest['files'] {
  return [
    ...operands.map((path) => ({ path })),
    ...(values.deals ?? []).map((path) => ({ path, role: 'deals' as const })),
    ...(values.customers ?? []).map((path) => ({ path, role: 'customers' as const })),
    ...(values.leads ?? []).map((path) => ({ path, role: 'leads' as const })),
    ...(values.orders ?? []).map((path) => ({ path, role: 'orders' as const })),
    ...(values.subscriptions ?? []).map((path) => ({ path, role: 'subscriptions' as const })),
    ...(values.history ?? []).map((path) => ({ path, role: 'history' as const })),
    ...(values.lookup ?? []).map((path) => ({ path, role: 'lookup' as const })),
  ];
}

/** Throws where standard input cannot serve. */
function requireOneStdin(files: LoadRequest['files'], values: OptionValues, { machine }: Session): void {
  const paths = [...files.map(({ path }) => path), ...(values.earlier ?? [])];
  const fromStdin = paths.filter((path) => path === '-').length;
  if (fromStdin > 1) throw new UserError('stdin_twice', {});
  if (fromStdin === 1 && machine.stdin.isTTY === true) throw new UserError('stdin_is_terminal', {});
}

/**
 * One large file of which another thread begins to read while the library is loaded, which takes as long as reading a third
 * of a million rows. What conditions and rules read only the library knows: files that are asked with them come later.
 */
async function begunAhead(
  settings: Settings,
  files: LoadRequest['files'],
  asked: Pick<LoadRequest, 'by' | 'leaveTexts'>,
): Promise<ReadAhead | null> {
  const [file, ...others] = files;
  const conditions = conditionsOf(settings);
  if (file === undefined || file.path === '-' || others.length > 0 || Object.keys(conditions).length > 0) return null;
  const size = await statFile(file.path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );
  if (size < TWO_THREADS_FROM) return null;
  const { readAhead } = await import('../ahead/read-ahead.js');
  return readAhead({ ...loadRequest({ settings, files, conditions, ahead: null }), ...asked });
}

/** Refuses a call without a file. */
export function requireFiles({ files }: Prepared, name: string): void {
  if (files.length > 0) return;
  const operand = { en: 'a file, or - for standard input', fa: 'یک فایل، یا - برای ورودی استاندارد' };
  throw new UserError('missing_operand', { command: `kpi ${name}`, operand });
}

function conditionsOf(settings: Settings): Prepared['conditions'] {
  return given({ where: settings.where, custom: customOf(settings) });
}

/** The user's own rules as the library takes them; undefined where there are none. */
function customOf(settings: Settings): LoadRequest['custom'] {
  const { customRules: rules, columns, unique, unexpectedColumns, expect } = settings;
  const custom = given({ rules, columns, unique, unexpectedColumns, expect });
  return Object.keys(custom).length > 0 ? custom : undefined;
}

/** How the files are to be read. */
export function loadRequest({
  settings,
  files,
  conditions,
  ahead,
}: Pick<Prepared, 'settings' | 'files' | 'conditions' | 'ahead'>): LoadRequest {
  const { mapping, stages } = settings;
  return {
    files,
    ...conditions,
    ...given(scoped(settings, 'load')),
    mapping: mapping.said,
    standing: mapping.standing,
    stages: stages.said,
    standingStages: stages.standing,
    ...(ahead === null ? {} : { ahead }),
  };
}

/** What is to be computed. */
export function reportRequest({ settings, today, lang, conditions, rates }: Prepared): ReportRequest {
  return {
    today,
    lang,
    ...conditions,
    ...given(scoped(settings, 'report')),
    settings: given(scoped(settings, 'figures')),
    ...(rates === null ? {} : { rates }),
  };
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what was left out: the library tells "not given" by the key that is not there. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}

const DAY_MS = 86_400_000;

/** The civil day (days since 1970-01-01) of an instant in a zone, whatever the machine's own zone and locale are. */
export function civilDayOf(instant: number, timezone: string): number {
  // Spares the default its formatter, which takes 15 ms to load.
  if (timezone === 'UTC') return Math.floor(instant / DAY_MS);
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: timezone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: 'year' | 'month' | 'day'): number => parts.get(type) ?? Number.NaN;
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY_MS;
}

/** What a config says of the figures and sections of reports says nothing of a comparison. */
export function compareRequest(prepared: Prepared): CompareRequest {
  const { where, calendar, custom, period, lang, by, settings, rates, fiscalYearStart, samples, taken } =
    reportRequest(prepared);
  return given({ where, calendar, custom, period, lang, by, settings, rates, fiscalYearStart, samples, taken });
}
