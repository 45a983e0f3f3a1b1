declare module 'bidi-js' {
  interface Levels {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl' | 'auto'): Levels;
    getReorderedString(text: string, levels: Levels, start?: number, end?: number): string;
  }
  // biome-ignore lint/style/noDefaultExport: the package has one
  export default function factory(): Bidi;
}
