// Preloaded into a measured process (`node --import`): leaves what the process used in the file named by KPI_MEASURE.
// `maxRSS` is in KiB, as the kernel counts it; times are microseconds of all threads.
import { writeFileSync } from 'node:fs';

const file = process.env.KPI_MEASURE;
if (file !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ cpu: userCPUTime + systemCPUTime, peak: maxRSS }));
  });
}
