/** What a config file may contain, as a zod schema made of the settings: validates the file, printed by `kpi schema config`. */
import { z } from 'zod';
import type { Text } from '../locale/text.js';
import { CONFIG_SECTIONS, SETTINGS } from './catalogue/index.js';
import { customShape } from './custom-schema.js';
import { CUSTOM_EXPECTED } from './custom-words.js';
import type { ConfigKey, SettingDefinition, WrittenOf } from './definition.js';
import { limitShape, RULE_SEVERITIES } from './limit-schema.js';
import type { ConfigRule, SchemaParts } from './schema-parts.js';
import { TARGET_EXPECTED, targetShape } from './target-schema.js';

type Settings = typeof SETTINGS;
type KeyOf<S> = S extends { readonly config: { readonly key: infer K extends string } } ? K : never;
type ByKey = { readonly [Id in keyof Settings as KeyOf<Settings[Id]>]: WrittenOf<Settings[Id]> };
type First<K> = K extends `${infer Section}.${string}` ? Section : K;

/** A config file's content. Every key may be left out. */
export type Config = {
  readonly [K in First<keyof ByKey>]?: K extends keyof ByKey
    ? ByKey[K]
    : { readonly [Inner in keyof ByKey as Inner extends `${K & string}.${infer Rest}` ? Rest : never]?: ByKey[Inner] };
};

/** What a parameter of a rule may be. */
interface OwnParameter {
  readonly means: string;
  readonly kind: 'whole' | 'number' | 'texts';
  readonly least?: number;
  readonly most?: number;
}

/** The names a config may use: ids of the catalogues, and the parameters that a rule takes. */
export interface KnownNames {
  readonly kpis: readonly string[];
  /** KPI → unit, for what a target of it may be. */
  readonly units?: Readonly<Record<string, string>>;
  /** KPIs that add up over time. */
  readonly adding?: readonly string[];
  readonly presets: readonly string[];
  readonly rules: readonly {
    readonly id: string;
    readonly params?: Readonly<Record<string, OwnParameter>> | undefined;
  }[];
  /** Ids of the rules that the file itself makes. */
  readonly own?: readonly string[];
}

/** What values within larger parts should have been, by the code that the schema gives as its message. */
const SHARED_EXPECTED = {
  section: { en: 'keys and values, indented below it', fa: 'کلید و مقدار، با تورفتگی در زیر آن' },
  text: { en: 'a text (in quotes if it looks like a number)', fa: 'متن (اگر شبیه عدد است، در گیومه)' },
  yes_no: { en: 'true or false', fa: 'true یا false' },
  list: { en: 'a list, such as [owner, source]', fa: 'فهرست، مانند [owner, source]' },
  kpi: { en: 'a KPI of `kpi list kpis`', fa: 'شاخصی از `kpi list kpis`' },
  preset: { en: 'a preset of `kpi list presets`', fa: 'پیش‌تنظیمی از `kpi list presets`' },
  severity: { en: 'error, warn, info or off', fa: 'error، warn، info یا off' },
  rule: {
    en: 'error, warn, info or off, or an object with severity, maxViolations, maxRate, or with warn and fail',
    fa: 'error، warn، info یا off، یا شیئی با severity، maxViolations، maxRate، یا با warn و fail',
  },
  count: { en: 'a whole number, 0 or more', fa: 'عدد صحیح، 0 یا بیشتر' },
  share: { en: 'a share from 0 to 1', fa: 'سهمی از 0 تا 1' },
  currency: { en: 'a three-letter code, such as EUR', fa: 'کدی سه‌حرفی، مانند EUR' },
  ...CUSTOM_EXPECTED,
  ...TARGET_EXPECTED,
} as const satisfies Record<string, Text>;

const declared: readonly SettingDefinition[] = Object.values(SETTINGS);
/** Before the key of a setting: the message that its own words belong to. No code of the larger parts begins so. */
const OWN = '@';

/** What a value should have been, by the message of an issue: sentences are made in the reader's language. */
export function expectedBy(message: string): Text | undefined {
  if (message.startsWith(OWN)) return declared.find(({ config }) => config?.key === message.slice(1))?.config?.expected;
  return Object.hasOwn(SHARED_EXPECTED, message) ? SHARED_EXPECTED[message as keyof typeof SHARED_EXPECTED] : undefined;
}

const text = (): z.ZodString => z.string('text').min(1, 'text');

/** The schema for given catalogues. Everything is optional: nothing needs to be said for a report. */
export function configSchema(known: KnownNames): z.ZodType<Config> {
  const parts = schemaParts(known);
  const shape: Record<string, z.ZodType> = {};
  const sections = new Map<string, Record<string, z.ZodType>>();
  for (const { config, summary } of declared) {
    if (config === undefined) continue;
    const [name = '', inner] = config.key.split('.');
    const schema = schemaOf(config, summary, parts).optional();
    if (inner === undefined) shape[name] = schema;
    else {
      const section = sections.get(name) ?? {};
      section[inner] = schema;
      sections.set(name, section);
      shape[name] = z.strictObject(section, 'section').optional(); // the last one has every key
    }
  }
  for (const [name, about] of Object.entries(CONFIG_SECTIONS))
    shape[name] = shape[name]?.describe(about.en) ?? z.never();
  return z.strictObject(shape, 'section') as unknown as z.ZodType<Config>;
}

function schemaOf(config: ConfigKey, summary: Text, parts: SchemaParts): z.ZodType {
  const schema = config.schema({ z, parts, text, own: `${OWN}${config.key}` });
  return schema.describe((config.summary ?? summary).en);
}

function schemaParts(known: KnownNames): SchemaParts {
  const own = customShape(known.rules.map(({ id }) => id));
  const targets = targetShape(
    known.kpis.map((id) => ({ id, unit: known.units?.[id] ?? '', adds: known.adding?.includes(id) === true })),
  );
  const rules = [...known.rules, ...(known.own ?? []).map((id) => ({ id, params: undefined }))];
  return {
    kpi: () => z.enum(known.kpis, 'kpi'),
    preset: () => z.enum(known.presets, 'preset'),
    rules: () =>
      z.strictObject(
        Object.fromEntries(rules.map(({ id, params }) => [id, ruleSchema(params).optional()])),
        'section',
      ) as unknown as z.ZodType<Readonly<Record<string, ConfigRule>>>,
    ...own,
    ...targets,
  };
}

function ruleSchema(params: Readonly<Record<string, OwnParameter>> = {}): z.ZodType {
  const severity = z.enum(RULE_SEVERITIES, 'severity');
  const own = Object.entries(params).map(([name, one]) => [name, parameterSchema(one).describe(one.means).optional()]);
  const settings = z.strictObject({ ...limitShape, ...Object.fromEntries(own) }, 'section');
  return z.union([severity, settings], 'rule');
}

function parameterSchema({ kind, least = 0, most = Number.POSITIVE_INFINITY }: OwnParameter): z.ZodType {
  if (kind === 'texts') return z.array(z.string());
  const schema = (kind === 'whole' ? z.int() : z.number()).min(least);
  return most === Number.POSITIVE_INFINITY ? schema : schema.max(most);
}
