// Preloaded into a measured Node process (`node --require`): leaves what it used in the file named by KPI_MEASURE.
// Memory is the kernel's high-water mark of the resident set (VmHWM) where there is one: `maxRSS` also counts what the
// parent held when it started the process. Processor time is that of all threads.
const { isMainThread } = require('node:worker_threads');

const file = process.env.KPI_MEASURE;
if (file !== undefined && isMainThread) {
  process.on('exit', () => {
    const { readFileSync, writeFileSync } = require('node:fs');
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    let kib = maxRSS;
    try {
      kib = Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? maxRSS);
    } catch {}
    writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: kib * 1024 }));
  });
}
