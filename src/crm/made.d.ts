/** Texts by name, made by a module when the program is built: see tools/made-ahead.js. */
declare module '*?made' {
  const texts: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: what the bundler makes of a module
  export default texts;
}
