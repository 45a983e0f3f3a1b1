import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, decoded, decodedStart } from '../../src/load/decode.js';

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

  it('decodes a large piece bit by bit, so that one letter makes few of its texts two bytes a character', async () => {
    const text = `${'plain '.repeat(30_000)}کد${'é'.repeat(50_000)}`;
    async function* pieces() {
      yield Buffer.from(text);
    }
    const texts: string[] = [];
    for await (const one of decoded(pieces(), 'utf-8')) texts.push(one);
    expect(texts.join('')).toBe(text);
    expect(texts.filter((one) => /[^\0-\xff]/.test(one))).toHaveLength(1);
  });

  it('gives what a text begins with: more characters than were asked for, or all', () => {
    fc.assert(
      fc.property(fc.nat(70_000), fc.nat(150_000), fc.boolean(), (before, most, last) => {
        const text = `${'a'.repeat(before)}${'کé😀 '.repeat(10_000)}`;
        const start = decodedStart(Buffer.from(text), last, 'utf-8', most);
        expect(text.startsWith(start)).toBe(true);
        expect(start.length > most || start === text).toBe(true);
      }),
    );
    // What is cut off waits for more, and is damage only where nothing follows.
    expect(decodedStart(Uint8Array.of(0x61, 0xc3), false, 'utf-8', 9)).toBe('a');
    expect(decodedStart(Uint8Array.of(0x61, 0xc3), true, 'utf-8', 9)).toBe('a\ufffd');
  });
});
