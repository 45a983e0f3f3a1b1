import { defineConfig } from 'rolldown';
import manifest from './package.json' with { type: 'json' };
import { browserScript } from './tools/browser-script.js';

// Packages stay outside the bundle: `npm install` brings them, audits see them, and heavy ones load only when used.
const external = [/^node:/, ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`))];

export default defineConfig({
  input: { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts', 'load/worker': 'src/load/worker.ts' },
  external,
  plugins: [browserScript()],
  platform: 'node',
  output: { dir: 'dist', format: 'esm', chunkFileNames: 'chunks/[name].js', cleanDir: true },
});
