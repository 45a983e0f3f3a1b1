import { describe, expect, it } from 'vitest';
import { createTurns, NobodyWaits, TooManyWaiting } from '../../src/live/turns.js';

/** Work that is done when a test says so. */
function task<T>(value: T) {
  let finish: () => void = () => {};
  let begun = 0;
  const until = new Promise<void>((done) => {
    finish = done;
  });
  return {
    work: async (): Promise<T> => {
      begun++;
      await until;
      return value;
    },
    finish: () => finish(),
    begun: () => begun,
  };
}

const soon = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('turns', () => {
  it('do one thing at a time, in order', async () => {
    const turns = createTurns<string>();
    const [first, second] = [task('first'), task('second')];
    const both = [turns.take('1', first.work), turns.take('2', second.work)];
    await soon();
    expect([first.begun(), second.begun(), turns.waiting()]).toEqual([1, 0, 1]);
    first.finish();
    await soon();
    expect(second.begun()).toBe(1);
    second.finish();
    expect(await Promise.all(both)).toEqual(['first', 'second']);
    expect(turns.waiting()).toBe(0);
  });

  it('do once what is asked for twice, and again when it was done', async () => {
    const turns = createTurns<string>();
    const once = task('once');
    const both = [turns.take('same', once.work), turns.take('same', once.work)];
    once.finish();
    expect(await Promise.all(both)).toEqual(['once', 'once']);
    expect(once.begun()).toBe(1);
    await turns.take('same', once.work);
    expect(once.begun()).toBe(2);
  });

  it('go on after work that failed', async () => {
    const turns = createTurns<string>();
    const failed = turns.take('bad', () => Promise.reject(new Error('no')));
    const next = turns.take('good', async () => 'good');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('good');
  });

  it('do not begin what nobody waits for any more, but what one of two does', async () => {
    const turns = createTurns<string>();
    const first = task('first');
    const running = turns.take('1', first.work);
    const left = task('left');
    const gone = turns.take('2', left.work, () => false);
    const kept = turns.take(
      '3',
      async () => 'kept',
      () => false,
    );
    const also = turns.take(
      '3',
      async () => 'never',
      () => true,
    );
    first.finish();
    await running;
    await expect(gone).rejects.toThrow(NobodyWaits);
    expect(await Promise.all([kept, also])).toEqual(['kept', 'kept']);
    expect(left.begun()).toBe(0);
  });

  it('refuse to let more wait than they may, but for what must be done', async () => {
    const turns = createTurns<string>(1);
    const first = task('first');
    const taken = [turns.take('1', first.work), turns.take('2', async () => 'second')];
    await expect(turns.take('3', async () => 'third')).rejects.toThrow(TooManyWaiting);
    taken.push(turns.must('4', async () => 'fourth'));
    first.finish();
    expect(await Promise.all(taken)).toEqual(['first', 'second', 'fourth']);
  });
});
