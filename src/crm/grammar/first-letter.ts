const LAST_ASCII = 0x7f;

/** Whether a word begins with a letter of ASCII, or is empty. The lexicon is in two halves: most files need one. */
export function isFirstLatin(word: string): boolean {
  return word === '' || word.charCodeAt(0) <= LAST_ASCII;
}
