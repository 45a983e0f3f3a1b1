/** Hooks that rolldown and vite share. */
export function madeAhead(): {
  readonly name: string;
  readonly enforce: 'pre';
  resolveId(id: string, importer?: string): string | null;
  load(id: string): Promise<string | null>;
};
