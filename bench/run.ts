/**
 * Runs the benchmark: `npm run bench -- [--only csv,clean,groups,excel,start] [--runs N] [--rows 10000,100000,…] [--write]`.
 * bench/README.md says what is measured and how.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { csvContenders, groupContenders, workbookContenders } from './contenders.js';
import { type Request, SECTIONS, type SectionName } from './sections.js';

const PAGE = 'bench/README.md';

const { values: options } = parseArgs({
  options: {
    /** Parts to run. */
    only: { type: 'string', default: Object.keys(SECTIONS).join(',') },
    /** 0: answers are compared, and nothing is timed. */
    runs: { type: 'string', default: '5' },
    rows: { type: 'string' },
    /** Ids of those that take part; all when left out. */
    contenders: { type: 'string' },
    /** The slow peers need minutes past this many rows. */
    'peer-rows': { type: 'string', default: '1000000' },
    /** Another build of the program. */
    program: { type: 'string', default: 'bin/kpi.js' },
    /** The Python that has pandas and openpyxl. */
    python: { type: 'string', default: 'python3' },
    /** Programs of Node, to start the program on other versions than this one too. */
    node: { type: 'string' },
    /** Puts the tables into the page, each part in its place. */
    write: { type: 'boolean', default: false },
  },
});

const names = options.only.split(',').map(sectionName);
const request: Request = {
  runs: count('runs', options.runs, 0),
  rows: options.rows?.split(',').map((rows) => count('rows', rows)) ?? null,
  contenders: options.contenders?.split(',') ?? null,
  peerRows: count('peer-rows', options['peer-rows']),
  program: options.program,
  python: options.python,
  nodes: [process.execPath, ...(options.node?.split(',') ?? [])],
};
const known = [csvContenders, groupContenders, workbookContenders].flatMap((list) => list(request)).map(({ id }) => id);
for (const id of request.contenders ?? []) {
  if (!known.includes(id)) throw new Error(`--contenders: no ${id}; there are ${[...new Set(known)].join(', ')}`);
}
for (const name of names) {
  const text = await SECTIONS[name](request);
  console.log(`\n${text}`);
  if (options.write) writeFileSync(PAGE, withPart(readFileSync(PAGE, 'utf8'), name, text));
}

function sectionName(text: string): SectionName {
  const name = (Object.keys(SECTIONS) as SectionName[]).find((known) => known === text);
  if (name === undefined) throw new Error(`--only: no part ${text}; there are ${Object.keys(SECTIONS).join(', ')}`);
  return name;
}

function count(option: string, text: string, least = 1): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw new Error(`--${option}: ${text} is no count`);
  return number;
}

/** The page with a part's text between its marks. @throws Error when the page has no such marks */
function withPart(page: string, name: SectionName, text: string): string {
  const start = `<!-- measured: ${name} -->`;
  const from = page.indexOf(start);
  const to = page.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) throw new Error(`${PAGE}: no ${start} … <!-- end -->`);
  return `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`;
}
