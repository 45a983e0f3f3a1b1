import { describe, expect, it } from 'vitest';
import { mergeSettings } from '../../src/config/merge.js';

describe('mergeSettings', () => {
  it('puts the command line over the config', () => {
    const config = {
      preset: 'hubspot',
      currency: 'EUR',
      lang: 'fa',
      report: { kpis: ['win_rate'], by: ['owner'] },
      retention: { window: 90 },
    } as const;
    expect(mergeSettings({ currency: 'USD', by: ['source'] }, config)).toMatchObject({
      preset: 'hubspot',
      currency: 'USD',
      lang: 'fa',
      kpis: ['win_rate'],
      by: ['source'],
      retentionWindow: 90,
    });
  });

  it('joins mappings and stages name by name', () => {
    const merged = mergeSettings(
      { mapping: { amount: 'Value' }, stages: { Won: 'open' } },
      { mapping: { amount: 'Sum', owner: 'Rep' }, stages: { Won: 'won', Lost: 'lost' } },
    );
    expect({ ...merged.mapping }).toEqual({ amount: 'Value', owner: 'Rep' });
    expect(merged.standing).toEqual(['owner']);
    expect({ ...merged.stages }).toEqual({ Won: 'open', Lost: 'lost' });
  });

  it('adds up the columns to ignore', () => {
    expect(mergeSettings({ ignore: ['b'] }, { ignore: ['a'] }).ignore).toEqual(['a', 'b']);
    expect(mergeSettings({}, {}).ignore).toEqual([]);
  });

  it('says how files are read, the delimiter as the character itself', () => {
    const config = {
      dateOrder: 'dmy',
      sheet: 'Deals',
      encoding: 'windows-1256',
      delimiter: 'semicolon',
      decimal: 'comma',
      maxSize: '4GB',
    } as const;
    const read = { delimiter: ';', decimal: ',', maxSize: 4_000_000_000 };
    expect(mergeSettings({}, config)).toMatchObject({ ...config, ...read });
    expect(mergeSettings({ maxSize: 1000 }, config).maxSize).toBe(1000);
    expect(mergeSettings({ dateOrder: 'mdy', delimiter: '|' }, config)).toMatchObject({
      dateOrder: 'mdy',
      delimiter: '|',
    });
    expect(mergeSettings({}, {})).toMatchObject({ delimiter: undefined, dateOrder: undefined });
  });

  it('finds no stage that nobody named', () => {
    expect('constructor' in mergeSettings({}, {}).stages).toBe(false);
  });
});
