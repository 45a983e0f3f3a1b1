import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ChunkingContext, defineConfig, type Plugin } from 'rolldown';
import manifest from './package.json' with { type: 'json' };
import { browserScript } from './tools/browser-script.js';
import { kernel } from './tools/kernel.js';
import { madeAhead } from './tools/made-ahead.js';
import { slimSdk } from './tools/slim-sdk.js';
import { whenAskedFor } from './tools/when-asked-for.js';
import { withoutChildProcesses } from './tools/without-child-processes.js';
import { withoutLocales } from './tools/without-locales.js';

// Packages stay outside the bundle: `npm install` brings them, audits see them, and heavy ones load only when used.
// The protocol of `kpi mcp` stands inside, too: its package brings web servers that nothing here starts.
// What every report loads stands inside, each package in a file of its own with its licence, and stays a dependency for its
// types and for audits: from their packages, more than a hundred files would be found and read at every start, and those in
// CommonJS be read once more to find their exports.
const owned = ['commander', 'fastest-levenshtein', 'jalaali-js', 'papaparse', 're2js'];
// These are modules and nothing else: of a script, not every Node from 20.19 on can require them.
const modules = ['chalk', 'string-width', '@observablehq/plot'];
const inside = ['zod', 'date-fns', '@date-fns/utc', ...owned, ...modules];
const outside = Object.keys(manifest.dependencies).filter((name) => !inside.includes(name));
const external = [/^node:/, ...outside.map((name) => new RegExp(`^${name}(/|$)`))];

