import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';
import manifest from './package.json' with { type: 'json' };
import { browserScript } from './tools/browser-script.js';
import { withoutLocales } from './tools/without-locales.js';

// Packages stay outside the bundle: `npm install` brings them, audits see them, and heavy ones load only when used.
// zod alone stands inside, in a file of its own with its licence, and stays a dependency for its types: from its
// package nearly a hundred files would be read at every start.
const outside = Object.keys(manifest.dependencies).filter((name) => name !== 'zod');
const external = [/^node:/, ...outside.map((name) => new RegExp(`^${name}(/|$)`))];

const licence = `/*! zod\n${readFileSync('node_modules/zod/LICENSE', 'utf8')}*/`;

export default defineConfig({
  input: { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts', 'load/worker': 'src/load/worker.ts' },
  external,
  plugins: [browserScript(), withoutLocales()],
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: 'chunks/[name].js',
    banner: ({ name }) => (name === 'zod' ? licence : ''),
    cleanDir: true,
    codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]/ }] },
  },
});
