import { DOS_PAGES } from './dos-pages.js';

/** Names that people and programs give encodings, and `TextDecoder` does not know. Spaces, `-` and `_` do not count. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  windows932: 'shift_jis',
  cp936: 'gb18030',
  ms936: 'gb18030',
  windows936: 'gb18030',
  euccn: 'gb18030',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  windows949: 'euc-kr',
  uhc: 'euc-kr',
  cp950: 'big5',
  ms950: 'big5',
  windows950: 'big5',
  cp51932: 'euc-jp',
  cp65001: 'utf-8',
  utf8bom: 'utf-8',
  utf8sig: 'utf-8',
  ucs2: 'utf-16le',
  ansi: 'windows-1252',
  mac: 'macintosh',
  macroman: 'macintosh',
  applemacroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  oem: 'cp437',
  dos: 'cp437',
  koi8: 'koi8-r',
};
const DOS = /^(?:cp|ibm|dos|oem)?(\d{3})$/;
const WINDOWS = /^(?:cp|win|windows|ansi)?(125[0-8]|874)$/;
const ISO = /^(?:iso)?8859(\d{1,2})$/;

/** The encoding that people call by a name, as `createDecoder` names it; null where there is none. */
export function encodingNamed(label: string): string | null {
  const plain = label.toLowerCase().replace(/[\s_-]/g, '');
  const dos = `cp${DOS.exec(plain)?.[1]}`;
  if (Object.hasOwn(DOS_PAGES, dos)) return dos;
  const other = Object.hasOwn(OTHER_NAMES, plain) ? OTHER_NAMES[plain] : undefined;
  const windows = WINDOWS.exec(plain)?.[1];
  const iso = ISO.exec(plain)?.[1];
  const name = other ?? (windows && `windows-${windows}`) ?? (iso && `iso-8859-${iso}`) ?? label.trim();
  for (const spelled of [name, name.replace(/[\s_]/g, '-')]) {
    try {
      return new TextDecoder(spelled).encoding;
    } catch {
      // Not by this spelling.
    }
  }
  return null;
}
