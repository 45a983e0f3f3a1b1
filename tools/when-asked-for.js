// A package that stands in a file of its own is loaded with whoever imports it, before anything runs. One that few runs
// need is loaded when something of it is asked for.

/** For the bundler, of scripts: the file `./<name>.js` is loaded when it is first used. */
export function whenAskedFor(name) {
  const load = `require("./${name}.js")`;
  return {
    name: 'when-asked-for',
    renderChunk(code) {
      const line = new RegExp(`^const (\\w+) = require\\("\\./${name}\\.js"\\);$`, 'm').exec(code);
      if (line === null) return null;
      const [whole, variable] = line;
      const used = new Set([...code.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))].map(([, one]) => one));
      const uses = code.split(new RegExp(`\\b${variable}\\b`)).length - 2;
      const told = [...code.matchAll(new RegExp(`\\b${variable}\\.\\w`, 'g'))].length;
      if (used.size === 0 || uses !== told) throw new Error(`${name}: used as a whole`);
      const getters = [...used].map((one) => `get ${one}() { return ${load}.${one}; }`);
      return code.replace(whole, () => `const ${variable} = { ${getters.join(', ')} };`);
    },
  };
}
