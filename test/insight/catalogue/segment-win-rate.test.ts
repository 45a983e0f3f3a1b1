import { describe, expect, it } from 'vitest';
import { segmentWinRate } from '../../../src/insight/catalogue/segment-win-rate.js';
import { say } from '../../../src/locale/say.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const HEADER = 'owner outcome closed_at amount';
/** Ann wins 48 of 80, Bob 56 of 70: Newcombe 1998, table II: difference 0.0524 to 0.3339 (Bob less Ann). */
const TWO = dealsOf(
  [
    HEADER,
    times(48, 'Ann won 2024-03-01 1000'),
    times(32, 'Ann lost 2024-03-01 .'),
    times(56, 'Bob won 2024-03-01 2000'),
    times(14, 'Bob lost 2024-03-01 .'),
  ].join('\n'),
);

describe('segment_win_rate', () => {
  it('finds both sides of a difference that is no chance, with its interval', () => {
    const [ann, bob] = find(segmentWinRate, TWO, { by: ['owner'] });
    expect([ann?.severity, bob?.severity]).toEqual(['risk', 'opportunity']);
    expect(bob?.interval?.low).toBeCloseTo(0.0524, 4);
    expect(bob?.interval?.high).toBeCloseTo(0.3339, 4);
    expect(bob?.n).toBe(70);
    expect(bob?.evidence).toMatchObject({ field: 'owner', value: 'Bob', won: 56, closed: 70, where: 'owner = "Bob"' });
    // What Ann would have won at Bob's rate is no money that is there.
    expect([bob?.impact, ann?.impact]).toEqual([null, null]);
    expect(bob?.rows()).toHaveLength(70);
    expect(bob && say(bob.title, 'en')).toBe('owner = Bob wins more often than the others: 80.0 %');
    expect(bob && say(bob.detail, 'en')).toContain('56 of 70 deals won, against 60.0 % of 80 others: +20.0 pp');
  });

  it('says nothing of a segment under twenty deals, however it looks', () => {
    const few = dealsOf([HEADER, times(19, 'Ann won 2024-03-01 1'), times(40, 'Bob lost 2024-03-01 1')].join('\n'));
    expect(find(segmentWinRate, few, { by: ['owner'] })).toEqual([]);
  });

  it('holds back what is beyond chance alone but not among many: twenty owners, one at p = 0.03', () => {
    // Nineteen owners win 20 of 40; one wins 27 of 40: p ≈ 0.03 by itself, 0.6 among twenty.
    const owners = Array.from({ length: 19 }, (_, i) => [
      times(20, `O${i} won 2024-03-01 1`),
      times(20, `O${i} lost 2024-03-01 1`),
    ]);
    const odd = [times(27, 'Odd won 2024-03-01 1'), times(13, 'Odd lost 2024-03-01 1')];
    const deals = dealsOf([HEADER, ...owners.flat(), ...odd].join('\n'));
    expect(find(segmentWinRate, deals, { by: ['owner'] })).toEqual([]);
    const alone = dealsOf(
      [HEADER, ...(owners.flat().slice(0, 38) as string[]), ...odd].join('\n').replaceAll(/O\d+ /g, 'Rest '),
    );
    expect(find(segmentWinRate, alone, { by: ['owner'] })).toHaveLength(2);
  });

  it('says nothing of a difference under three points, however sure it is', () => {
    const many = dealsOf(
      [
        HEADER,
        times(5200, 'A won 2024-03-01 1'),
        times(4800, 'A lost 2024-03-01 1'),
        times(5000, 'B won 2024-03-01 1'),
        times(5000, 'B lost 2024-03-01 1'),
      ].join('\n'),
    );
    expect(find(segmentWinRate, many, { by: ['owner'] })).toEqual([]);
  });

  it('has no money where amounts are of several currencies, and no finding where the file has no lost deals', () => {
    const mixed = dealsOf(
      [
        `${HEADER} currency`,
        times(40, 'A won 2024-03-01 5 EUR'),
        times(20, 'A lost 2024-03-01 5 EUR'),
        times(20, 'B won 2024-03-01 5 USD'),
        times(40, 'B lost 2024-03-01 5 USD'),
      ].join('\n'),
    );
    const found = find(segmentWinRate, mixed, { by: ['owner'] });
    expect(found.map(({ impact }) => impact)).toEqual([null, null]);
    const won = dealsOf([HEADER, times(40, 'A won 2024-03-01 5'), times(30, 'B won 2024-03-01 5')].join('\n'));
    expect(find(segmentWinRate, won, { by: ['owner'] })).toEqual([]);
  });
});
