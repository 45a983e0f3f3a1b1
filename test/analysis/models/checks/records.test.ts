import { describe, expect, it } from 'vitest';
import {
  enteredWhenBegun,
  lossesTold,
  reallyOpen,
  trueDates,
  wholeHistory,
} from '../../../../src/analysis/models/checks/records.js';
import { dealDurations } from '../../../../src/kpi/durations.js';
import { ALL_TIME } from '../../../../src/model/period.js';
import { day, dealsOf, SIXTEEN_AS_OF, sixteenDeals } from '../../../support/deals.js';
import { questionOf } from '../../../support/question.js';

const NOW = { period: ALL_TIME, asOf: SIXTEEN_AS_OF, dataEnd: SIXTEEN_AS_OF };
const durations = (deals: ReturnType<typeof dealsOf>) => dealDurations(deals.all(), NOW, null);

describe('of the sixteen deals', () => {
  const sixteen = sixteenDeals();

  it('one open deal, 120 days old, is older than any that closed: D10 took 100 days', () => {
    expect(reallyOpen(durations(sixteen))).toEqual({
      holds: false,
      evidence: { code: 'open_beyond_closing', args: { older: 1, open: 4, days: 100 } },
    });
  });

  it('four of eleven that closed are lost, all with a date', () => {
    expect(lossesTold(durations(sixteen))).toEqual({
      holds: true,
      evidence: { code: 'losses_of_closed', args: { lost: 4, closed: 11, undated: 0 } },
    });
  });

  it('one of twelve was created on the day it closed: D09', () => {
    expect(enteredWhenBegun(questionOf(sixteen))).toEqual({
      holds: true,
      evidence: { code: 'closed_on_creation', args: { same: 1, closed: 12 } },
    });
  });

  it('no day has two closings', () => {
    expect(trueDates(questionOf(sixteen))).toMatchObject({ holds: true, evidence: { args: { n: 1, usual: 1 } } });
  });
});

it('a clean-up is a day with many times the closings of another', () => {
  const rows = [
    ...Array.from({ length: 30 }, (_, at) => `A${at} lost 2024-01-01 2024-06-30`),
    ...Array.from({ length: 10 }, (_, at) => `B${at} won 2024-01-01 2024-02-${10 + at}`),
  ];
  const found = trueDates(questionOf(dealsOf(`id outcome created_at closed_at\n${rows.join('\n')}`)));
  expect(found).toEqual({
    holds: false,
    evidence: { code: 'busiest_day', args: { day: '2024-06-30', n: 30, usual: 1 } },
  });
});

it('nothing is told where nothing has closed', () => {
  const open = dealsOf(`id outcome created_at closed_at
                        A  open    2024-01-01 .`);
  expect(reallyOpen(durations(open)).holds).toBeNull();
  expect(lossesTold(durations(open)).holds).toBeNull();
  expect(trueDates(questionOf(open)).holds).toBeNull();
  expect(enteredWhenBegun(questionOf(open)).holds).toBeNull();
});

it('a file whose closings begin late is not whole', () => {
  expect(wholeHistory(null).holds).toBe(true);
  expect(wholeHistory(day('2024-03-01'))).toMatchObject({ holds: false, evidence: { args: { day: '2024-03-01' } } });
});
