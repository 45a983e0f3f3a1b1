import { findChromium, NO_CHROMIUM } from './chromium.js';

/** Run by Vitest before all tests: what it gives back is run after them, so that the notice is the last thing printed. */
export function setup(): () => void {
  return () => {
    if (findChromium() === null) console.error(`\n${framed(NO_CHROMIUM, 96)}\n`);
  };
}

/** A text in a frame of the given width. */
function framed(text: string, width: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (`${last} ${word}`.length > width - 4) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`.trimStart();
  }
  const edge = '!'.repeat(width);
  return [edge, ...lines.map((line) => `! ${line.padEnd(width - 4)} !`), edge].join('\n');
}
