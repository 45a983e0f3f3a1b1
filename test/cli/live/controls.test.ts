import { describe, expect, it } from 'vitest';
import { commandFor, valuesFor } from '../../../src/cli/live/command-line.js';
import { controlsFor } from '../../../src/cli/live/controls.js';
import { openReading } from '../../../src/cli/live/reading.js';
import type { LiveControl } from '../../../src/format/definition.js';
import { parseQuery } from '../../../src/live/query.js';
import { callOf } from '../../support/live.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();

/** The controls of an address over six deals, by their names. */
async function controls(query: string, ...more: string[]): Promise<Record<string, LiveControl>> {
  const base = ['report', place.at('deals.csv'), ...more];
  const values = valuesFor(base, parseQuery(query));
  const session = () => callOf(base, place.path).session;
  const made = await openReading({ base, session, uses: () => {} }).make(commandFor(base, values), true);
  if (made === null) throw new Error('nothing was read');
  return Object.fromEntries(controlsFor(made, values).map((one) => [one.name, one]));
}

describe('the controls of a page', () => {
  it('are those of every page, empty where nothing is asked for', async () => {
    const found = await controls('');
    expect(Object.keys(found)).toEqual(['period', 'compare', 'by', 'kpi', 'where', 'grain', 'top', 'lang']);
    expect(Object.values(found).flatMap(({ values }) => values)).toEqual([]);
    expect(found['period']?.empty.en).toBe('all data');
  });

  it('hold what the address and the command line ask for, and so does what has no control otherwise', async () => {
    const found = await controls('by=owner&by=stage&sort=name', '--period', '2025-Q1', '--as-of', '2025-06-30');
    expect(found['by']?.values).toEqual(['owner', 'stage']);
    expect(found['period']?.values).toEqual(['2025-Q1']);
    expect(found['as-of']?.values).toEqual(['2025-06-30']);
    expect(found['sort']?.values).toEqual(['name']);
  });

  it('offer what is understood when it is chosen', async () => {
    const found = await controls('');
    for (const [name, value] of Object.values(found).flatMap(({ name, choices }) =>
      choices.map((one) => [name, one.value] as const),
    )) {
      const needs = name === 'compare' ? 'period=2025-Q1&' : '';
      await expect(controls(`${needs}${name}=${encodeURIComponent(value)}`)).resolves.toHaveProperty(name);
    }
  });

  it('speak both languages, each KPI by its title', async () => {
    const choice = (await controls(''))['kpi']?.choices.find(({ value }) => value === 'win_rate');
    expect(choice?.label).toEqual({ en: 'Win rate', fa: 'نرخ برد' });
    const named = (await controls(''))['kpi']?.choices.find(({ value }) => value === 'eventual_win_rate');
    expect(named?.label.en).toBe('Eventual win rate (measured where it is named)');
    expect(named?.label.fa).toMatch(/ \(تنها آنجا که نامش بیاید .+\)$/);
  });

  it('say where the config decides what is left out', async () => {
    const config = place.put('controls.yaml', 'report:\n  by: [owner]\n');
    const found = await controls('', '--config', config);
    expect([found['by']?.empty.en, found['kpi']?.empty.en]).toEqual(['as in the config file', 'all']);
  });
});
