import { Chalk } from 'chalk';
import type { Tone } from '../page.js';

export type Painter = (text: string, tone: Tone | undefined) => string;

/**
 * Paints in the sixteen colours that every terminal lets its user choose, or not at all. The level is ours: the
 * package's own detection reads the environment and knows nothing of NO_COLOR.
 */
export function painter(color: boolean): Painter {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const paints: { readonly [T in Tone]: (text: string) => string } = {
    strong: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
  };
  return (text, tone) => (tone === undefined || text === '' ? text : paints[tone](text));
}
