/** The names that a delimiter may be called by. */
export const DELIMITERS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
  space: ' ',
};

/** The delimiter of a name or of the character itself, or null. A space may belong to it: `, `. */
export function delimiterOf(text: string): string | null {
  const named = Object.hasOwn(DELIMITERS, text.toLowerCase()) ? DELIMITERS[text.toLowerCase()] : undefined;
  const character = named ?? text;
  const single = character.length === 2 && character.endsWith(' ') ? character.slice(0, 1) : character;
  return Object.values(DELIMITERS).includes(single) ? character : null;
}
