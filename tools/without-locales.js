// zod's entry brings its messages in 60 languages, which nothing here ever asks for: they would be read at every start.
const INDEX = /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/;

/** For the bundler: zod without those messages but the English ones, which are its default. */
export function withoutLocales() {
  return {
    name: 'without-locales',
    load(id) {
      return INDEX.test(id) ? { code: 'export {};', moduleSideEffects: false } : null;
    },
  };
}
