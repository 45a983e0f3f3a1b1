import { expect, it } from 'vitest';
import { insights } from '../../src/insight/catalogue/index.js';
import { nextStepOf } from '../../src/insight/next-steps.js';
import { actionText } from '../../src/locale/actions.js';

it('every kind of insight says what to do, in both languages, and a command to see it with', () => {
  for (const { id } of insights) {
    const next = nextStepOf(id, { evidence: { field: 'City, State', where: 'owner = "A"', difference: -0.1 } });
    expect(['report', 'deals', 'explain']).toContain(next?.command[0]);
    for (const lang of ['en', 'fa'] as const) {
      expect(next === null ? '' : actionText(next.action.code, next.action.args, lang)).toMatch(/\.$/);
    }
  }
  expect(nextStepOf('simpsons_paradox', { evidence: { field: 'City, State' } })?.command).toEqual([
    'report',
    '--by',
    '"City, State"',
  ]);
});
