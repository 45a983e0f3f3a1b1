import { Writable } from 'node:stream';

/** A stream in the place of a closed one: whatever is written fails as the system would let it. */
export function closedOutput(): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('EBADF: bad file descriptor, write'), { code: 'EBADF' }));
    },
  });
}
