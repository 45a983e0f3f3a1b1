import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startLifetime } from '../../../src/cli/live/lifetime.js';

describe('a command that runs until it is told to end', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('ends with %s', async (signal, code) => {
    const signals = new EventEmitter();
    const { ended } = startLifetime(signals);
    signals.emit(signal);
    expect(await ended).toBe(code);
  });

  it('leaves signals their usual effect while it works, and at its end', () => {
    const signals = new EventEmitter();
    const { busy, stop } = startLifetime(signals);
    busy(true);
    expect(signals.listenerCount('SIGINT')).toBe(0);
    busy(true);
    busy(false);
    busy(false);
    expect(signals.listenerCount('SIGINT')).toBe(1);
    stop();
    expect(signals.eventNames()).toEqual([]);
  });
});
