/** From the start to Ctrl-C: commands that end when they are told to. */

/** Exit codes of a program that a signal ends (128 + its number). */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof SIGNALS;

export interface Signals {
  on(signal: Signal, listener: () => void): unknown;
  off(signal: Signal, listener: () => void): unknown;
}

export interface Lifetime {
  /** The exit code, once a signal has come. */
  readonly ended: Promise<number>;
  /**
   * While work keeps the program from anything else, a signal has its usual effect, at once: a handler would have to
   * wait for the end of the work.
   */
  readonly busy: (busy: boolean) => void;
  readonly stop: () => void;
}

/** Waits for a signal. @param signals the process */
export function startLifetime(signals: Signals): Lifetime {
  let end: (code: number) => void = () => {};
  const ended = new Promise<number>((done) => {
    end = done;
  });
  const listeners = (Object.keys(SIGNALS) as Signal[]).map((signal) => ({
    signal,
    listener: () => end(SIGNALS[signal]),
  }));
  let listening = false;
  const listen = (on: boolean): void => {
    if (on === listening) return;
    listening = on;
    for (const { signal, listener } of listeners) signals[on ? 'on' : 'off'](signal, listener);
  };
  listen(true);
  return { ended, busy: (busy) => listen(!busy), stop: () => listen(false) };
}
