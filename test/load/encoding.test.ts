import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { createUtf8Check, encodingOfDamagedText, encodingOfStart, namedEncoding } from '../../src/load/encoding.js';

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const damaged = (bytes: readonly number[]): Promise<unknown> => encodingOfDamagedText(once(Uint8Array.from(bytes)));

describe('the encoding', () => {
  it('is told by a byte order mark', () => {
    expect(encodingOfStart(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({ name: 'utf-8', guessed: false });
    expect(encodingOfStart(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toEqual({ name: 'utf-16le', guessed: false });
    expect(encodingOfStart(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toEqual({ name: 'utf-16be', guessed: false });
  });

  it('is told by where the NULs stand when UTF-16 has no mark, also under Persian text', () => {
    const text = Buffer.from('id,نام\r\n1,شرکت پارس\r\n2,گروه صنعتی\r\n', 'utf16le');
    expect(encodingOfStart(text)).toEqual({ name: 'utf-16le', guessed: true });
    expect(encodingOfStart(Buffer.from(text).swap16())).toEqual({ name: 'utf-16be', guessed: true });
  });

  it('is not UTF-16 because of a stray NUL', () => {
    expect(encodingOfStart(Buffer.from('id,amount\nD1,1\0\nD2,2\n'))).toBeNull();
  });

  it('is UTF-8 only if all bytes are, also where a character is cut between pieces', () => {
    const whole = createUtf8Check();
    whole.add(Uint8Array.of(0x61, 0xd8));
    whole.add(Uint8Array.of(0xa7));
    expect(whole.valid()).toBe(true);
    const cut = createUtf8Check();
    cut.add(Uint8Array.of(0x61, 0xd8));
    expect(cut.valid()).toBe(false);
    const wrong = createUtf8Check();
    wrong.add(Uint8Array.of(0xff));
    wrong.add(Uint8Array.of(0x61));
    expect(wrong.valid()).toBe(false);
  });

  it('stays UTF-8 where most of what is beyond ASCII is', async () => {
    const text = Buffer.concat([Buffer.from('Müller Søren '), Uint8Array.of(0xff), Buffer.from(' end')]);
    expect(await damaged([...text])).toEqual({ name: 'utf-8', guessed: false });
  });

  // Bytes written down from the code charts of the Unicode consortium (VENDORS/MICSFT/WINDOWS).
  it('is windows-1256 where the words are Arabic or Persian', async () => {
    // شركت پارس
    expect(await damaged([0xd4, 0xd1, 0xdf, 0xca, 0x20, 0x81, 0xc7, 0xd1, 0xd3])).toMatchObject({
      name: 'windows-1256',
    });
  });

  it('is windows-1251 where the words are Cyrillic', async () => {
    // Сделка выиграна
    const bytes = [0xd1, 0xe4, 0xe5, 0xeb, 0xea, 0xe0, 0x20, 0xe2, 0xfb, 0xe8, 0xe3, 0xf0, 0xe0, 0xed, 0xe0];
    expect(await damaged(bytes)).toEqual({ name: 'windows-1251', guessed: true });
  });

  it('is windows-1254 where Turkish letters stand among Latin ones', async () => {
    // öğretmen güneş ışık
    const bytes = [...Buffer.from('\u00f6\u00f0retmen g\u00fcne\u00fe \u00fd\u00fe\u00fdk', 'latin1')];
    expect(await damaged(bytes)).toMatchObject({ name: 'windows-1254' });
  });

  it.each(['société gagnée à l\u0092été', 'Müller Straße', 'São Paulo ação', 'José'])(
    'is windows-1252 for %s',
    async (text) => {
      expect(await damaged([...Buffer.from(text, 'latin1')])).toMatchObject({ name: 'windows-1252', guessed: true });
    },
  );

  it('is what the user says, by any of its names, or an error', () => {
    expect(namedEncoding('cp1256')).toEqual({ name: 'windows-1256', guessed: false });
    expect(namedEncoding('UTF8').name).toBe('utf-8');
    expect(() => namedEncoding('klingon')).toThrow(UserError);
  });
});
