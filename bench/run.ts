/**
 * Times `kpi report` beside a plain script on the same files: `npm run bench -- [--runs N] [--rows 10000,100000,…]`.
 * The two take turns, answers are compared before anything is timed, the table holds medians of whole processes.
 */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Report } from '../src/report/schema.js';
import { fileOf, generate } from './generate.js';
import { machine, measure, median, type Usage } from './usage.js';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    rows: { type: 'string', default: '10000,100000,1000000,5000000' },
    /** The plain script needs minutes past this many rows. */
    'peer-rows': { type: 'string', default: '1000000' },
  },
});
const runs = Number(options.runs);
const sizes = options.rows.split(',').map(Number);

interface Contender {
  readonly name: string;
  readonly limit: number;
  readonly args: (file: string) => readonly string[];
}

const REPORT = ['--format', 'json', '--no-progress'];
/** The core set: what the plain script answers. */
const CORE =
  'won_deals,lost_deals,open_deals,win_rate,revenue_won,avg_deal_size,sales_cycle,customers,repeat_purchase_rate';
const full: Contender = {
  name: 'kpi report, everything',
  limit: Number.POSITIVE_INFINITY,
  args: (file) => ['bin/kpi.js', 'report', file, ...REPORT],
};
const core: Contender = {
  name: 'kpi report, core set',
  limit: Number.POSITIVE_INFINITY,
  args: (file) => ['bin/kpi.js', 'report', file, '--kpi', CORE, '--by', 'owner', ...REPORT],
};
const script: Contender = {
  name: 'papaparse + date-fns script',
  limit: Number(options['peer-rows']),
  args: (file) => ['bench/peers/papaparse.js', file],
};

const lines = [
  `${machine()}; medians of ${runs} runs.`,
  '',
  '| rows | file | | wall | CPU | peak memory | wall, relative |',
  '|---:|---:|---|---:|---:|---:|---:|',
];
for (const rows of sizes) {
  const file = fileOf(rows);
  if (!existsSync(file)) await generate(rows, file);
  const size = `${Math.round(statSync(file).size / 1e6)} MB`;
  const contenders = [full, core, script].filter(({ limit }) => rows <= limit);
  agree(contenders.map((contender) => [contender, measure(contender.args(file))] as const));
  const usages = new Map(contenders.map((contender) => [contender, [] as Usage[]]));
  for (let run = 0; run < runs; run++) {
    for (const contender of contenders) usages.get(contender)?.push(measure(contender.args(file)));
  }
  const base = median(usages.get(full) ?? [], 'wall');
  for (const [{ name }, used] of usages) {
    const wall = median(used, 'wall');
    const cells = [
      rows.toLocaleString('en'),
      size,
      name,
      `${wall.toFixed(2)} s`,
      `${median(used, 'cpu').toFixed(2)} s`,
      `${Math.round(median(used, 'peak'))} MiB`,
      (wall / base).toFixed(2),
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  console.error(lines.slice(-contenders.length).join('\n'));
}
console.log(lines.join('\n'));

/** Fails when the contenders do not give the same answers: a wrong figure is not worth timing. */
function agree(answers: readonly (readonly [Contender, Usage])[]): void {
  const figures = answers.map(([contender, { stdout }]) => {
    const document: unknown = JSON.parse(stdout);
    return contender === script ? (document as Figures) : figuresOf(document as Report);
  });
  const [first, ...others] = figures;
  if (first === undefined) return;
  others.forEach((other, index) => {
    for (const [name, expected] of Object.entries(first)) {
      const got = other[name] ?? Number.NaN;
      const same = Math.abs(got - expected) <= Math.abs(expected) * 1e-9;
      if (!same)
        throw new Error(`${answers[index + 1]?.[0].name}: ${name} is ${got}, ${answers[0]?.[0].name} says ${expected}`);
    }
  });
}

type Figures = Readonly<Record<string, number>>;

/** What both can answer, under the plain script's names. */
function figuresOf(report: Report): Figures {
  const kpi = (id: string) => report.kpis.find((entry) => entry.id === id);
  const value = (id: string): number => kpi(id)?.value ?? Number.NaN;
  return {
    records: report.partition.records,
    won: value('won_deals'),
    lost: value('lost_deals'),
    open: value('open_deals'),
    winRate: value('win_rate'),
    revenue: value('revenue_won'),
    meanDeal: value('avg_deal_size'),
    meanCycle: value('sales_cycle'),
    medianCycle: kpi('sales_cycle')?.distribution?.median ?? Number.NaN,
    customers: value('customers'),
    repeatRate: value('repeat_purchase_rate'),
  };
}
