/** The text of a program of this folder, bundled: see tools/browser-script.js. */
declare module '*?script' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: what the bundler makes of a file that is a text
  export default text;
}
