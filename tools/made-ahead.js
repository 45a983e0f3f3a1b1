// Lists of words are folded, sorted out and put together when the program is built, not at each start of it:
// `import texts from './words.js?made'` is what `words.ts` exports as `texts` (texts by name), as a literal.
// One plugin for the bundler, the tests and tools/ts.js, which take the same hooks.
import { dirname, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const SUFFIX = '?made';
const MARK = '\0made:';

/** @returns {{ name: string, enforce: 'pre', resolveId: (id: string, importer?: string) => string | null, load: (id: string) => Promise<string | null> }} */
export function madeAhead() {
  return {
    name: 'made-ahead',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.endsWith(SUFFIX) || importer === undefined) return null;
      return MARK + resolve(dirname(importer), id.slice(0, -SUFFIX.length)).replace(/\.js$/, '.ts');
    },
    async load(id) {
      if (!id.startsWith(MARK)) return null;
      // A list may be made with what is made of another.
      const plugins = [madeAhead()];
      const bundle = await rolldown({ input: id.slice(MARK.length), plugins, platform: 'node', logLevel: 'warn' });
      const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
      await bundle.close();
      const code = Buffer.from(output[0].code).toString('base64');
      const { texts } = await import(`data:text/javascript;base64,${code}`);
      return `export default ${JSON.stringify(texts)};`;
    },
  };
}
