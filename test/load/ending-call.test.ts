import { describe, expect, it } from 'vitest';
import { endingCall, isTimeout } from '../../src/load/ending-call.js';

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (cause) {
    return cause;
  }
  return null;
}
const forever = (): never => {
  for (;;);
};

describe('a call that is given a time', () => {
  it('gives its result, or its error', () => {
    expect(endingCall(() => 5, 1000)).toBe(5);
    const error = new Error('no');
    const thrown = thrownBy(() =>
      endingCall(() => {
        throw error;
      }, 1000),
    );
    expect([thrown, isTimeout(thrown)]).toEqual([error, false]);
  });

  it('is stopped when it has no end', () => {
    expect(isTimeout(thrownBy(() => endingCall(forever, 20, () => false)))).toBe(true);
  });

  it('is made again, with more time, where others used the processor', () => {
    let calls = 0;
    const slow = (): string => (++calls < 3 ? forever() : 'done');
    expect(endingCall(slow, 20, () => true)).toBe('done');
    expect(calls).toBe(3);
  });

  it('has an end however busy the processor is', () => {
    let asked = 0;
    const busy = (): boolean => ++asked > 0;
    expect(isTimeout(thrownBy(() => endingCall(forever, 5, busy)))).toBe(true);
    expect(asked).toBe(4);
  });

  it('finds out by itself whether it is', () => {
    expect(isTimeout(thrownBy(() => endingCall(forever, 20)))).toBe(true);
  });
});
