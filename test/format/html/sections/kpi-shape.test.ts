import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../../src/format/html/sections/kpi-shape.js';
import type { Report } from '../../../../src/report/schema.js';
import { kpiEntry, REPORT } from '../../../support/documents.js';

type Point = Report['lines'][number]['points'][number];

function point(value: number | null, more: Partial<Point> = {}): Point {
  return {
    ...{ label: '2025-01', start: '2025-01-01', end: '2025-01-31', value, n: 20, interval: null },
    ...{ bounds: null, partial: false, byCurrency: null, previous: null },
    ...more,
  };
}

const CYCLE = kpiEntry({ id: 'sales_cycle', title: 'Sales cycle', unit: 'days', value: 50, n: 60 });
const WON = kpiEntry({ id: 'won_deals', title: 'Won deals', unit: 'count', value: 60, n: 60 });
const values = (entry: typeof CYCLE, report: Report): (number | null)[] | undefined =>
  shapeOf(entry, report)?.map(({ value }) => value);

describe('the course of a figure', () => {
  it('is that of its series, or of the lines beside the series', () => {
    const lined = {
      ...REPORT,
      series: [],
      lines: [{ kpi: 'sales_cycle', grain: 'month', points: [point(40), point(60)] }],
    };
    expect(values(CYCLE, lined)).toEqual([40, 60]);
    expect(values(WON, lined)).toBeUndefined();
  });

  it('leaves out what a period cuts of a sum, not of a mean, and empty ends', () => {
    const points = [point(null), point(3, { partial: true }), point(5), point(6)];
    const report = {
      ...REPORT,
      series: [],
      lines: ['sales_cycle', 'won_deals'].map((kpi) => ({ kpi, grain: 'month', points })),
    };
    expect(values(CYCLE, report)).toEqual([3, 5, 6]);
    expect(values(WON, report)).toEqual([5, 6]);
  });

  it('is not told of few records', () => {
    const report = {
      ...REPORT,
      series: [],
      lines: [{ kpi: 'sales_cycle', grain: 'month', points: [point(40), point(60)] }],
    };
    expect(shapeOf({ ...CYCLE, n: 19 }, report)).toBeNull();
  });
});
