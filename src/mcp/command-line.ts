/** Arguments as they are typed into a shell. */

/** `kpi report deals.csv --where 'amount > 1000'` */
export function commandLine(args: readonly string[]): string {
  return ['kpi', ...args].map(quoted).join(' ');
}

function quoted(argument: string): string {
  return /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
