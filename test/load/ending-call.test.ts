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
    expect(isTimeout(thrownBy(() => endingCall(forever, 50)))).toBe(true);
  });

  it('is made again when the clock ran out and the processor had worked for others', () => {
    let worked = 0;
    let calls = 0;
    const slow = (): string => (++calls < 3 ? forever() : 'done');
    // Each look at the time sees one millisecond of work, of fifty that are due.
    expect(endingCall(slow, 50, () => worked++)).toBe('done');
    expect(calls).toBe(3);
  });
});
