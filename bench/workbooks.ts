/**
 * Times `kpi report` on .xlsx files beside SheetJS that only reads them:
 * `node tools/ts.js bench/workbooks.ts [--runs N] [--rows 100000,500000]`. Counts and money must agree, or nothing is timed.
 */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Report } from '../src/report/schema.js';
import { machine, measure, median, type Usage } from './usage.js';
import { generateWorkbook, workbookOf } from './workbook.js';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    rows: { type: 'string', default: '100000,500000' },
    /** Another build of the program, to compare with. */
    program: { type: 'string', default: 'bin/kpi.js' },
  },
});
const runs = Number(options.runs);
const peer = (file: string): Usage => measure(['bench/peers/sheetjs.js', file]);
const own = (file: string): Usage => measure([options.program, 'report', file, '--format', 'json', '--no-progress']);

console.log(`${machine()}; medians of ${runs} runs.\n`);
console.log('| rows | file | | wall | CPU | peak memory | wall, CPU, memory relative |');
console.log('|---:|---:|---|---:|---:|---:|---:|');
for (const rows of options.rows.split(',').map(Number)) {
  const file = workbookOf(rows);
  if (!existsSync(file)) await generateWorkbook(rows, file);
  agree(peer(file), own(file));
  const peers: Usage[] = [];
  const owns: Usage[] = [];
  for (let run = 0; run < runs; run++) {
    peers.push(peer(file));
    owns.push(own(file));
  }
  for (const [name, used] of [
    ['SheetJS, dense, reading alone', peers] as const,
    ['kpi report, everything', owns] as const,
  ]) {
    const share = (of: 'wall' | 'cpu' | 'peak'): string => (median(used, of) / median(peers, of)).toFixed(2);
    const cells = [
      rows.toLocaleString('en'),
      `${Math.round(statSync(file).size / 1e6)} MB`,
      name,
      `${median(used, 'wall').toFixed(2)} s`,
      `${median(used, 'cpu').toFixed(2)} s`,
      `${Math.round(median(used, 'peak'))} MiB`,
      `${share('wall')}, ${share('cpu')}, ${share('peak')}`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

function agree(script: Usage, program: Usage): void {
  const report = JSON.parse(program.stdout) as Report;
  const value = (id: string): number => report.kpis.find((kpi) => kpi.id === id)?.value ?? Number.NaN;
  const figures: Readonly<Record<string, number>> = {
    records: report.partition.records,
    won: value('won_deals'),
    lost: value('lost_deals'),
    revenue: value('revenue_won'),
  };
  for (const [name, expected] of Object.entries(JSON.parse(script.stdout) as Record<string, number>)) {
    const got = figures[name] ?? Number.NaN;
    if (!(Math.abs(got - expected) <= Math.abs(expected) * 1e-9)) {
      throw new Error(`${name} is ${got}, SheetJS says ${expected}`);
    }
  }
}
