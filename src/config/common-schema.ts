/** What every rule of the user's own may say. */
import { z } from 'zod';
import { suggest } from '../locale/suggest.js';
import { condition } from './expression-issue.js';
import { type ConfigLimits, limitShape } from './limit-schema.js';

export const RULE_ROLES = ['deals', 'customers', 'leads', 'orders'] as const;

export interface ConfigCommon extends ConfigLimits {
  readonly on?: (typeof RULE_ROLES)[number];
  readonly when?: string;
  readonly message?: string;
  readonly optional?: boolean;
}

const PLACES = ['value', 'row', 'column'];

/** A sentence about a violation; what stands in braces must be known of one. */
const message = z
  .string('text')
  .min(1, 'text')
  .superRefine((sentence, context) => {
    const strange = [...sentence.matchAll(/\{(\w+)\}/g)].find(([, name = '']) => !PLACES.includes(name));
    if (strange === undefined) return;
    const near = suggest(strange[1] ?? '', PLACES);
    const detail = {
      en: `${strange[0]} stands for nothing; {value}, {row} and {column} do${near === null ? '' : `: did you mean {${near}}?`}`,
      fa: `${strange[0]} جای چیزی نمی‌نشیند؛ {value}، {row} و {column} می‌نشینند${near === null ? '' : `: منظورتان {${near}} بود؟`}`,
    };
    context.addIssue({ code: 'custom', message: 'expression', params: { detail, at: strange.index } });
  });

export const commonShape = {
  on: z.enum(RULE_ROLES, 'role').describe('the files that it is about (default: deals)').optional(),
  when: condition.describe('the records that it applies to; all when left out').optional(),
  message: message.describe('what a violation says; {value}, {row}, {column} are those of the violation').optional(),
  optional: z.boolean('yes_no').describe('the column need not be in a file').optional(),
  ...limitShape,
};
