import { describe, expect, it } from 'vitest';
import type { Look } from '../../src/live/look.js';
import { watchFiles } from '../../src/live/watcher.js';

/** Files that look as a test says, at times that it says, without a loop. */
async function watched(first: string) {
  const world = { mark: first, now: 0, day: '1', names: ['a.csv'] as readonly string[], looked: [] as string[][] };
  let changes = 0;
  const watcher = await watchFiles({
    names: () => world.names,
    changed: () => {
      changes++;
    },
    besides: () => world.day,
    now: () => world.now,
    every: 0,
    look: async (names) => {
      world.looked.push([...names]);
      return names.map((name): Look => ({ name, kind: 'file', size: 1, mark: world.mark }));
    },
  });
  const until = async (time: number): Promise<number> => {
    world.now = time;
    await watcher.poll();
    return changes;
  };
  return { world, watcher, until };
}

describe('the watcher', () => {
  it('tells of a change once, when it is over', async () => {
    const { world, until, watcher } = await watched('one');
    expect(await until(200)).toBe(0);
    world.mark = 'two';
    expect(await until(400)).toBe(0);
    expect(watcher.isMoving()).toBe(true);
    expect(await until(650)).toBe(1);
    expect(await until(850)).toBe(1);
    expect(watcher.isMoving()).toBe(false);
  });

  it('looks at the named files and no others, those that were added later too', async () => {
    const { world, until } = await watched('one');
    world.names = ['a.csv', 'rates.csv'];
    await until(200);
    expect(world.looked).toEqual([['a.csv'], ['a.csv', 'rates.csv']]);
  });

  it('tells of a new day', async () => {
    const { world, until } = await watched('one');
    world.day = '2';
    await until(200);
    expect(await until(450)).toBe(1);
  });

  it('says nothing once it is stopped', async () => {
    const { world, until, watcher } = await watched('one');
    world.mark = 'two';
    await until(200);
    watcher.stop();
    expect(await until(900)).toBe(0);
  });
});
