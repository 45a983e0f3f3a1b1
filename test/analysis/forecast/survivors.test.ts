import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { DEFAULT_SETTINGS } from '../../../src/kpi/definition.js';
import { day, dealsOf } from '../../support/deals.js';
import { questionOf } from '../../support/question.js';

const AS_OF = day('2024-12-31');
const options = { horizon: 3, calendar: { calendar: 'gregorian' } } as const;

/** Two wins a month of 2024, each after ten days, or on its own day. */
const won = (days: number) =>
  Array.from({ length: 24 }, (_, at) => {
    const month = String(Math.floor(at / 2) + 1).padStart(2, '0');
    return `won 2024-${month}-${days === 0 ? '15' : '05'} 2024-${month}-15 100`;
  });

function reasonOf(rows: readonly string[], assumeComplete = false): string | null {
  const deals = dealsOf(`outcome created_at closed_at amount\n${rows.join('\n')}`);
  const settings = { ...DEFAULT_SETTINGS, assumeComplete };
  const found = forecastOf(questionOf(deals, { asOf: AS_OF, dataEnd: AS_OF, settings }), options);
  return typeof found === 'string' ? found : null;
}

describe('a file of the deals that were won', () => {
  it('has no forecast: every open deal would be won, and so in every forecast of the past', () => {
    expect(reasonOf([...won(10), 'open 2024-12-01 . 100'])).toBe('no_lost_deals_in_file');
    expect(reasonOf(won(10))).toBe('no_lost_deals_in_file');
  });

  it('has one where somebody vouches for it, where a deal was lost, and where nothing was ever open, as of orders', () => {
    expect(reasonOf([...won(10), 'open 2024-12-01 . 100'], true)).toBeNull();
    expect(reasonOf([...won(10), 'open 2024-12-01 . 100', 'lost 2024-06-01 2024-06-20 100'])).toBeNull();
    expect(reasonOf(won(0))).toBeNull();
  });
});
