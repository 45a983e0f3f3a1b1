// What runs in a page is TypeScript, too: `import script from './page.js?script'` is the bundled, minified text of it.
// One plugin for the bundler, the tests and tools/ts.js, which take the same hooks.
import { dirname, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const SUFFIX = '?script';
const MARK = '\0script:';

/** @returns {{ name: string, enforce: 'pre', resolveId: (id: string, importer?: string) => string | null, load: (id: string) => Promise<string | null> }} */
export function browserScript() {
  return {
    name: 'browser-script',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.endsWith(SUFFIX) || importer === undefined) return null;
      return MARK + resolve(dirname(importer), id.slice(0, -SUFFIX.length)).replace(/\.js$/, '.ts');
    },
    async load(id) {
      if (!id.startsWith(MARK)) return null;
      const bundle = await rolldown({ input: id.slice(MARK.length), platform: 'browser', logLevel: 'warn' });
      const { output } = await bundle.generate({ format: 'iife', minify: true });
      await bundle.close();
      return `export default ${JSON.stringify(output[0].code.trim())};`;
    },
  };
}
