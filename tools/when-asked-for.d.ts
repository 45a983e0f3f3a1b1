import type { Plugin } from 'rolldown';

/** For the bundler, of scripts: the file `./<name>.js` is loaded when it is first used. */
export function whenAskedFor(name: string): Plugin;
