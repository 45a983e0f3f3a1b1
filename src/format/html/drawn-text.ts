/** Texts in drawings: nothing around them gives them a direction, so they bring their own. */
import { directedText } from '../../locale/direction.js';
import type { Words } from '../page.js';
import { nameText, plainText } from './markup.js';
import type { Page } from './page.js';

/** Read from right to left even where no letter says so: `۴۸۰ میلیون  +۲۰٪`. */
const RIGHT_TO_LEFT = '\u200f';

/** Words of ours in a drawing. */
export function drawnText(said: Words, page: Page): string {
  const text = plainText(said);
  return page.rtl ? RIGHT_TO_LEFT + directedText(text) : text;
}

/** A name from a file in a drawing: harmless, on one line, cut where it is very long. */
export function drawnName(name: Words): string {
  return nameText(plainText(name));
}
