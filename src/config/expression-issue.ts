import { z } from 'zod';
import { UserError } from '../errors/user-error.js';
import { checkExpression } from '../expression/compile.js';
import { parseExpression } from '../expression/parse.js';
import type { Text } from '../locale/text.js';

/** An expression that is wrong: what, and at which character of it. */
export interface ExpressionIssue {
  readonly detail: Text;
  /** Null where it was made of several values. */
  readonly at: number | null;
}

/** What is wrong with an expression, or null. */
export function expressionIssue(check: () => void): ExpressionIssue | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'invalid_expression') throw error;
    const { detail, at } = (error as UserError<'invalid_expression'>).args;
    return { detail, at };
  }
}

/** What is wrong with a condition, or null. */
export function conditionIssue(source: string): ExpressionIssue | null {
  return expressionIssue(() => {
    checkExpression(parseExpression(source));
  });
}

/** A text that is a condition whose parts fit together. */
export const condition = z.string('condition').superRefine((source, context) => {
  const params = conditionIssue(source);
  if (params !== null) context.addIssue({ code: 'custom', message: 'expression', params: { ...params } });
});
