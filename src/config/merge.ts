/** What the command line and the config say together. */
import { SETTINGS, type SettingId } from './catalogue/index.js';
import type { SettingDefinition, TypedOf, ValueOf } from './definition.js';
import type { Config } from './schema.js';

type All = typeof SETTINGS;

/** Every setting. What is left out is detected, or has its default. */
export type Settings = { readonly [Id in SettingId]: ValueOf<All[Id]> };

type FlagName<S> = S extends { readonly flag: { readonly name: infer N extends string } } ? N : never;

/** What was typed, parsed, by the names of the options; an option that was not given is not there. */
export type OptionValues = { readonly [Id in SettingId as FlagName<All[Id]>]?: TypedOf<All[Id]> };

/**
 * Settings of the command line over those of the config, each as its declaration says: mostly the command line's value
 * as a whole (`--by` replaces the config's breakdowns), mappings and stages name by name.
 *
 * @throws UserError of what only both can tell (`--target` of an unknown KPI, exit 2)
 */
export async function mergeSettings(values: OptionValues, config: Config): Promise<Settings> {
  const settings: Record<string, unknown> = {};
  for (const [id, { flag, config: key, merge }] of Object.entries<SettingDefinition>(SETTINGS)) {
    const typed = flag === undefined ? undefined : Reflect.get(values, flag.name);
    const written = key === undefined ? undefined : valueAt(config, key.key);
    settings[id] = merge === undefined ? (typed ?? written) : await merge(typed as never, written as never);
  }
  return settings as Settings;
}

function valueAt(config: Config, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), config);
}

type ScopeOf<S> = S extends { readonly scope: readonly (infer N)[] } ? N : never;
type InScope<N> = { readonly [Id in SettingId as N extends ScopeOf<All[Id]> ? Id : never]: Settings[Id] };

/** The settings that are part of a request of the library, under its names. */
export function scoped<const N extends ScopeOf<All[SettingId]>>(settings: Settings, scope: N): InScope<N> {
  const ids = Object.entries<SettingDefinition>(SETTINGS).filter(([, one]) => one.scope?.includes(scope) === true);
  return Object.fromEntries(ids.map(([id]) => [id, settings[id as SettingId]])) as unknown as InScope<N>;
}
