/** The larger parts of the config's schema, which the declarations name and only `schema.ts` makes. */
import type { z } from 'zod';
import type { ConfigColumn, ConfigUnique } from './column-schema.js';
import type { ConfigCustomRule } from './custom-schema.js';
import type { ConfigExpect } from './expect-schema.js';
import type { ConfigLimits, RuleSeverity } from './limit-schema.js';
import type { ConfigTargets } from './target-schema.js';

/** A severity, or an object with thresholds and the rule's own parameters. */
export type ConfigRule = RuleSeverity | (ConfigLimits & { readonly [parameter: string]: unknown });

export interface SchemaParts {
  readonly kpi: () => z.ZodType<string>;
  readonly preset: () => z.ZodType<string>;
  readonly rules: () => z.ZodType<Readonly<Record<string, ConfigRule>>>;
  readonly customRules: () => z.ZodType<readonly ConfigCustomRule[]>;
  readonly columns: () => z.ZodType<Readonly<Record<string, ConfigColumn>>>;
  readonly unique: () => z.ZodType<ConfigUnique>;
  readonly unexpectedColumns: () => z.ZodType<RuleSeverity>;
  readonly expect: () => z.ZodType<ConfigExpect>;
  readonly targets: () => z.ZodType<NonNullable<ConfigTargets['targets']>>;
  readonly quotas: () => z.ZodType<NonNullable<ConfigTargets['quotas']>>;
  readonly margin: () => z.ZodType<number>;
  readonly lifespan: () => z.ZodType<number>;
  readonly rates: () => z.ZodType<NonNullable<ConfigTargets['rates']>>;
}
