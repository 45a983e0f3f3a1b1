import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, decoded } from '../../src/load/decode.js';

function decode(bytes: Uint8Array, encoding: string, pieceSize: number): string {
  const decoder = createDecoder(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += pieceSize) text += decoder(bytes.subarray(at, at + pieceSize), false);
  return text + decoder(new Uint8Array(0), true);
}

describe('decoding', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 40 });

  it('gives the same text wherever the bytes are cut', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 7 }), (text, pieceSize) => {
        expect(decode(Buffer.from(`x${text}`, 'utf8'), 'utf-8', pieceSize)).toBe(`x${text}`);
        expect(decode(Buffer.from(`x${text}`, 'utf16le'), 'utf-16le', pieceSize)).toBe(`x${text}`);
      }),
    );
  });

  it('puts U+FFFD where the platform puts it for bytes that are no UTF-8, wherever they are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), fc.integer({ min: 1, max: 7 }), (bytes, pieceSize) => {
        expect(decode(bytes, 'utf-8', pieceSize)).toBe(new TextDecoder().decode(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('drops a byte order mark at the start and keeps one further on', () => {
    expect(decode(Buffer.from('\ufeffa\ufeffb'), 'utf-8', 1)).toBe('a\ufeffb');
    expect(decode(Buffer.from('\ufeffab', 'utf16le'), 'utf-16le', 3)).toBe('ab');
  });

  it('reads code pages', () => {
    // کد in windows-1256: keheh is 0x98, dal 0xCF; é in windows-1252: 0xE9.
    expect(decode(Uint8Array.of(0x98, 0xcf), 'windows-1256', 1)).toBe('کد');
    expect(decode(Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'windows-1252', 2)).toBe('café');
  });

  it('reads windows-1252 all at once as in pieces: its bytes 80 to 9F are no control characters', () => {
    expect(createDecoder('windows-1252')(Uint8Array.of(0x80, 0x92, 0xe9), true)).toBe('€’é');
  });

  it('streams', async () => {
    async function* pieces() {
      yield Uint8Array.of(0x61, 0xc3);
      yield Uint8Array.of(0xa9, 0xe2);
    }
    const texts: string[] = [];
    for await (const text of decoded(pieces(), 'utf-8')) texts.push(text);
    expect(texts).toEqual(['a', 'é', '\ufffd']);
  });
});
