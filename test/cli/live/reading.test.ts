import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openReading } from '../../../src/cli/live/reading.js';
import { callOf } from '../../support/live.js';
import { SIX_DEALS, workplace } from '../../support/workplace.js';

const place = workplace();

/** A reading of a file that is spoilt once it was read: what is read again is seen to be. */
async function readOnce(name: string, base: readonly string[] = []) {
  const file = place.put(name, SIX_DEALS);
  const used: string[] = [];
  const reading = openReading({
    base: ['report', file, ...base],
    session: () => callOf(['report', file], place.path).session,
    uses: (files) => used.push(...files),
  });
  await reading.check();
  writeFileSync(file, '');
  const ask = async (mayRead: boolean, ...args: string[]) =>
    (await reading.make(['report', file, ...args], mayRead))?.report ?? null;
  return { ask, used, file };
}

describe('files that are followed', () => {
  it('are read once for all that the same columns are enough for', async () => {
    const { ask } = await readOnce('once.csv');
    const all = await ask(true);
    expect(all?.partition.won).toBe(3);
    for (const args of [
      ['--period', '2025-Q1', '--compare', 'last-year', '--grain', 'week'],
      ['--kpi', 'win_rate', '--target', 'win_rate>=50%', '--lang', 'fa'],
      ['--as-of', '2025-04-30', '--top', '1', '--sort', 'name', '--sections', 'none'],
    ]) {
      expect((await ask(true, ...args))?.partition.records).toBe(6);
    }
  });

  it('are read again for another column, unless they may not be', async () => {
    const { ask } = await readOnce('again.csv', ['--by', 'owner', '--where', 'amount > 5']);
    expect(await ask(true, '--where', 'amount > 900', '--by', 'owner')).not.toBeNull();
    expect(await ask(false, '--by', 'Currency')).toBeNull();
    await expect(ask(true, '--by', 'Currency')).rejects.toMatchObject({ code: 'empty_file' });
  });

  it('are those that the command line and its config name', async () => {
    place.put('rates.csv', 'date,currency,rate\n2025-01-01,USD,0.9\n');
    const config = place.put('followed.yaml', 'currency: EUR\nrates: rates.csv\n');
    const { used, file } = await readOnce('named.csv', ['--config', config]);
    expect(used).toEqual([file, config, place.at('rates.csv')]);
  });

  it('are earlier exports too, which are read once with the others', async () => {
    const earlier = place.put('before.csv', SIX_DEALS);
    const { ask, used, file } = await readOnce('after.csv', ['--earlier', earlier]);
    expect(used).toEqual([file, earlier]);
    const document = await ask(true, '--earlier', earlier, '--period', '2025-Q1');
    expect(document?.changes?.snapshots).toHaveLength(2);
    // A report without it is another reading, of a file that is spoilt by now.
    await expect(ask(true)).rejects.toMatchObject({ code: 'empty_file' });
  });
});
