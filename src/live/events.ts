/** The stream that tells open pages of changes (HTML Living Standard, "Server-sent events"). */
import type { ServerResponse } from 'node:http';

/** What the stream needs of an answer. */
export type Stream = Pick<ServerResponse, 'write' | 'end' | 'on'>;

export interface Events {
  /**
   * Adds a page. One that comes back and missed a change is told at once.
   * @param last the state that it saw last, as it says (Last-Event-ID)
   */
  readonly add: (stream: Stream, last: string | undefined) => void;
  /** There are as many pages as there may be. */
  readonly isFull: () => boolean;
  /** Tells all pages that there is something newer. */
  readonly tell: (revision: string) => void;
  /** Keeps connections open that nothing is said on; a timer calls it. */
  readonly beat: () => void;
  /** Says goodbye to all pages: they try again until there is a server. */
  readonly close: () => void;
  readonly count: () => number;
}

/** Milliseconds between two signs of life: proxies cut connections that are silent for a minute. */
export const BEAT_EVERY = 15_000;
/** Milliseconds after which a page that was cut off tries again. */
const RETRY = 1_000;
const MOST = 32;

/** @param revision the state that a page sees now */
export function createEvents(revision: () => string): Events {
  const streams = new Set<Stream>();
  const send = (stream: Stream, text: string): void => {
    stream.write(text);
  };
  return {
    add(stream, last) {
      streams.add(stream);
      stream.on('close', () => streams.delete(stream));
      stream.on('error', () => streams.delete(stream));
      const now = revision();
      const missed = last !== undefined && last !== '' && last !== now;
      send(stream, `retry: ${RETRY}\n\n${missed ? changed(now) : event('hello', now)}`);
    },
    isFull: () => streams.size >= MOST,
    tell(now) {
      for (const stream of streams) send(stream, changed(now));
    },
    beat() {
      for (const stream of streams) send(stream, ': here\n\n');
    },
    close() {
      for (const stream of streams) stream.end();
      streams.clear();
    },
    count: () => streams.size,
  };
}

function changed(revision: string): string {
  return event('changed', revision);
}

/** A revision is letters, digits and dots: it cannot end a line. */
function event(name: string, revision: string): string {
  return `event: ${name}\nid: ${revision}\ndata: ${revision}\n\n`;
}
