import { expect, it } from 'vitest';
import { defineRule, type Rule } from '../../src/quality/definition.js';

const said = {
  title: { en: 'x', fa: 'x' },
  condition: { en: 'x', fa: 'x' },
  fix: { en: 'x', fa: 'x' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  source: 'x',
  affects: [],
  examples: { accept: '', reject: '' },
} as const;

it('a rule reads the fields it declares, and a field it does not declare is no program', () => {
  const declared: Rule<'deal.x'> = defineRule({
    ...said,
    id: 'deal.x',
    needs: ['amount'],
    needsAny: ['account'],
    wants: ['owner'],
    check({ population }) {
      population.column('amount');
      population.column('account');
      population.column('owner');
      // @ts-expect-error `stage` is not declared
      population.column('stage');
      return { checked: 0, rows: new Uint32Array(0), describe: () => ({ args: { n: 1 } }) };
    },
    message: { en: ({ n }) => n.toFixed(0), fa: ({ n }) => n.toFixed(0) },
  });
  expect(declared.id).toBe('deal.x');
});

it('a message knows the arguments that the check gives it, and no others', () => {
  const rule = defineRule({
    ...said,
    id: 'deal.y',
    needs: [],
    check: () => ({ checked: 0, rows: new Uint32Array(0), describe: () => ({ args: { n: 1 } }) }),
    // @ts-expect-error there is no argument `m`
    message: { en: ({ n }) => String(n), fa: ({ m }) => String(m) },
  });
  expect(rule.message.en({ n: 1 })).toBe('1');
});
