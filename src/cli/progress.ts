import { basename } from 'node:path';
import { printable } from '../errors/printable.js';
import type { Lang, Phrase } from '../locale/text.js';

/** Nothing is shown for work that is done sooner: a line that flashes up is noise. */
const SILENT_MS = 500;
/** At most ten lines a second. */
const REDRAW_MS = 100;
const ERASE = '\r\u001b[K';

/** A line about a long read, on a terminal, erased when the work is done. */
export interface Progress {
  readonly update: (file: string, bytes: number, total: number | null) => void;
  /** Erases the line, and shows none any more. */
  readonly end: () => void;
}

export interface ProgressOptions {
  readonly lang: Lang;
  readonly width: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly write: (text: string) => void;
}

export const NO_PROGRESS: Progress = { update: () => {}, end: () => {} };

/** Starts the clock; the first line appears half a second later. */
export function startProgress({ lang, width, now, write }: ProgressOptions): Progress {
  let shown = false;
  let ended = false;
  let next = now() + SILENT_MS;
  return {
    update(file, bytes, total) {
      if (ended || now() < next) return;
      next = now() + REDRAW_MS;
      shown = true;
      const name = printable(file === '-' ? 'stdin' : basename(file));
      write(ERASE + LINE[lang]({ name, bytes, total }).slice(0, width - 1));
    },
    end() {
      if (shown && !ended) write(ERASE);
      ended = true;
    },
  };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);

const LINE: Phrase<{ name: string; bytes: number; total: number | null }> = {
  en: ({ name, bytes, total }) =>
    total === null || total <= 0
      ? `reading ${name}: ${megabytes(bytes)} MB`
      : `reading ${name}: ${percent(bytes, total)} % of ${megabytes(total)} MB`,
  fa: ({ name, bytes, total }) =>
    total === null || total <= 0
      ? `خواندن ${name}: ${megabytes(bytes)} مگابایت`
      : `خواندن ${name}: ${percent(bytes, total)}٪ از ${megabytes(total)} مگابایت`,
};

function percent(bytes: number, total: number): number {
  return Math.min(100, Math.floor((bytes / total) * 100));
}
