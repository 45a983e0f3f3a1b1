/**
 * Words with a small number each, as two texts that a built program holds as they are (see tools/made-ahead.js): to split
 * one and put it into a map takes a tenth of the time that it takes to fold and sort out what people write.
 */
export interface NumberedWords {
  /** One word a line. */
  readonly words: string;
  /** The number of each, as a letter. */
  readonly numbers: string;
}

/** The letter of 0: what is below has meanings of its own in texts. */
const FIRST = 0x30;

export function numberedWords(numberOf: ReadonlyMap<string, number>): NumberedWords {
  return {
    words: [...numberOf.keys()].join('\n'),
    numbers: String.fromCharCode(...[...numberOf.values()].map((number) => FIRST + number)),
  };
}

export function numberOfWord({ words, numbers }: NumberedWords): Map<string, number> {
  const numberOf = new Map<string, number>();
  if (numbers === '') return numberOf;
  const all = words.split('\n');
  for (let at = 0; at < all.length; at++) numberOf.set(all[at] as string, numbers.charCodeAt(at) - FIRST);
  return numberOf;
}
