/** A page that is drawn again and again: in place on a terminal, one behind the other in a pipe. */
import type { Writable } from 'node:stream';
import { writeStream } from '../output.js';
import { canRedraw, type Environment, type Terminal } from '../terminal.js';

/** Home, and away with all that was there, what was scrolled away included (ECMA-48 CUP, ED; xterm's ED 3). */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J';
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
/** What pagers and printers take for a new page. */
const NEXT_PAGE = '\f';

export interface Screen {
  /** Shows a page in place of the one before. */
  readonly draw: (pieces: Iterable<string>) => Promise<void>;
  /** Gives the cursor back for as long as a signal may end the program at once. */
  readonly cursor: (shown: boolean) => void;
}

export function createScreen(stream: Writable & Terminal, env: Environment): Screen {
  const inPlace = canRedraw(stream, env);
  let pages = 0;
  let hidden = false;
  return {
    async draw(pieces) {
      const before = inPlace ? CLEAR : pages === 0 ? '' : NEXT_PAGE;
      pages++;
      await writeStream(stream, [before, ...pieces]);
    },
    cursor(shown) {
      if (!inPlace || hidden === !shown) return;
      hidden = !shown;
      stream.write(shown ? SHOW_CURSOR : HIDE_CURSOR);
    },
  };
}
