import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { createBoard, type Reading } from '../../src/live/board.js';

/** Files as a test says them: a text, or what is wrong with them. */
function board() {
  const world = { file: 'one' as string | UserError, moving: false, made: [] as string[], busy: [] as boolean[] };
  const open = (): Reading<string> => {
    const file = world.file;
    const read = new Set<string>();
    return {
      async check() {
        if (file instanceof UserError) throw file;
        read.add('base');
      },
      async make(args, mayRead) {
        const [column = 'base', ...wrong] = args;
        if (wrong.length > 0) throw new UserError('unknown_kpi', { id: 'x', suggestion: null });
        if (!read.has(column)) {
          if (!mayRead) return null;
          read.add(column);
        }
        world.made.push(`${column} of ${String(file)}`);
        return `${column} of ${String(file)}`;
      },
    };
  };
  const made = createBoard<string>({
    open,
    isMoving: () => world.moving,
    run: 'run',
    busy: (busy) => world.busy.push(busy),
  });
  return { world, board: made };
}

const GONE = new UserError('file_not_found', { file: 'deals.csv', suggestion: null });

describe('the board', () => {
  it('shows what the files hold, and makes each document once', async () => {
    const { world, board: one } = board();
    await one.refresh();
    const shown = await one.ask([]);
    expect(shown).toEqual({ document: 'base of one', revision: 'run.1', problem: null });
    await Promise.all([one.ask([]), one.ask(['owner']), one.ask(['owner'])]);
    expect(world.made).toEqual(['base of one', 'owner of one']);
  });

  it('follows a change and tells those who listen', async () => {
    const { world, board: one } = board();
    await one.refresh();
    const told: string[] = [];
    const unlisten = one.listen((revision) => told.push(revision));
    world.file = 'two';
    await one.refresh();
    expect(told).toEqual(['run.2']);
    expect(await one.ask([])).toMatchObject({ document: 'base of two', revision: 'run.2', problem: null });
    unlisten();
    await one.refresh();
    expect(told).toEqual(['run.2']);
  });

  it('goes on to show what was there before, and says what is wrong', async () => {
    const { world, board: one } = board();
    await one.refresh();
    await one.ask(['owner']);
    world.file = GONE;
    await one.refresh();
    expect(one.problem()).toBe(GONE);
    // What was read before is enough for the base and for the column that was asked for, not for another.
    expect(await one.ask([])).toEqual({ document: 'base of one', revision: 'run.2', problem: GONE });
    expect(await one.ask(['owner'])).toEqual({ document: 'owner of one', revision: 'run.2', problem: GONE });
    await expect(one.ask(['product'])).rejects.toBe(GONE);
    world.file = 'three';
    await one.refresh();
    expect(await one.ask(['product'])).toEqual({ document: 'product of three', revision: 'run.3', problem: null });
    expect(one.problem()).toBeNull();
  });

  it('has nothing to show of files that never could be read', async () => {
    const { world, board: one } = board();
    world.file = GONE;
    await one.refresh();
    await expect(one.ask([])).rejects.toBe(GONE);
  });

  it('refuses what is wrong with the request, whatever the files are', async () => {
    const { board: one } = board();
    await one.refresh();
    await expect(one.ask(['base', 'wrong'])).rejects.toMatchObject({ code: 'unknown_kpi' });
  });

  it('reads nothing while a file is being written', async () => {
    const { world, board: one } = board();
    await one.refresh();
    world.moving = true;
    expect((await one.ask([])).document).toBe('base of one');
    await expect(one.ask(['owner'])).rejects.toMatchObject({ code: 'files_being_written' });
  });

  it('keeps the state before one that changed while it was read', async () => {
    const { world, board: one } = board();
    await one.refresh();
    world.file = new UserError('changed_while_reading', { file: 'deals.csv' });
    await one.refresh();
    expect(await one.ask([])).toEqual({ document: 'base of one', revision: 'run.1', problem: null });
  });

  it('says when it works and when it is done', async () => {
    const { world, board: one } = board();
    await one.refresh();
    await one.ask([]);
    expect(world.busy).toEqual([true, false, true, false]);
  });
});
