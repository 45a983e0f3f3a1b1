// What the protocol's package brings for other uses than ours: a validator of answers to questions that this server never
// asks, zod 3 and its converter for schemas that nobody here makes.
const UNUSED = [
  [/[\\/]@modelcontextprotocol[\\/]sdk[\\/].*[\\/]validation[\\/]ajv-provider\.js$/, 'AjvJsonSchemaValidator'],
  [/[\\/]zod-to-json-schema[\\/]/, 'zodToJsonSchema'],
  [/[\\/]zod[\\/]v3[\\/]index\.js$/, 'object'],
];

/** For the bundler: the protocol without its parts that are never used; each throws should it be after all. */
export function slimSdk() {
  return {
    name: 'slim-sdk',
    load(id) {
      const name = UNUSED.find(([path]) => path.test(id))?.[1];
      if (name === undefined) return null;
      const code =
        name === 'AjvJsonSchemaValidator'
          ? `export class ${name} { getValidator() { throw new Error('${name} is not in this bundle'); } }`
          : `export function ${name}() { throw new Error('${name} is not in this bundle'); }`;
      return { code, moduleSideEffects: false };
    },
  };
}
