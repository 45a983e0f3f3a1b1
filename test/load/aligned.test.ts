import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joiningSpaces, mayBeAligned, withSingleSpaces } from '../../src/load/aligned.js';

async function* pieces(texts: readonly string[]): AsyncGenerator<string, void, undefined> {
  yield* texts;
}

async function joined(texts: readonly string[]): Promise<string> {
  let all = '';
  for await (const text of joiningSpaces(pieces(texts))) all += text;
  return all;
}

describe('aligned text', () => {
  it('has spaces at the beginning of a line, or several in a row, and no quotes', () => {
    expect([' 1 2', '1  2', '1 2\n 3 4'].map(mayBeAligned)).toEqual([true, true, true]);
    expect(['1 2\n3 4', '"a  b" c'].map(mayBeAligned)).toEqual([false, false]);
  });

  it('loses the spaces that only align it, and keeps its lines', () => {
    expect(withSingleSpaces(' 1  2 \r\n  10 20\n\n 3   4  ')).toBe('1 2\r\n10 20\n\n3 4');
  });

  it('is the same in pieces, wherever it is cut', async () => {
    const text = fc.array(fc.constantFrom('1', 'a', ' ', '   ', '\n', '\r\n', ' \n '), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          text.map((bits) => bits.join('')),
          { maxLength: 5 },
        ),
        async (texts) => {
          expect(await joined(texts)).toBe(withSingleSpaces(texts.join('')));
        },
      ),
    );
  });
});
