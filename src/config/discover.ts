import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { namesIn, readWholeFile, statFile } from '../disk/open.js';
import { UserError } from '../errors/user-error.js';
import { SETTINGS } from './catalogue/index.js';
import type { SettingDefinition } from './definition.js';
import type { Config } from './schema.js';

/** The names a config file may have. */
export const CONFIG_NAMES = ['kpi.config.yaml', 'kpi.config.yml', 'kpi.config.json'] as const;
/** A config is written by hand; more than this is some other file. */
const LARGEST = 1_000_000;

/** A config and where it came from; `file` is null when there is none. */
export interface FoundConfig {
  /** As messages name it: relative to the working folder. */
  readonly file: string | null;
  readonly config: Config;
}

export interface Discovery {
  readonly cwd: string;
  /** Nothing above the home folder is looked at. */
  readonly home: string | undefined;
  /** `--config`: this file and no other. */
  readonly explicit?: string | undefined;
}

/** Finds and reads the config. Throws `config_…` errors (exit 2). Without a config file it costs a few `readdir`. */
export async function discoverConfig({ cwd, home, explicit }: Discovery): Promise<FoundConfig> {
  const file = explicit ?? (await findConfig(cwd, home));
  if (file === null) return { file, config: {} };
  const content = await readText(resolve(cwd, file), file);
  const [{ readConfig }, { configSchema }, { ownRuleIds }, { KNOWN }] = await Promise.all([
    import('./read.js'),
    import('./schema.js'),
    import('./custom-schema.js'),
    import('./known.js'),
  ]);
  return {
    file,
    config: beside(
      file,
      readConfig(file, content, (value) => configSchema({ ...KNOWN, own: ownRuleIds(value) })),
    ),
  };
}

/** A config whose paths count from the working folder, as those of the command line do. */
function beside(file: string, config: Config): Config {
  const here = (path: string): string => (isAbsolute(path) ? path : join(dirname(file), path));
  const inside = (prefix: string, values: object): object =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]: [string, unknown]) => {
        const key = `${prefix}${name}`;
        if (typeof value === 'string') return [name, RELATIVE.has(key) ? here(value) : value];
        const isSection = typeof value === 'object' && value !== null && prefix === '' && SECTIONS.has(key);
        return [name, isSection ? inside(`${key}.`, value) : value];
      }),
    );
  return inside('', config);
}

const KEYS = Object.values<SettingDefinition>(SETTINGS).flatMap(({ config }) => config ?? []);
const RELATIVE = new Set(KEYS.filter(({ relative }) => relative === true).map(({ key }) => key));
const SECTIONS = new Set([...RELATIVE].flatMap((key) => (key.includes('.') ? key.slice(0, key.indexOf('.')) : [])));

/**
 * The nearest config file from a folder upward, relative to that folder, or null. The search ends at the root of a git
 * repository, at the home folder and at the file system's root. Two config files in one folder are refused.
 */
export async function findConfig(cwd: string, home: string | undefined): Promise<string | null> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const entries: readonly string[] = await namesIn(folder).catch(() => []); // a folder we may not list has none for us
    const files = CONFIG_NAMES.filter((name) => entries.includes(name));
    const [file] = files;
    if (files.length > 1) throw new UserError('config_ambiguous', { folder: relative(cwd, folder) || '.', files });
    if (file !== undefined) return relative(cwd, join(folder, file));
    if (entries.includes('.git') || folder === home || dirname(folder) === folder) return null;
  }
}

async function readText(path: string, file: string): Promise<string> {
  try {
    const entry = await statFile(path);
    if (entry.isFile() && entry.size > LARGEST)
      throw new UserError('config_unreadable', { file, cause: 'larger than 1 MB' });
    return new TextDecoder('utf-8', { fatal: true }).decode(await readWholeFile(path));
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    const cause = error instanceof TypeError ? 'not UTF-8' : error.message.replace(/, \w+( '.*)?$/s, '');
    throw new UserError('config_unreadable', { file, cause }, {}, { cause: error });
  }
}
