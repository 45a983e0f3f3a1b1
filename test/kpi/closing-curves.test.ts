import { describe, expect, it } from 'vitest';
import { type ClosingCurves, closingCurves, type NoCurves } from '../../src/kpi/closing-curves.js';
import { DEFAULT_SETTINGS } from '../../src/kpi/definition.js';
import type { Deals } from '../../src/model/deals.js';
import { incidenceAt } from '../../src/stats/survival/aalen-johansen.js';
import { dealsOf } from '../support/deals.js';
import { questionOf } from '../support/question.js';

const DAY_OF = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);

/** Deals of so many days each, all created on 1 January; an open one is as old as the snapshot. */
function lasting(parts: readonly (readonly [outcome: string, days: number, times: number])[]): Deals {
  const rows = parts.flatMap(([outcome, days, times]) =>
    Array.from({ length: times }, (_, i) => `${outcome}${days}.${i} ${outcome} ${DAY_OF(0)} ${DAY_OF(days)}`),
  );
  return dealsOf(['id outcome created_at closed_at', ...rows].join('\n'));
}

const curvesOf = (deals: Deals, more = {}): ClosingCurves | NoCurves => closingCurves(questionOf(deals, more));

describe('curves of what becomes of deals', () => {
  it('are shares where all are closed, with the age that they are read to and what is to be said', () => {
    const found = curvesOf(
      lasting([
        ['won', 10, 12],
        ['lost', 30, 8],
      ]),
    ) as ClosingCurves;
    expect([found.reach, found.open]).toEqual([30, 0]);
    expect(incidenceAt(found.curves, 1, 30)).toBeCloseTo(0.6, 12);
    expect(found.notes.map(({ code }) => code)).toEqual(['curve_end', 'none_open']);
  });

  it.each([
    ['nothing is closed', [['open', 5, 30]], 'no_closed_deals'],
    ['none is lost in the file', [['won', 5, 30]], 'no_lost_deals_in_file'],
    ['none is won in the file', [['lost', 5, 30]], 'no_won_deals_in_file'],
    [
      'under 20 are closed',
      [
        ['won', 5, 12],
        ['lost', 5, 7],
        ['open', 1, 50],
      ],
      'few_closings',
    ],
    [
      'under 10 are won',
      [
        ['won', 5, 9],
        ['lost', 5, 70],
      ],
      'few_closings',
    ],
  ] as const)('are none where %s', (_, parts, reason) => {
    expect(curvesOf(lasting(parts))).toMatchObject({ reason });
  });

  it('ask for no wins where only closing matters, and take the word of who vouches for the file', () => {
    const few = questionOf(
      lasting([
        ['won', 5, 9],
        ['lost', 5, 70],
      ]),
    );
    expect(closingCurves(few, { wins: false })).not.toHaveProperty('reason');
    const winners = questionOf(lasting([['won', 5, 30]]), { settings: { ...DEFAULT_SETTINGS, assumeComplete: true } });
    expect(closingCurves(winners)).toMatchObject({ open: 0 });
  });

  it('are none without both dates', () => {
    const undated = dealsOf(
      [
        'id outcome created_at closed_at',
        ...Array.from({ length: 30 }, (_, i) => `${i} won . 2024-01-0${1 + (i % 9)}`),
      ].join('\n'),
    );
    expect(curvesOf(undated)).toMatchObject({ reason: 'no_dated_deals' });
  });
});
