export function slimSdk(): {
  readonly name: string;
  load(id: string): { readonly code: string; readonly moduleSideEffects: boolean } | null;
};
