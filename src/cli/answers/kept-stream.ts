import { Writable } from 'node:stream';
import type { Terminal } from '../terminal.js';

/** A stream that keeps what is written to it, up to a number of bytes. */
export interface KeptStream {
  readonly stream: Writable & Terminal;
  readonly text: () => string;
  /** All that was written, kept or not. */
  readonly bytes: () => number;
}

/** @param most bytes that are kept; of what comes after them, only how much it is */
export function keptStream(most: number): KeptStream {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const stream = new Writable({
    decodeStrings: true,
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= most) chunks.push(chunk);
      else chunks.length = 0;
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8'), bytes: () => bytes };
}
