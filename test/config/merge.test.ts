import { describe, expect, it } from 'vitest';
import { mergeSettings } from '../../src/config/merge.js';

describe('mergeSettings', () => {
  it('puts the command line over the config', async () => {
    const config = {
      preset: 'hubspot',
      currency: 'EUR',
      lang: 'fa',
      report: { kpis: ['win_rate'], by: ['owner'] },
      retention: { window: 90 },
    } as const;
    expect(await mergeSettings({ currency: 'USD', by: [['source']] }, config)).toMatchObject({
      preset: 'hubspot',
      currency: 'USD',
      lang: 'fa',
      kpis: ['win_rate'],
      by: [['source']],
      retentionWindow: 90,
    });
  });

  it('joins mappings and stages name by name', async () => {
    const merged = await mergeSettings(
      { map: [['amount', 'Value']], stage: [['Won', 'open']] },
      { mapping: { amount: 'Sum', owner: 'Rep' }, stages: { Won: 'won', Lost: 'lost' } },
    );
    expect({ ...merged.mapping.said }).toEqual({ amount: 'Value', owner: 'Rep' });
    expect(merged.mapping.standing).toEqual(['owner']);
    expect({ ...merged.stages.said }).toEqual({ Won: 'open', Lost: 'lost' });
  });

  it('adds up the columns to ignore', async () => {
    expect((await mergeSettings({ ignore: ['b'] }, { ignore: ['a'] })).ignore).toEqual(['a', 'b']);
    expect((await mergeSettings({}, {})).ignore).toEqual([]);
  });

  it('says how files are read, the delimiter as the character itself', async () => {
    const config = {
      dateOrder: 'dmy',
      sheet: 'Deals',
      encoding: 'windows-1256',
      delimiter: 'semicolon',
      decimal: 'comma',
      maxSize: '4GB',
    } as const;
    const read = { delimiter: ';', decimal: ',', maxSize: 4_000_000_000 };
    expect(await mergeSettings({}, config)).toMatchObject({ ...config, ...read });
    expect((await mergeSettings({ 'max-size': 1000 }, config)).maxSize).toBe(1000);
    expect(await mergeSettings({ 'date-order': 'mdy', delimiter: '|' }, config)).toMatchObject({
      dateOrder: 'mdy',
      delimiter: '|',
    });
    expect(await mergeSettings({}, {})).toMatchObject({ delimiter: undefined, dateOrder: undefined });
  });

  it('finds no stage that nobody named', async () => {
    expect('constructor' in (await mergeSettings({}, {})).stages.said).toBe(false);
  });
});
