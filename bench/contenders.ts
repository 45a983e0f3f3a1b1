/** Who takes part: the program's own commands, and what one would use instead. */
import { type Answers, fromCheck, fromCore, fromPeer, fromReport, fromWhole } from './answers.js';
import { type Command, node, timed } from './usage.js';

export interface Contender {
  readonly id: string;
  /** What a table calls it. */
  readonly title: string;
  /** Ours must be right: when not, nothing is measured. A peer that is wrong is shown as wrong. */
  readonly ours?: true;
  /** More rows than this take it minutes. */
  readonly limit?: number;
  command(file: string): Command;
  /** Prints what it is and its version; fails where it is not to be had. */
  readonly probe?: Command;
  /** What it said; left out where there is nothing to compare. */
  readonly answers?: (stdout: string) => Answers;
}

/** What the command line of the benchmark can say of them. */
export interface Choice {
  readonly program: string;
  readonly python: string;
  readonly peerRows: number;
}

/** KPIs of the core set: what every peer answers, besides won and closed by owner and won money by month of closing. */
const CORE =
  'won_deals,lost_deals,open_deals,win_rate,revenue_won,avg_deal_size,sales_cycle,customers,repeat_purchase_rate';
const PRINTED = ['--format', 'json', '--no-progress'];

/** Those that read CSV; ratios are to the first that is there. */
export function csvContenders({ program, python, peerRows }: Choice): readonly Contender[] {
  return [
    duckdb,
    report(program),
    // Behind the report, which says what the whole of it is.
    {
      ...peer('whole', 'DuckDB, the whole report in SQL', 'bench/peers/duckdb_whole.js'),
      limit: peerRows,
      answers: fromWhole,
    },
    core(program),
    {
      id: 'check',
      title: 'kpi check, every rule',
      ours: true,
      // 1: the gate failed, which is an answer.
      command: (file) => ({ ...node(program, 'check', file, ...PRINTED), exits: [0, 1] }),
      answers: fromCheck,
    },
    peer('polars', 'Polars, core set', 'bench/peers/polars.js'),
    { ...peer('papaparse', 'papaparse + date-fns, core set', 'bench/peers/papaparse.js'), limit: peerRows },
    { ...pythonPeer('pandas', 'pandas, core set', python, 'bench/peers/pandas_script.py'), limit: peerRows },
    { ...sqlite, limit: peerRows },
  ];
}

/** Those whose answers are compared on a file with rows that stand twice. */
export function repeatContenders({ program }: Choice): readonly Contender[] {
  return [
    { ...duckdb, command: (file) => node('bench/peers/duckdb.js', file, '--distinct') },
    report(program),
    core(program),
  ];
}

/** A report as it is, and by each of many accounts. */
export function groupContenders({ program }: Choice): readonly Contender[] {
  return [
    { ...report(program), title: 'kpi report' },
    {
      id: 'accounts',
      title: 'kpi report --by account',
      ours: true,
      command: (file) => node(program, 'report', file, '--by', 'account', ...PRINTED),
      answers: fromReport,
    },
  ];
}

/** Those that read workbooks. The peers only read, and count what can be told from the cells at once. */
export function workbookContenders({ program, python, peerRows }: Choice): readonly Contender[] {
  return [
    peer('sheetjs', 'SheetJS, dense, reading alone', 'bench/peers/sheetjs.js'),
    report(program),
    {
      ...pythonPeer('openpyxl', 'openpyxl, read-only, reading alone', python, 'bench/peers/openpyxl_script.py'),
      // A workbook takes it as long as ten times the rows of CSV take the slow peers there.
      limit: peerRows / 10,
    },
  ];
}

/** What a contender calls itself, with its version; null where it is not on this machine. */
export function versionOf({ probe }: Contender): string | null {
  if (probe === undefined) return '';
  try {
    return timed(probe).stdout.trim();
  } catch {
    return null;
  }
}

function report(program: string): Contender {
  return {
    id: 'report',
    title: 'kpi report, everything',
    ours: true,
    command: (file) => node(program, 'report', file, ...PRINTED),
    answers: fromReport,
  };
}

function core(program: string): Contender {
  return {
    id: 'core',
    title: 'kpi report, core set',
    ours: true,
    command: (file) => node(program, 'report', file, '--kpi', CORE, '--by', 'owner', '--by', 'closed_at', ...PRINTED),
    answers: fromCore,
  };
}

function peer(id: string, title: string, script: string): Contender {
  return {
    id,
    title,
    command: (file) => node(script, file),
    probe: { program: process.execPath, args: [script, '--version'] },
    answers: fromPeer,
  };
}

function pythonPeer(id: string, title: string, python: string, script: string): Contender {
  return {
    id,
    title,
    command: (file) => ({ program: python, args: ['bench/measure.py', script, file] }),
    probe: { program: python, args: ['bench/measure.py', script, '--version'] },
    answers: fromPeer,
  };
}

const duckdb = peer('duckdb', 'DuckDB, core set in SQL', 'bench/peers/duckdb.js');

const sqlite: Contender = {
  id: 'sqlite',
  title: 'sqlite3, core set in SQL',
  command: (file) => ({
    program: 'sqlite3',
    args: [
      ':memory:',
      `.import --csv "${file}" deals`,
      '.read bench/peers/sqlite.sql',
      // The shell's parent is the process to be measured.
      '.shell sh bench/measure.sh $PPID',
    ],
  }),
  probe: {
    program: 'sh',
    args: ['-c', 'echo "sqlite3 $(sqlite3 --version | cut -d" " -f1)"; test -r /proc/$$/status'],
  },
  answers: fromPeer,
};
