import { describe, expect, it } from 'vitest';
import { openAt, pointInTime } from '../../src/kpi/snapshot.js';
import { ALL_TIME } from '../../src/model/period.js';
import { day, dealsOf } from '../support/deals.js';
import { idsOf, period } from '../support/question.js';

const dataEnd = day('2024-12-31');

describe('pointInTime', () => {
  it('is the present without a period, at or after the newest date', () => {
    expect(pointInTime({ period: ALL_TIME, asOf: dataEnd, dataEnd })).toBeNull();
    expect(pointInTime({ period: ALL_TIME, asOf: dataEnd + 1, dataEnd })).toBeNull();
    expect(pointInTime({ period: ALL_TIME, asOf: dataEnd - 1, dataEnd })).toBe(dataEnd - 1);
  });

  it('is the last day of the period, or asOf where that is earlier', () => {
    expect(pointInTime({ period: period('2024-Q3'), asOf: dataEnd, dataEnd })).toBe(day('2024-09-30'));
    expect(pointInTime({ period: period('2024'), asOf: day('2024-05-05'), dataEnd })).toBe(day('2024-05-05'));
  });
});

describe('openAt', () => {
  const deals = dealsOf(`id outcome created_at closed_at
                         A  open    2024-01-01 .
                         B  won     2024-01-01 2024-07-01
                         C  lost    2024-01-01 2024-06-30
                         D  won     2024-01-01 .
                         E  open    .          .
                         F  open    2024-07-01 .`);
  const snapshot = (asked: string) => openAt(deals.all(), { period: period(asked), asOf: dataEnd, dataEnd });

  it('tells the open from those closed since, and from those nobody can tell', () => {
    const { open, closedSince, undatedClosed, undatedCreated } = snapshot('2024-Q2');
    expect([open, closedSince, undatedClosed, undatedCreated].map(({ rows }) => idsOf(rows, deals).join(''))).toEqual([
      'AB',
      'B',
      'D',
      'E',
    ]);
  });

  it('holds a deal until the day it was closed on, who knows how; nothing tells of one that ended on no day', () => {
    const unknown = dealsOf(`id outcome  created_at closed_at
                             A  excluded 2024-01-01 2024-07-01
                             B  excluded 2024-01-01 2024-06-30
                             C  excluded 2024-01-01 .`);
    const { open, closedSince, undatedClosed } = openAt(unknown.all(), {
      period: period('2024-Q2'),
      asOf: dataEnd,
      dataEnd,
    });
    expect([open, closedSince, undatedClosed].map(({ rows }) => idsOf(rows, unknown).join(''))).toEqual(['A', 'A', '']);
  });

  it('is found once per day', () => {
    expect(snapshot('2024-Q2').open).toBe(snapshot('2024-06').open);
    expect(snapshot('2024-Q2').open).not.toBe(snapshot('2024-Q3').open);
  });
});