const licenceOf = (name: string) => {
  const [file] = ['LICENSE', 'LICENSE.md', 'license']
    .map((file) => `node_modules/${name}/${file}`)
    .filter((file) => existsSync(file));
  if (file === undefined) throw new Error(`${name}: no licence`);
  return `/*! ${name}\n${readFileSync(file, 'utf8')}*/\n`;
};
/** The packages that a file is made of, those that they bring among them. */
const packagesIn = (ids: readonly string[]) => {
  const names = ids.map((id) => /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
};

/** The package is of modules, and what is built of scripts: Node asks the nearest package.json what a `.js` is. */
const scripts: Plugin = {
  name: 'scripts',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

/** All that some files load before anything runs: a part of it in each of forty files would take longer to find than to read. */
const loadedBy = (...entries: readonly string[]) => {
  const files = new Set<string>();
  const add = (id: string, context: ChunkingContext): void => {
    if (files.has(id)) return;
    files.add(id);
    for (const one of context.getModuleInfo(id)?.importedIds ?? []) add(one, context);
  };
  return (id: string, context: ChunkingContext): boolean => {
    if (files.size === 0) for (const entry of entries) add(resolve(entry), context);
    return files.has(id);
  };
};
type Loaded = ReturnType<typeof loadedBy>;
const chunkOf = (name: string, isIn: Loaded) => ({
  debugName: name,
  name: (id: string, context: ChunkingContext) => (isIn(id, context) ? name : null),
});
const together = (name: string, ...entries: readonly string[]) => chunkOf(name, loadedBy(...entries));
const either =
  (...parts: readonly Loaded[]): Loaded =>
  (id, context) =>
    parts.some((isIn) => isIn(id, context));
const both =
  (one: Loaded, other: Loaded): Loaded =>
  (id, context) =>
    one(id, context) && other(id, context);

const readsPart = loadedBy(
  'src/load/read-part.ts',
  'src/load/collect.ts',
  'src/normalize/id-facts.ts',
  'src/normalize/named-customers.ts',
  'src/second/ahead.ts',
  'src/second/room-ahead.ts',
);
const runsRules = loadedBy('src/second/run-rules.ts');
const buildsSections = loadedBy('src/second/run-sections.ts');
const readsAhead = loadedBy('src/ahead/read-ahead.ts', 'src/load/fast-csv.ts');
const runsReport = loadedBy('src/cli/commands/report.ts');

export default defineConfig({
  input: {
    'cli/start': 'src/cli/start.ts',
    'cli/main': 'src/cli/main.ts',
    'cli/kept/thread': 'src/cli/kept/thread.ts',
    index: 'src/index.ts',
    'second/worker': 'src/second/worker.ts',
    'cli/answers/worker': 'src/cli/answers/worker.ts',
  },
  external,
  plugins: [
    browserScript(),
    kernel(),
    madeAhead(),
    withoutLocales(),
    withoutChildProcesses(),
    slimSdk(),
    // For patterns in conditions and in rules of a user's own.
    whenAskedFor('re2js'),
    // For texts of letters whose width is not plain.
    whenAskedFor('string-width'),
    scripts,
  ],
  platform: 'node',
  output: {
    dir: 'dist',
    // Node can keep what it compiled of a script, and older ones of nothing else: see src/cli/kept.
    format: 'cjs',
    strict: true,
    // A file of ASCII is a byte a letter when it is read and in memory; one Persian letter makes all of it two.
    charset: 'ascii',
    chunkFileNames: 'chunks/[name].js',
    banner: ({ moduleIds }) => packagesIn(moduleIds).map(licenceOf).join(''),
    cleanDir: true,
    // What the types tell is in their own files: here it would be read past at every start.
    comments: { legal: true, annotation: true, jsdoc: false },
    codeSplitting: {
      groups: [
        // What the protocol needs of zod beyond what everything else does stays with the protocol.
        { name: 'zod', test: /node_modules[\\/]zod[\\/](?!v4[\\/-]mini|v3)/, priority: 1 },
        { name: 'date-fns', test: /node_modules[\\/](?:@date-fns[\\/]utc|date-fns)[\\/]/, priority: 1 },
        ...owned.map((name) => ({ name, test: new RegExp(`node_modules[\\\\/]${name}[\\\\/]`), priority: 1 })),
        { name: 'plot', test: /node_modules[\\/](?:@observablehq|d3[^\\/]*)[\\/]/, priority: 1 },
        { name: 'chalk', test: /node_modules[\\/]chalk[\\/]/, priority: 1 },
        // With what it brings itself.
        {
          name: 'string-width',
          test: /node_modules[\\/](?:string-width|strip-ansi|ansi-regex|get-east-asian-width)[\\/]/,
          priority: 1,
        },
        // What the help is made of, which loads nothing else.
        {
          name: 'start',
          test: /[\\/]src[\\/](?:locale[\\/]direction|cli[\\/](?:closed-output|command-list|help-layout|program-help|terminal|topics|version|topics[\\/]\w+))\.ts$/,
          priority: 2,
        },
        // What either thread loads before all else.
        { name: 'keep', test: /[\\/]src[\\/]cli[\\/](?:kept[\\/](?!thread)[\w-]+|flags)\.ts$/, priority: 2 },
        // What every command begins with, in one file: entries that share a part of it would cut it into twenty.
        {
          name: 'core',
          test: /[\\/]src[\\/](?:disk|errors)[\\/]|[\\/]src[\\/]locale[\\/](?:byte-size|calendar|currencies|deal-changes|digits|fold|on-demand|suggest|text|typed-day)\.ts$/,
        },
        // What the second thread begins with, and the little that what either thread begins with shares with what that one does later.
        chunkOf(
          'reader',
          either(readsPart, both(runsRules, either(readsAhead, runsReport)), both(buildsSections, readsAhead)),
        ),
        together('main', 'src/cli/main.ts'),
        // What the first thread loads before the second one begins to read.
        chunkOf('ahead', readsAhead),
        // What the second thread loads to run rules, and no more: it would take longer than to run them.
        chunkOf('rules', runsRules),
        // What it loads to build sections of a report, in the same way.
        chunkOf('sections', buildsSections),
        together('report', 'src/index.ts', 'src/load/fast-csv.ts', 'src/report/sections/parts/index.ts'),
        chunkOf('command', runsReport),
        { name: 'mcp-sdk', test: /node_modules[\\/](?:@modelcontextprotocol|zod)[\\/]/ },
      ],
    },
  },
});
