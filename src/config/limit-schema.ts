/** How many violations a rule tolerates, as the config says it. */
import { z } from 'zod';
import type { Text } from '../locale/text.js';

export const RULE_SEVERITIES = ['error', 'warn', 'info', 'off'] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

export interface ConfigLimits {
  readonly severity?: RuleSeverity;
  readonly maxViolations?: number;
  readonly maxRate?: number;
  readonly warn?: number | string;
  readonly fail?: number | string;
}

export const LIMIT_EXPECTED = {
  limit: {
    en: 'a whole number, 0 or more, or a share such as 1%',
    fa: 'عددی صحیح، 0 یا بیشتر، یا سهمی مانند 1%',
  },
} as const satisfies Record<string, Text>;

const limit = z.union(
  [z.int('limit').min(0, 'limit'), z.string('limit').regex(/^(?:100|\d{1,2}(?:\.\d+)?)\s*%$/, 'limit')],
  'limit',
);

/** The keys that say what becomes of violations: one limit with a severity, or two. */
export const limitShape = {
  severity: z.enum(RULE_SEVERITIES, 'severity').optional(),
  maxViolations: z.int('count').min(0, 'count').describe('more violations than this fail').optional(),
  maxRate: z.number('share').min(0, 'share').max(1, 'share').describe('a greater share than this fails').optional(),
  warn: limit.describe('more than so many, or than a share such as 1%, are a warning').optional(),
  fail: limit.describe('more than so many, or than a share such as 5%, are an error').optional(),
};
