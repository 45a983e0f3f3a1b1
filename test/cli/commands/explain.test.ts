import { describe, expect, it } from 'vitest';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();
const explain = (...args: string[]) => {
  const { status, stdout } = kpi(['explain', ...args, '--format', 'json'], { cwd: place.path });
  return { status, document: JSON.parse(stdout) };
};

describe('kpi explain', () => {
  it('needs no file for a definition', () => {
    const { status, document } = explain('win_rate');
    expect(status).toBe(0);
    expect(document).toMatchObject({ kind: 'kpi', id: 'win_rate', kpi: null, records: [] });
    expect(explain('deal.won_without_amount').document).toMatchObject({ kind: 'rule', id: 'deal.won_without_amount' });
  });

  it('needs no file for a model, or for a section that is made of models', () => {
    const { document } = explain('bg_nbd');
    expect(document).toMatchObject({ kind: 'model', id: 'bg_nbd', asOf: null, models: [{ id: 'bg_nbd', fit: null }] });
    expect(explain('survival').document).toMatchObject({
      kind: 'section',
      models: [{ id: 'kaplan_meier' }, { id: 'aalen_johansen' }, { id: 'log_rank' }],
    });
  });

  it('says which id was meant, of whatever there is', () => {
    const hint = (id: string): string => kpi(['explain', id], { cwd: place.path }).stderr;
    expect(hint('forcast')).toContain('Did you mean forecast?');
    expect(hint('kaplan')).toContain('Did you mean kaplan_meier?');
    expect(kpi(['explain', 'forcast'], { cwd: place.path }).status).toBe(2);
  });

  it('lists the records behind a figure, as many as asked', () => {
    // Three won of five closed: rows 2, 4 and 5 are in the numerator.
    const { document } = explain('win_rate', 'deals.csv');
    expect(document.kpi.value).toBe(0.6);
    const numerator = document.records.find(({ part }: { part: string }) => part === 'numerator');
    expect(numerator).toMatchObject({ total: 3 });
    expect(numerator.shown.map(({ row }: { row: number }) => row)).toEqual([2, 4, 5]);
    const one = explain('win_rate', 'deals.csv', '--max-rows', '1').document;
    expect(one.records[0]).toMatchObject({ shown: { length: 1 } });
    expect(explain('win_rate', 'deals.csv', '--rows', '--max-rows', '1').document).toEqual(document);
  });
});
