/** Text measured as a terminal shows it: in columns, wide letters as two, marks as none. Input is sanitised text. */
import stringWidth from 'string-width';

const ELLIPSIS = '…';
/** Made when a text is cut: the first takes megabytes of memory, and many outputs cut none. */
const made: { graphemes?: Intl.Segmenter } = {};
function graphemesOf(text: string): Intl.Segments {
  made.graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return made.graphemes.segment(text);
}

/**
 * Letters, digits and signs of Latin and Arabic script, spaces that hold together, lines and bars, which are one column each
 * and join no neighbour; and what has no width: the non-joiner of Persian, and the isolates that we write.
 */
const PLAIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u066d\u0671-\u06d3\u06f0-\u06f9\u200c\u2013\u2014\u2018-\u201d\u2022\u2026\u202f\u2066-\u2069\u2190-\u2193\u2212\u2264\u2265\u2500-\u259f\u25b2\u25bc\u2713\u2717]*$/;
const WITHOUT_WIDTH = /[\u200c\u2066-\u2069]/g;

/** Columns the text takes. */
export function widthOf(text: string): number {
  // Nearly all texts are of these, and taking a text apart into letters costs fifty times as much.
  return PLAIN.test(text) ? text.length - (text.match(WITHOUT_WIDTH)?.length ?? 0) : stringWidth(text);
}

/** The text if it fits, else its beginning and `…`; never wider than `width`, `''` for 0. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width < 1) return '';
  return head(text, width - 1).trimEnd() + ELLIPSIS;
}

/**
 * The text in lines of at most `width` columns, broken at spaces. A word that is wider than a line is broken behind a
 * mark of its own where it has one (ids, paths), and else, with `long` = cut, ends with `…`. At most `most` lines; the
 * last then ends with `…`. Empty text is no lines.
 */
export function wrap(
  text: string,
  width: number,
  most = Number.POSITIVE_INFINITY,
  long: 'break' | 'cut' = 'break',
): string[] {
  if (width < 1) return [];
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ').filter((word) => word !== '');
  for (const [index, whole] of words.entries()) {
    let word = whole;
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (lines.length + 1 >= most) return [...lines, cut(line, words.slice(index), width)];
    if (line !== '') lines.push(line);
    while (widthOf(word) > width) {
      if (lines.length + 1 >= most) return [...lines, cut('', [word, ...words.slice(index + 1)], width)];
      const start = head(word, width);
      const part = brokenAtMark(start) || firstLetter(word, width);
      if (long === 'cut' && !/(?:_|\p{L}[./-])$/u.test(part)) {
        word = truncate(word, width);
        break;
      }
      if (widthOf(part) <= width) lines.push(part);
      word = word.slice(part.length);
    }
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}

/** The last line of several that are too many: as much as fits, and `…`. */
function cut(line: string, rest: readonly string[], width: number): string {
  const text = line === '' ? (rest[0] ?? '') : `${line} ${rest[0] ?? ''}`;
  return widthOf(text) < width ? text + ELLIPSIS : truncate(`${text} ${ELLIPSIS}`, width);
}

/** The longest beginning of whole letters that takes at most `width` columns. */
function head(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const { segment } of graphemesOf(text)) {
    used += widthOf(segment);
    if (used > width) break;
    taken += segment;
  }
  return taken;
}

/**
 * The beginning of a word up to its last `_`, or `.`, `/` or `-` behind a letter, so that ids and paths break where they
 * are read, and figures and days do not.
 */
function brokenAtMark(part: string): string {
  const mark = part.search(/(?:_|(?<=\p{L})[./-])[^_./-]*$/u) + 1;
  return mark > part.length / 2 ? part.slice(0, mark) : part;
}

/** The first letter with its marks; of one whose marks alone are too wide (a note drawn of three signs) the first sign. */
function firstLetter(text: string, width: number): string {
  for (const { segment } of graphemesOf(text)) {
    return widthOf(segment) <= width ? segment : String.fromCodePoint(segment.codePointAt(0) ?? 0);
  }
  return text;
}
