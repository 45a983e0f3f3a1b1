import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../src/load/decode.js';
import { encodingNamed } from '../../src/load/encoding-names.js';

describe('the name of an encoding', () => {
  it.each([
    ['utf8', 'utf-8'],
    ['UTF-8-SIG', 'utf-8'],
    ['latin1', 'windows-1252'],
    ['ISO 8859-1', 'windows-1252'],
    ['iso-8859-2', 'iso-8859-2'],
    ['Latin2', 'iso-8859-2'],
    ['cp1250', 'windows-1250'],
    ['win1251', 'windows-1251'],
    ['windows_1256', 'windows-1256'],
    ['1253', 'windows-1253'],
    ['cp437', 'cp437'],
    ['IBM850', 'cp850'],
    ['850', 'cp850'],
    ['cp866', 'ibm866'],
    ['koi8-r', 'koi8-r'],
    ['MacRoman', 'macintosh'],
    ['mac', 'macintosh'],
    ['Shift-JIS', 'shift_jis'],
    ['sjis', 'shift_jis'],
    ['cp932', 'shift_jis'],
    ['GBK', 'gbk'],
    ['gb2312', 'gbk'],
    ['GB18030', 'gb18030'],
    ['cp936', 'gb18030'],
    ['euc_kr', 'euc-kr'],
    ['cp949', 'euc-kr'],
    ['big5', 'big5'],
    ['EUC-JP', 'euc-jp'],
    ['utf-16', 'utf-16le'],
  ])('%s is %s', (label, name) => {
    expect(encodingNamed(label)).toBe(name);
    expect(createDecoder(name)(Uint8Array.of(0x41, 0), true).replace('\0', '')).toMatch(/^A?/);
  });

  it.each(['klingon', '', 'constructor', 'cp', '8859-99', 'cp999'])('%j is none', (label) => {
    expect(encodingNamed(label)).toBeNull();
  });
});
