import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, shellWord, terminalText } from '../../src/format/sanitize.js';
import { HOSTILE } from '../support/hostile.js';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...HOSTILE));
/** Controls, lone surrogates, bidirectional controls, zero-width and other invisible characters but the joiners. */
const FORBIDDEN =
  /[\p{Cc}\p{Cs}]|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}|(?:\p{M}|\u200c|\u200d){5}/u;

describe('terminalText', () => {
  it.each(HOSTILE)('makes %j harmless', (text) => {
    const shown = terminalText(text);
    expect(shown).not.toMatch(FORBIDDEN);
    expect(shown).not.toMatch(/::|##\[/);
    expect(shown).toBe(shown.trim());
  });

  it('leaves nothing dangerous of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => !FORBIDDEN.test(terminalText(text)) && !/::|##\[/.test(terminalText(text))),
    );
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(terminalText(terminalText(text))).toBe(terminalText(text));
      }),
    );
  });

  it('is the same of plain text with and without something invisible in it', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ab :#[;@~ '), maxLength: 30 });
    fc.assert(
      fc.property(plain, plain, (before, behind) => {
        expect(terminalText(`${before}\u202e${behind}`)).toBe(terminalText(before + behind));
      }),
    );
    expect(terminalText('  a   b  ')).toBe('a b');
  });

  it('keeps what names are written with', () => {
    for (const text of [
      'Müller & Söhne GmbH',
      'شرکت نیک‌آفرین',
      'عَلِی',
      'Nguyễn Thị Ánh',
      '株式会社',
      'क्षत्रिय',
      '👩‍👩‍👧‍👦',
      '❤️',
      'a:b',
    ]) {
      expect(terminalText(text)).toBe(text);
    }
  });

  it('shows line breaks and tabs as one space', () => {
    expect(terminalText('Acme\r\n\tLtd.\u2028Berlin')).toBe('Acme Ltd. Berlin');
  });

  it('takes build-server commands apart', () => {
    expect(terminalText('::error::x')).toBe(': :error: :x');
    expect(terminalText('##[add-mask]x')).toBe('## [add-mask]x');
  });

  it('cuts a text of a million letters, in no time', () => {
    expect(terminalText('x'.repeat(1_000_000)).length).toBeLessThan(3_000);
    expect(terminalText(`a${'\u0301'.repeat(1_000_000)}`).length).toBeLessThan(10);
  });
});

describe('shellWord', () => {
  it('leaves plain names alone and quotes the others', () => {
    expect(shellWord('deals-2024.csv')).toBe('deals-2024.csv');
    expect(shellWord('معاملات.xlsx')).toBe('معاملات.xlsx');
    expect(shellWord('my deals.csv')).toBe("'my deals.csv'");
    expect(shellWord("it's; rm -rf $HOME")).toBe("'it'\\''s; rm -rf $HOME'");
    expect(shellWord('')).toBe("''");
  });

  it('never makes an option of a file, but keeps standard input', () => {
    expect(shellWord('--version')).toBe('./--version');
    expect(shellWord('-')).toBe('-');
  });
});

describe('jsonText', () => {
  it('parses to the same text, lone surrogates replaced, and shows no control or direction character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = jsonText(JSON.stringify({ [text]: text }));
        expect(written).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]|##\[/,
        );
        const wellFormed = text.replace(/\p{Cs}/gu, '\ufffd');
        expect(JSON.parse(written)).toEqual({ [wellFormed]: wellFormed });
      }),
    );
  });

  it('does not mistake an escaped backslash for an escape', () => {
    expect(jsonText(JSON.stringify('\\ud800'))).toBe('"\\\\ud800"');
    expect(jsonText(JSON.stringify('\ud800'))).toBe('"\\ufffd"');
  });
});
