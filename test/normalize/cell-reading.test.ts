import { describe, expect, it } from 'vitest';
import { isoDay, NO_DAY } from '../../src/model/civil-day.js';
import { textColumn } from '../../src/model/text-column.js';
import { cellReading } from '../../src/normalize/cell-reading.js';
import { utcDay } from '../../src/normalize/parse/date.js';

const days = (cells: string[], settings: Partial<Parameters<typeof cellReading>[0]> = {}): string[] =>
  Array.from(cellReading({ zone: utcDay, ...settings }).days(textColumn(cells)), (day) =>
    day === NO_DAY ? '' : isoDay(day),
  );

describe('reading a column that no field was taken from', () => {
  it('decides the decimal sign over the whole column', () => {
    const { numbers } = cellReading({ zone: utcDay });
    expect([...numbers(textColumn(['1.234', '5,5', 'n/a', 'x']))]).toEqual([1234, 5.5, Number.NaN, Number.NaN]);
    expect([...numbers(textColumn(['1.234', '12500']))]).toEqual([1.234, 12_500]);
    const german = cellReading({ zone: utcDay, decimal: ',' });
    expect([...german.numbers(textColumn(['1.234']))]).toEqual([1234]);
  });

  it('takes per cents for shares', () => {
    const { ratios } = cellReading({ zone: utcDay });
    expect([...ratios(textColumn(['10%', '50', '']))]).toEqual([0.1, 0.5, Number.NaN]);
    expect([...ratios(textColumn(['0.1', '1']))]).toEqual([0.1, 1]);
  });

  it('decides the order of day and month by its own cells, the user, or the dates beside it', () => {
    expect(days(['31/01/2025', '05/02/2025'])).toEqual(['2025-01-31', '2025-02-05']);
    expect(days(['05/02/2025'], { dateOrder: 'dmy' })).toEqual(['2025-02-05']);
    expect(days(['05/02/2025'], { sibling: 'dmy' })).toEqual(['2025-02-05']);
    expect(days(['05/02/2025'], { sibling: 'mdy' })).toEqual(['2025-05-02']);
    expect(days(['۱۴۰۳/۱۲/۲۹', '-'])).toEqual(['2025-03-19', '']);
  });
});
