import { describe, expect, it } from 'vitest';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();
const inspect = (...args: string[]) =>
  JSON.parse(kpi(['inspect', 'deals.csv', '--format', 'json', ...args], { cwd: place.path }).stdout);

/** The field that a column was taken for. */
const fieldOf = (document: { sources: { columns: { column: string; field: string | null }[] }[] }, name: string) =>
  document.sources[0]?.columns.find(({ column }) => column === name)?.field;

describe('kpi inspect', () => {
  it('shows every column with the field it was taken for', () => {
    const document = inspect();
    expect(document.sources).toHaveLength(1);
    expect(document.sources[0].columns).toHaveLength(8);
    expect(fieldOf(document, 'Amount')).toBe('amount');
    expect(fieldOf(document, 'Deal owner')).toBe('owner');
  });

  it('tries a mapping and a stage', () => {
    const document = inspect('--map', 'source=Deal owner', '--stage', 'Negotiation=won');
    expect(fieldOf(document, 'Deal owner')).toBe('source');
    const stages: { value: string; outcome: string }[] = document.sources[0].stages;
    expect(stages.find(({ value }) => value === 'Negotiation')?.outcome).toBe('won');
  });
});
