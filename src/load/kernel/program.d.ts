/** The compiled program of an entry in AssemblyScript, as base64 text: see tools/kernel.js. */
declare module '*?kernel' {
  const base64: string;
  // biome-ignore lint/style/noDefaultExport: what the bundler makes of a program
  export default base64;
}
