/** Hooks that rolldown and vite share. */
export function kernel(more?: readonly string[]): {
  readonly name: string;
  readonly enforce: 'pre';
  resolveId(id: string, importer?: string): string | null;
  load(id: string): Promise<string | null>;
};
