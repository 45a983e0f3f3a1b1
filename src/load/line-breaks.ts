/**
 * Walks the line ends of a text in order: LF, CR and CRLF alike, CRLF as one. The next LF and the next CR are
 * remembered, so that walking a file costs one native search per line end.
 */
export interface LineBreaks {
  /** Start of the next line end that was not passed, or Infinity. */
  next: number;
  /** Passes it and returns the position after it. */
  pass(): number;
}

export function lineBreaks(text: string): LineBreaks {
  const find = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  let lf = find('\n', 0);
  let cr = find('\r', 0);
  const breaks: LineBreaks = {
    next: Math.min(lf, cr),
    pass() {
      const after = cr < lf && lf === cr + 1 ? cr + 2 : breaks.next + 1;
      if (lf < after) lf = find('\n', after);
      if (cr < after) cr = find('\r', after);
      breaks.next = Math.min(lf, cr);
      return after;
    },
  };
  return breaks;
}

/** Position of the first line end at or after `from`, or Infinity. */
export function nextLineBreak(text: string, from: number): number {
  const lf = text.indexOf('\n', from);
  // Looking for a CR no further than the LF keeps a file without CR from being searched to its end each time.
  const cr = (lf < 0 ? text.slice(from) : text.slice(from, lf)).indexOf('\r');
  if (cr >= 0) return from + cr;
  return lf < 0 ? Number.POSITIVE_INFINITY : lf;
}
