import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPack, writePack } from '../../../src/cli/kept/pack.js';

const CODE = new Map([
  ['/cli/main.js', { source: 0xffffffff, code: Buffer.from('abc') }],
  ['/chunks/main.js', { source: 0, code: Buffer.from('') }],
  ['/chunks/core.js', { source: 7, code: Buffer.from('0123456789') }],
]);

describe('a pack of compiled code', () => {
  it('holds what was put into it', () => {
    const read = readPack(writePack(CODE));
    expect([...(read ?? [])].map(([name, { source, code }]) => [name, source, Buffer.from(code).toString()])).toEqual([
      ['/cli/main.js', 0xffffffff, 'abc'],
      ['/chunks/main.js', 0, ''],
      ['/chunks/core.js', 7, '0123456789'],
    ]);
    expect(readPack(writePack(new Map()))?.size).toBe(0);
  });

  it('has each piece begin at a word, as V8 reads them', () => {
    const bytes = writePack(CODE);
    expect(bytes.length % 8).toBe(0);
    for (const { code } of readPack(bytes)?.values() ?? []) expect((code.byteOffset - bytes.byteOffset) % 8).toBe(0);
  });

  it('is none when a bit of its code is another, or its end is missing', () => {
    const whole = writePack(CODE);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        const damaged = Uint8Array.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        // What is damaged in the head can name another file or content; the code is what was written.
        for (const [name, { source, code }] of readPack(damaged) ?? [])
          expect(
            [...CODE.values()].some((one) => one.code.equals(code)),
            `${name} ${source}`,
          ).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.nat(whole.length - 17), (length) => readPack(whole.subarray(0, length)) === null));
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
    expect(readPack(Buffer.from(text))).toBeNull();
  });
});
