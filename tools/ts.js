// Runs a TypeScript program of this repository on any supported Node: `node tools/ts.js docs/build.ts --check`.
// The program is bundled by the build tool we already have; packages stay outside and come from node_modules.
import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { browserScript } from './browser-script.js';
import { kernel } from './kernel.js';
import { madeAhead } from './made-ahead.js';

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) throw new Error('usage: node tools/ts.js PROGRAM.ts [argument…]');

// Below node_modules, so that the program finds its packages.
const folder = resolve('node_modules', '.cache', 'ts', `${basename(entry, '.ts')}-${process.pid}`);
const file = join(folder, 'program.js');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  input: entry,
  external: [/^node:/, /^[^./\0]/],
  plugins: [browserScript(), kernel(), madeAhead()],
  platform: 'node',
  output: { file, format: 'esm', codeSplitting: false },
  logLevel: 'warn',
});
process.argv = [process.execPath, entry, ...args];
await import(pathToFileURL(file).href);
