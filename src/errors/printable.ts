/** Longest value that a message repeats in full. */
const LONGEST_VALUE = 300;

/**
 * A text from outside (a path, a cell, a name in a config) made fit for one line of a terminal: line breaks, control
 * characters (C0, DEL, C1: the carriers of escape sequences, CWE-150) and invisible direction marks are shown as
 * `\x1b`, `\n` or `\u{202e}`; lone surrogates become U+FFFD; a very long text is cut with `…`.
 */
export function printable(text: string, longest = LONGEST_VALUE): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
      (character) => {
        if (character === '\n') return '\\n';
        if (character === '\r') return '\\r';
        if (character === '\t') return '\\t';
        const code = character.charCodeAt(0);
        return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
      },
    );
}
