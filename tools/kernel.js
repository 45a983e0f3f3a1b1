// The readers' kernels are AssemblyScript: `import program from './assembly/index.js?kernel'` is compiled WebAssembly,
// as base64 text. One plugin for the bundler, the tests and tools/ts.js, which take the same hooks.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const SUFFIX = '?kernel';
const MARK = '\0kernel:';
// The bundler runs its configuration, and this with it, from a file of its own: the place of this one tells nothing.
const CACHE = resolve('node_modules', '.cache', 'kernel');
// Two readers share a memory. One page less than 4 GiB: a place behind the last byte is a number, too.
const OPTIONS = [
  ...['-O3', '--converge', '--noAssert', '--runtime', 'stub'],
  ...['--enable', 'simd', '--enable', 'bulk-memory', '--enable', 'threads'],
  ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65535'],
];

/**
 * @param {readonly string[]} [more] of the compiler's options: `--debug` keeps the names of functions, for a profile
 * @returns {{ name: string, enforce: 'pre', resolveId: (id: string, importer?: string) => string | null, load: (id: string) => Promise<string | null> }}
 */
export function kernel(more = []) {
  const options = [...OPTIONS, ...more];
  return {
    name: 'kernel',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.endsWith(SUFFIX) || importer === undefined) return null;
      return MARK + resolve(dirname(importer), id.slice(0, -SUFFIX.length)).replace(/\.js$/, '.ts');
    },
    async load(id) {
      if (!id.startsWith(MARK)) return null;
      const entry = id.slice(MARK.length);
      const cached = join(CACHE, `${hashOf(entry, options)}.wasm`);
      let program = bytesOf(cached);
      if (program === null) {
        program = await compiled(entry, options);
        mkdirSync(CACHE, { recursive: true });
        // Another build may be reading it.
        writeFileSync(`${cached}.${process.pid}`, program);
        renameSync(`${cached}.${process.pid}`, cached);
      }
      return `export default '${Buffer.from(program).toString('base64')}';`;
    },
  };
}

/** Of everything that the compiled program depends on. Several programs may stand in one folder. */
function hashOf(entry, options) {
  const folder = dirname(entry);
  const hash = createHash('sha256').update(JSON.stringify([basename(entry), ...options]));
  hash.update(readFileSync(resolve('node_modules', 'assemblyscript', 'package.json')));
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.ts')) hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

async function compiled(entry, options) {
  // Loaded only where something has to be compiled: it takes longer than all the rest of a build.
  const { default: asc } = await import('assemblyscript/asc');
  let program = null;
  const { error, stderr } = await asc.main([entry, '--outFile', 'kernel.wasm', ...options], {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) program = contents;
    },
  });
  if (error || program === null) throw new Error(`${entry} does not compile:\n${stderr}`);
  return program;
}
