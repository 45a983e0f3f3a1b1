import type { Phrase } from '../../locale/text.js';

/** What a message may name of a violation. */
export interface Told {
  /** What the cell holds; '' where it is empty. */
  readonly value: string;
  /** The row of a spreadsheet. */
  readonly row: number;
  readonly column: string;
}

const PLACE = /\{(value|row|column)\}/g;

/** The user's own sentence with what it names of each violation. */
export function ownMessage(message: string): Phrase<Told> {
  const said = (told: Told): string => message.replace(PLACE, (_, name: keyof Told) => String(told[name]));
  return { en: said, fa: said };
}
