/** Small drawings side by side, one a group, that can be compared because they share their axes. */
import { type Html, html } from '../markup.js';
import { type Drawing, type Room, svg } from './draw.js';

export interface Small {
  readonly name: string;
  readonly draw: (room: Room) => Drawing;
}

/** Three stand side by side, or four; on a phone one below the other, hardly larger than drawn. */
const THREE: Room = { width: 330, narrow: true };
const FOUR: Room = { width: 245, narrow: true };
export const SMALL_HEIGHT = 118;

/** Drawn once: they are small enough for every place. */
export function many(drawings: readonly Small[], label: string): Html {
  const four = drawings.length % 4 === 0 || drawings.length === 7;
  return html`<div class="many${four ? ' four' : ''}" role="img" aria-label="${label}">${drawings.map(
    ({ name, draw }) => html`<div><p class="sub"><bdi>${name}</bdi></p>${svg(draw(four ? FOUR : THREE))}</div>`,
  )}</div>`;
}
