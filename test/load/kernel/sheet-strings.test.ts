import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Declined } from '../../../src/load/declined.js';
import { sheetParts } from '../../../src/load/kernel/sheet-kernel.js';
import { KernelStrings } from '../../../src/load/kernel/sheet-strings.js';
import { SharedStrings } from '../../../src/load/xlsx-strings.js';
import { escaped } from '../../support/workbook-bytes.js';

/** The texts as the kernel has them; null where it leaves them to `SharedStrings`. */
function kernelTexts(bytes: Buffer, piece: number): string[] | null {
  const parts = sheetParts();
  if (parts === null) throw new Error('no kernel');
  const strings = new KernelStrings(parts, bytes.length);
  for (let at = 0; at < bytes.length; at += piece) strings.feed(bytes.subarray(at, at + piece));
  return strings.finish() ? texts(strings) : null;
}

const texts = (strings: Pick<SharedStrings, 'size' | 'text'>): string[] =>
  Array.from({ length: strings.size }, (_, index) => strings.text(index));

const outcome = (read: () => string[] | null): string[] | null | 'declined' => {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Declined) return 'declined';
    throw cause;
  }
};

describe('shared strings in the kernel', () => {
  it('stand there as they are written, one after the other', () => {
    const list = Buffer.from(
      '<?xml version="1.0"?>\n<sst uniqueCount="9"><si><t>plain</t></si><si><t xml:space="preserve"> ش </t></si><si/>' +
        '<si><r><t>a</t></r><r><t>b</t></r></si>\n<!-- <si> --><si><t>x &amp; y</t></si><si><t>under_score</t></si></sst>',
    );
    for (let piece = 1; piece < 80; piece += 3) {
      expect(kernelTexts(list, piece)).toEqual(['plain', ' ش ', '', 'ab', 'x & y', 'under_score']);
    }
  });

  it('that are no UTF-8, or cannot be written as it, are left to others', () => {
    expect(kernelTexts(Buffer.from('<sst><si><t>\xe9</t></si></sst>', 'latin1'), 100)).toBeNull();
    expect(kernelTexts(Buffer.from('<sst><si><t>_xD800_</t></si></sst>'), 100)).toBeNull();
    expect(kernelTexts(Buffer.from('<sst><si><t>_xD83D__xDE00_</t></si></sst>'), 100)).toEqual(['😀']);
  });

  it('that are longer than any cell are left to others', () => {
    const list = (length: number): Buffer => Buffer.from(`<sst><si><t>${'x'.repeat(length)}</t></si><si/></sst>`);
    const piece = 4 * 1024 ** 2;
    expect(kernelTexts(list(15 * 1024 ** 2), piece)?.map((text) => text.length)).toEqual([15 * 1024 ** 2, 0]);
    expect(kernelTexts(list(20 * 1024 ** 2), piece)).toBeNull();
  });

  it('are those that SharedStrings has, whatever the list, wherever the pieces are cut', () => {
    const one = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => `<si><t>${escaped(text)}</t></si>`),
      fc.string({ unit: fc.constantFrom(...'abcdefg _&\r\n<>/sit'), maxLength: 40 }),
      fc.constantFrom('<si>', '</si>', '<t>', '</t>', '<si><t/></si>', '<si><t>a</t><rPh><t>b</t></rPh></si>'),
      fc.constantFrom(
        '<si><t><![CDATA[</t></si>]]></t></si>',
        '</sst>',
        '<si><t a=">">x</t></si>',
        '<x:si><x:t>p</x:t></x:si>',
      ),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), fc.integer({ min: 1, max: 200 }), (list, piece) => {
        const bytes = Buffer.from(`<sst>${list.join('')}</sst>`);
        const expected = outcome(() => texts(new SharedStrings(bytes)));
        expect(outcome(() => kernelTexts(bytes, piece))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
