import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/locale/fold.js';
import { companyKey } from '../../src/model/company-name.js';
import { hashOf } from '../../src/normalize/company-numbers.js';
import { isFailedFormula, isMissing } from '../../src/normalize/parse/text.js';
import { lookThroughWords, TEXT_KINDS } from '../../src/normalize/words/program.js';

/** Texts as a reader stores them. */
function written(texts: readonly string[]) {
  const encoded = texts.map((text) => Buffer.from(text));
  const offsets = new Uint32Array(texts.length + 1);
  encoded.forEach(({ length }, at) => {
    offsets[at + 1] = (offsets[at] as number) + length;
  });
  return { bytes: new Uint8Array(Buffer.concat(encoded)), offsets, length: texts.length };
}

/** The hash of each text; null = it has to be read as a whole. */
function hashesOf(texts: readonly string[]): (number | null)[] {
  const { hashes, left } = lookThroughWords(written(texts));
  const others = new Set(left);
  return Array.from(hashes, (hash, text) => (others.has(text) ? null : hash));
}

// What folds, composes, is put in order, ends a word with a sigma, stands for nothing, or is cut apart.
const part = fc.oneof(
  fc.constantFrom('Customer', 'a', '12', '3', 'İzmir', 'Łódź', 'تهران', 'ΟΔΟΣ', 'ΣΑΣ', 'σ', '™', '&', '½', '1-', '-2'),
  fc.constantFrom(
    '\u0301',
    '\u0327a',
    'e\u0301',
    '´',
    '\u00a0',
    '\u200c',
    '\ufeff',
    '\u0640',
    '۱۲',
    '٣',
    'ﬁ',
    '한',
    '\u1112\u1161',
  ),
  fc.constantFrom('n/a', 'none', 'not', 'available', '#REF!', 'Accounts::::A', 'A;B', '.', '', ' ', '\t'),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const text = fc
  .array(fc.array(part, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 })
  .map((words) => words.map((parts) => parts.join('')).join(' '))
  .chain((words) => fc.constantFrom(words, `Acme ${words}`, `12 ${words}`));

describe('texts read by their words', () => {
  it('have the hash of their key where their words say themselves, and none where they have to be read', () => {
    const told = [
      'Customer 17 İzmir',
      'Customer 5 İzmir',
      'customer 5 IZMIR',
      'Acme, Inc.',
      'Suite 1 2',
      'Suite 1-2',
      'A & B',
    ];
    const keys = ['customer17izmir', 'customer5izmir', 'customer5izmir', 'acmeinc', 'suite1 2', 'suite1 2', 'aandb'];
    expect(hashesOf(told)).toEqual(keys.map(hashOf));
    const read = [
      '',
      ' Acme',
      'Acme ',
      'Acme  Inc.',
      'Acme\u00a0Inc.',
      'none',
      'n/a',
      'N\u00d6NE',
      '#REF!',
      'Alpha; Beta',
      'Accounts::::A',
      'Ács',
    ];
    expect(hashesOf(read)).toEqual(read.map(() => null));
  });

  it('say what the whole text says, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        hashesOf(texts).forEach((hash, at) => {
          const whole = texts[at] as string;
          if (hash === null) return;
          expect(hash).toBe(hashOf(companyKey(whole)));
          expect(cleanText(whole)).toBe(whole);
          expect(isMissing(whole) || isFailedFormula(whole) || /[;]|::::/.test(whole)).toBe(false);
        });
      }),
    );
  });

  it('are read as wholes where they have thousands of odd words', () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => `Customer Ö${at}`);
    const hashes = hashesOf([...texts, ...texts]);
    const told = hashes.slice(0, 3_000).filter((hash) => hash !== null).length;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(3_000);
    hashes.forEach((hash, at) => {
      if (hash !== null) expect(hash).toBe(hashOf(`customero${at % 3_000}`));
    });
    expect(hashes.slice(3_000)).toEqual(hashes.slice(0, 3_000));
  });

  it('are plain where they are words of letters and digits of ASCII alone', () => {
    const { empty, plain, unsure, words, other } = TEXT_KINDS;
    const told: [string, number][] = [
      ['', empty],
      ['Customer 7909', plain],
      ['A1 B2c', plain],
      ['None', unsure],
      ['Unit 7', unsure],
      ['Unit 7 of the northern works', plain],
      ['12 34', words],
      ['A-B', words],
      ['Größe', words],
      [' Acme', other],
      ['Acme ', other],
      ['Acme  Inc', other],
      ['Ácme', other],
      ['None of Málaga', other],
    ];
    const { kinds, left } = lookThroughWords(written(told.map(([one]) => one)));
    expect([...kinds]).toEqual(told.map(([, kind]) => kind));
    expect(left).toEqual(
      [...told.keys()].filter((at) => [empty, unsure, other].some((kind) => kind === told[at]?.[1])),
    );
  });

  it('are told whatever piece they stand in, but for those that are longer than one', () => {
    const long = 'Works '.repeat(20_000);
    const names = Array.from({ length: 40_000 }, (_, at) => `Customer ${at} ${at % 3 === 0 ? 'Łódź' : 'Ltd'}`);
    const hashes = hashesOf([long, ...names, `${long}x`, 'Ácme', ...names]);
    const keys = names.map((_, at) => hashOf(`customer${at}${at % 3 === 0 ? 'łodz' : 'ltd'}`));
    expect(hashes).toEqual([null, ...keys, null, null, ...keys]);
  });
});
