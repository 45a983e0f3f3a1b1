/** For the bundler: commander without what it starts other programs with. */
export function withoutChildProcesses(): {
  readonly name: string;
  transform(code: string, id: string): { code: string; map: null } | null;
};
