/** How many of one character a text ends in. A pattern such as `/x+$/` would begin anew at every x of the text. */
export function trailing(text: string, character: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end--;
  return text.length - end;
}

/** The text without the characters at its end that the pattern, for one character, fits. */
export function withoutTrailing(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const start = startOfLast(text, end);
    if (!character.test(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}

/** The text from the first to the last character that the pattern fits; '' where none does. */
export function between(text: string, character: RegExp): string {
  const start = text.search(character);
  if (start < 0) return '';
  let end = text.length;
  while (end > start) {
    const before = startOfLast(text, end);
    if (character.test(text.slice(before, end))) break;
    end = before;
  }
  return text.slice(start, end);
}

/** Where the last character before `end` begins: one of two units is one character. */
function startOfLast(text: string, end: number): number {
  const low = text.charCodeAt(end - 1);
  const high = end > 1 ? text.charCodeAt(end - 2) : 0;
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00 ? end - 2 : end - 1;
}
