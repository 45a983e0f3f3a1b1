const BINARY = 1024;
const DECIMAL = 1000;
const PREFIXES: readonly string[] = ['', 'K', 'M', 'G', 'T'];
const SIZE = /^(\d{1,12}(?:\.\d{1,3})?) ?([KMGT]?)(i?)B?$/i;

/** The bytes that `4GB`, `500 MB`, `2GiB` or `1000` mean; null for anything else. A lone `i` means nothing. */
export function parseSize(text: string): number | null {
  const [, number, prefix = '', binary] = SIZE.exec(text.trim()) ?? [];
  if (number === undefined || (binary !== '' && prefix === '')) return null;
  const power = PREFIXES.indexOf(prefix.toUpperCase());
  const bytes = Math.floor(Number(number) * (binary === '' ? DECIMAL : BINARY) ** power);
  return bytes > 0 ? bytes : null;
}

/** A number of bytes as a person writes it: `2 GiB` where it is round in binary units, else `1.2 MB`. */
export function printSize(bytes: number): string {
  const [base, mark] = isRound(bytes, BINARY) && !isRound(bytes, DECIMAL) ? [BINARY, 'i'] : [DECIMAL, ''];
  let power = 0;
  while (power < PREFIXES.length - 1 && bytes >= base ** (power + 1)) power++;
  const number = Number((bytes / base ** power).toFixed(1));
  return power === 0 ? `${number} B` : `${number} ${PREFIXES[power]}${mark}B`;
}

/** Whether at most three digits and a prefix say it all. */
function isRound(bytes: number, base: number): boolean {
  let rest = bytes;
  while (rest >= base && rest % base === 0) rest /= base;
  return rest < base && bytes >= base;
}
