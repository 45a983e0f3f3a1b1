import { describe, expect, it } from 'vitest';
import { stageLeak } from '../../../src/insight/catalogue/stage-leak.js';
import { say } from '../../../src/locale/say.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const deals = (...parts: string[]) => dealsOf(['outcome status stage probability amount', ...parts].join('\n'));
const OPEN = 'open Open Lead 0.1 5\nopen Open Offer 0.7 5\nwon Won Offer . 100';

describe('stage_leak', () => {
  it('names the stage where it loses more than the next beyond chance', () => {
    const [found] = find(stageLeak, deals(OPEN, times(40, 'lost Lost Lead . 100'), times(60, 'lost Lost Offer . 300')));
    expect(found && say(found.title, 'en')).toBe('Most value is lost at the stage Offer');
    expect(found).toMatchObject({ severity: 'risk', impact: 18_000, n: 100 });
    expect(found?.rows()).toHaveLength(60);
    // 18,000 − 4,000 ± 1.96 · √(60 · 300² + 40 · 100²) = 14,000 ± 4,720.
    expect(found?.interval?.low).toBeCloseTo(9_280, -1);
    expect(found?.interval?.high).toBeCloseTo(18_720, -1);
    expect(found?.evidence).toMatchObject({ stage: 'Offer', lost: 60, lostValue: 18_000, nextStage: 'Lead' });
  });

  it('names none where the difference could be chance', () => {
    expect(find(stageLeak, deals(OPEN, times(40, 'lost Lost Lead . 100'), times(21, 'lost Lost Offer . 200')))).toEqual(
      [],
    );
  });

  it('is silent with few deals, one stage, or where the file does not show at which stage deals were lost', () => {
    expect(find(stageLeak, deals(OPEN, times(5, 'lost Lost Lead . 100'), times(20, 'lost Lost Offer . 900')))).toEqual(
      [],
    );
    expect(find(stageLeak, deals('open Open Lead 0.1 5', times(40, 'lost Lost Lead . 100')))).toEqual([]);
    const now = dealsOf(
      ['outcome stage probability amount', 'open Lead 0.1 5', 'open Offer 0.7 5', times(60, 'lost Lost . 100')].join(
        '\n',
      ),
    );
    expect(find(stageLeak, now)).toEqual([]);
  });
});
