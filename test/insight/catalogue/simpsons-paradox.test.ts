import { describe, expect, it } from 'vitest';
import { simpsonsParadox } from '../../../src/insight/catalogue/simpsons-paradox.js';
import { say } from '../../../src/locale/say.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const table = (enterprise: string): ReturnType<typeof dealsOf> =>
  dealsOf(
    [
      'source outcome closed_at amount',
      times(24, 'SMB won 2024-02-01 500'),
      times(56, 'SMB lost 2024-02-01 .'),
      times(2, 'ENT won 2024-02-01 500'),
      times(18, 'ENT lost 2024-02-01 .'),
      times(13, 'SMB won 2024-05-01 500'),
      times(27, 'SMB lost 2024-05-01 .'),
      enterprise,
    ].join('\n'),
  );
const QUARTERS = { period: '2024-Q2', before: '2024-Q1', by: ['source'] } as const;

describe('simpsons_paradox', () => {
  it('sees that the total fell from 26 % to 20 % although both segments rose', () => {
    const deals = table(`${times(7, 'ENT won 2024-05-01 500')}\n${times(53, 'ENT lost 2024-05-01 .')}`);
    const [found, ...more] = find(simpsonsParadox, deals, QUARTERS);
    expect(more).toEqual([]);
    expect(found?.severity).toBe('info');
    expect(found?.evidence['mix']).toBeCloseTo(-0.0816667, 7);
    expect(found?.evidence['rate']).toBeCloseTo(0.0216667, 7);
    expect(found?.n).toBe(200);
    // 20 of 100 less 26 of 100, Newcombe 1998 method 10: Wilson ends (0.1334, 0.2888) and (0.1840, 0.3536).
    expect(found?.interval?.low).toBeCloseTo(-0.06 - Math.hypot(0.2 - 0.1334, 0.3536 - 0.26), 3);
    expect(found?.interval?.high).toBeCloseTo(-0.06 + Math.hypot(0.2888 - 0.2, 0.26 - 0.184), 3);
    expect(found && say(found.title, 'en')).toBe('The win rate fell, yet it rose for every source');
    expect(found?.impact).toBeNull();
  });

  it('is silent where one segment fell too, and where one is small', () => {
    const fell = table(`${times(5, 'ENT won 2024-05-01 500')}\n${times(55, 'ENT lost 2024-05-01 .')}`);
    expect(find(simpsonsParadox, fell, QUARTERS)).toEqual([]);
    const small = table(`${times(3, 'ENT won 2024-05-01 500')}\n${times(16, 'ENT lost 2024-05-01 .')}`);
    expect(find(simpsonsParadox, small, QUARTERS)).toEqual([]);
  });
});
