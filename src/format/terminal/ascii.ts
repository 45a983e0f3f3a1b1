/** What a terminal without Unicode (`TERM=dumb`, a locale that is not UTF-8) is given instead of our own signs. */

const SIGNS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '·': '-',
  '×': 'x',
  '±': '+-',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '→': '->',
  '←': '<-',
  '▲': '^',
  '▼': 'v',
  '✓': 'ok',
  '✗': 'x',
  '†': '+',
  '‡': '++',
};
const SIGN = new RegExp(`[${Object.keys(SIGNS).join('')}]`, 'g');

/** For texts, before they are laid out: some signs become wider. */
export function asciiText(text: string): string {
  return text.replace(SIGN, (sign) => SIGNS[sign] ?? sign);
}

const DRAWN = '─═▁▂▃▄▅▆▇█▏▎▍▌▋▊▉·…';
const DRAWN_IN_ASCII = '-=_.,-~+*#---####..';

/** For finished lines: what was drawn while they were laid out, character by character. */
export function asciiLine(line: string): string {
  return line.replace(/[─═▁▂▃▄▅▆▇█▏▎▍▌▋▊▉·…]/g, (sign) => DRAWN_IN_ASCII[DRAWN.indexOf(sign)] ?? sign);
}
