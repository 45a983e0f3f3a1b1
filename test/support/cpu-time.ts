/**
 * Milliseconds of processor time that this process has used: what work costs, however many others share the machine.
 * Tests of linear behaviour compare this, never the wall clock, which is late on a busy machine.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
