import { expect, it } from 'vitest';
import { insights } from '../../src/insight/catalogue/index.js';
import { nextStepOf } from '../../src/insight/next-steps.js';
import { say } from '../../src/locale/say.js';

const MONTHS = { judge: '2017-07', against: '2017-04', notAgainst: '2017-06' };

it('every kind of insight says what to do, in both languages, and a command to see it with', () => {
  for (const { id } of insights) {
    const next = nextStepOf(id, {
      evidence: { field: 'City, State', where: 'owner = "A"', difference: -0.1, ...MONTHS },
    });
    // Where nothing differs there is nothing to do.
    if (id === 'win_rates_alike') expect(next).toBeNull();
    else expect(['report', 'deals', 'explain']).toContain(next?.command[0]);
    for (const lang of ['en', 'fa'] as const) {
      if (next !== null) expect(say(next.action, lang)).toMatch(/\.$/);
    }
  }
  expect(nextStepOf('simpsons_paradox', { evidence: { field: 'City, State' } })?.command).toEqual([
    'report',
    '--by',
    '"City, State"',
  ]);
});
