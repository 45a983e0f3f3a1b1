import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenPack, openPack, writePack } from '../../../src/cli/kept/pack.js';

const CODE = new Map([
  ['/cli/main.js', { source: 0xffffffff, code: Buffer.from('abc') }],
  ['/chunks/main.js', { source: 0, code: Buffer.from('') }],
  ['/chunks/core.js', { source: 7, code: Buffer.from('0123456789') }],
]);

const opened = (bytes: Uint8Array): OpenPack | null =>
  openPack({ length: bytes.length, read: (at, length) => bytes.subarray(at, at + length) });

describe('a pack of compiled code', () => {
  it('holds what was put into it', () => {
    const pack = opened(writePack(CODE));
    const text = (name: string): string => Buffer.from(pack?.codeOf(name) ?? [0]).toString();
    expect(pack?.names.map((name) => [name, pack.sourceOf(name), text(name)])).toEqual([
      ['/cli/main.js', 0xffffffff, 'abc'],
      ['/chunks/main.js', 0, ''],
      ['/chunks/core.js', 7, '0123456789'],
    ]);
    expect(opened(writePack(new Map()))?.names).toEqual([]);
    expect([pack?.sourceOf('/chunks/other.js'), pack?.codeOf('/chunks/other.js')]).toEqual([undefined, null]);
  });

  it('has each piece begin at a word, as V8 reads them', () => {
    const bytes = writePack(CODE);
    expect(bytes.length % 8).toBe(0);
    const places: number[] = [];
    const read = (at: number, length: number): Uint8Array => {
      places.push(at);
      return bytes.subarray(at, at + length);
    };
    const pack = openPack({ length: bytes.length, read });
    for (const name of CODE.keys()) pack?.codeOf(name);
    expect(places).toHaveLength(4); // the head, and each piece when it was asked for
    expect(places.filter((at) => at % 8 !== 0)).toEqual([]);
  });

  it('gives no piece of which a bit is another, and is none when its end is missing', () => {
    const whole = writePack(CODE);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        const damaged = Uint8Array.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        // What is damaged in the head can name another file or content; the code is what was written.
        const pack = opened(damaged);
        for (const name of pack?.names ?? []) {
          const code = pack?.codeOf(name) ?? null;
          expect(code === null || [...CODE.values()].some((one) => one.code.equals(code)), name).toBe(true);
        }
      }),
    );
    fc.assert(fc.property(fc.nat(whole.length - 17), (length) => opened(whole.subarray(0, length)) === null));
  });

  it.each([
    '',
    '\n',
    '[]',
    'null\n',
    '{}\n',
    '[["a"]]\n',
    '[["a",1,2,3,"4"]]\n',
    '[["a",1,-8,3,4]]\n',
    '[["a",1,0,1e9,0]]\n',
  ])('is none of other bytes: %j', (text) => {
    expect(opened(Buffer.from(text))).toBeNull();
  });
});
