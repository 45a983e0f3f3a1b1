import { parseAst } from 'rolldown/parseAst';

/** How far one room may know another: all of it, its types only, or nothing but the ordered list of its units. */
export type Knows = 'all' | 'types' | 'list';

export interface Room {
  /** Its one job, in the words of docs/architecture.md. */
  readonly job: string;
  readonly knows: Readonly<Record<string, Knows>>;
  /** May import `node:*`. */
  readonly node?: true;
  /** May ask for the time of day, read `process` or write to the terminal. */
  readonly clock?: true;
}

export type Rooms = Readonly<Record<string, Room>>;

/** `src/index.ts`: the front door, which may know every room that does not stand in front of it. */
export const FRONT_DOOR = 'index.ts';

/** Where the ordered list of a room's units stands, if not in its own `catalogue/`. */
const LISTS: Readonly<Record<string, string>> = { report: 'report/sections/catalogue/index.ts' };

/** Which room may know which. A room may always know itself. */
export const ROOMS: Rooms = {
  locale: { job: 'words', knows: {} },
  loops: { job: 'loops that are compiled before they run', knows: {} },
  stats: { job: 'mathematics', knows: { loops: 'all' } },
  errors: { job: 'what a user can cause', knows: { locale: 'all' } },
  model: { job: 'columns, populations, days, money', knows: { loops: 'all', errors: 'all', locale: 'all' } },
  disk: { job: 'which files may be opened', knows: { errors: 'all', locale: 'all' }, node: true },
  load: {
    job: 'bytes → RawTable',
    knows: { disk: 'all', errors: 'all', locale: 'all', model: 'all' },
    node: true,
  },
  crm: { job: "what each CRM's export looks like", knows: { model: 'all', locale: 'all' } },
  normalize: {
    job: 'RawTable → columns',
    knows: { loops: 'all', errors: 'all', locale: 'all', model: 'all', load: 'types', crm: 'all' },
  },
  expression: {
    job: 'a condition in words → a test of each deal',
    knows: { errors: 'all', locale: 'all', model: 'all' },
  },
  kpi: { job: 'KPIs and what measures them', knows: { model: 'all', stats: 'all', locale: 'all' } },
  quality: {
    job: 'rules and what checks them',
    knows: { loops: 'all', expression: 'all', model: 'all', stats: 'all', locale: 'all' },
  },
  analysis: { job: 'what is built from KPIs', knows: { kpi: 'all', model: 'all', stats: 'all', locale: 'all' } },
  insight: {
    job: 'findings worth a sentence',
    knows: { analysis: 'all', kpi: 'all', model: 'all', stats: 'all', locale: 'all' },
  },
  report: {
    job: 'one request → one document',
    knows: {
      insight: 'all',
      analysis: 'all',
      kpi: 'all',
      quality: 'all',
      expression: 'all',
      model: 'all',
      errors: 'all',
      locale: 'all',
    },
  },
  ahead: {
    job: 'files that are begun to be read',
    knows: { load: 'all', normalize: 'all', crm: 'all', model: 'all', locale: 'all' },
  },
  second: {
    job: 'what another thread does meanwhile',
    knows: { load: 'all', normalize: 'all', quality: 'all', report: 'all', model: 'all', disk: 'all' },
    node: true,
  },
  browser: { job: 'what runs in the page', knows: {} },
  format: { job: 'document → text', knows: { report: 'list', browser: 'all', locale: 'all' } },
  config: {
    job: 'file → settings',
    knows: {
      disk: 'all',
      errors: 'all',
      locale: 'all',
      expression: 'all',
      kpi: 'list',
      quality: 'list',
      crm: 'list',
      report: 'list',
      format: 'list',
    },
    node: true,
    clock: true,
  },
  live: {
    job: 'files that change → pages that follow',
    knows: { errors: 'all', locale: 'all', format: 'types' },
    node: true,
  },
  mcp: {
    job: "an assistant's call → a command → its document",
    knows: { disk: 'all', errors: 'all', locale: 'all', report: 'list' },
    node: true,
  },
  cli: {
    job: 'argv → request → bytes out, exit code',
    knows: {
      [FRONT_DOOR]: 'all',
      ahead: 'all',
      config: 'all',
      live: 'all',
      mcp: 'all',
      format: 'all',
      disk: 'all',
      errors: 'all',
      locale: 'all',
    },
    node: true,
    clock: true,
  },
};

/** A file of the tree: its path below src/ with `/` between the parts, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Every breach of the table in the given files, as a sentence that names the file and the rule. */
export function breaches(files: readonly SourceFile[], rooms: Rooms = ROOMS): string[] {
  return files.flatMap((file) => {
    const { imports, machine } = readFacts(file);
    return [
      ...imports.flatMap((found) => importBreach(file.path, found, rooms) ?? []),
      ...(roomOf(file.path) in rooms && rooms[roomOf(file.path)]?.clock !== true
        ? machine.map(
            (use) => `${file.path} uses ${use}; only ${having('clock', rooms)} may know the clock and process`,
          )
        : []),
    ];
  });
}

/** The first way round in a table of rooms (`a → b → a`), or null. */
export function cycleIn(rooms: Rooms): string | null {
  const done = new Set<string>();
  const visit = (room: string, trail: readonly string[]): string | null => {
    if (trail.includes(room)) return [...trail.slice(trail.indexOf(room)), room].join(' → ');
    if (done.has(room)) return null;
    for (const known of Object.keys(rooms[room]?.knows ?? {})) {
      const cycle = visit(known, [...trail, room]);
      if (cycle !== null) return cycle;
    }
    done.add(room);
    return null;
  };
  for (const room of Object.keys(rooms)) {
    const cycle = visit(room, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

function importBreach(path: string, { from, typeOnly }: Import, rooms: Rooms): string | null {
  const room = roomOf(path);
  if (from.startsWith('node:')) {
    if (room === FRONT_DOOR || rooms[room]?.node === true) return null;
    return `${path} imports ${from}; only ${having('node', rooms)} may know the machine`;
  }
  if (!from.startsWith('.')) return null;
  const target = resolve(path, from);
  if (target === null) return `${path} imports ${from}, which lies outside src/`;
  const catalogue = /^(?:[^/]+\/){1,2}catalogue\//.exec(path)?.[0];
  if (catalogue !== undefined && path !== `${catalogue}index.ts` && target.startsWith(catalogue)) {
    return `${path} imports ${target}; units of a catalogue never import each other (composition goes through \`uses\`)`;
  }
  const known = roomOf(target);
  if (known === room) return null;
  if (room === FRONT_DOOR) return known === 'cli' ? `${path} imports cli/; the front door stands before it` : null;
  const rule = rooms[room];
  if (rule === undefined) return `${path} lies in ${room}/, a room the table does not have`;
  const allowed = rule.knows[known];
  if (allowed === 'types' && !typeOnly) return `${path} imports values of ${known}/; ${room}/ may know its types only`;
  const list = LISTS[known] ?? `${known}/catalogue/index.ts`;
  if (allowed === 'list' && !typeOnly && target !== list) {
    return `${path} imports ${target}; of ${known}/, ${room}/ may know ${list} only`;
  }
  if (allowed !== undefined) return null;
  const names = Object.keys(rule.knows);
  return `${path} imports ${known}${known === FRONT_DOOR ? '' : '/'}; ${room}/ may know only ${names.join(', ') || 'itself'}`;
}

function having(right: 'node' | 'clock', rooms: Rooms): string {
  return Object.keys(rooms)
    .filter((room) => rooms[room]?.[right] === true)
    .join(', ');
}

/** `kpi/catalogue/win-rate.ts` → `kpi`; a file that stands in no room → its own name. */
function roomOf(path: string): string {
  return path.split('/', 1)[0] ?? path;
}

/** A relative import as a path below src/, or null when it leaves the tree. */
function resolve(path: string, from: string): string | null {
  const parts = path.split('/').slice(0, -1);
  for (const step of from.split('/')) {
    if (step === '.') continue;
    if (step !== '..') parts.push(step);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/').replace(/\.js(?:\?(?:script|made))?$/, '.ts');
}

/** The parts of a syntax tree (ESTree with types) that are looked at. */
interface Node {
  readonly type: string;
  readonly name?: unknown;
  readonly source?: { readonly value?: unknown } | null;
  readonly importKind?: unknown;
  readonly exportKind?: unknown;
  readonly specifiers?: readonly Node[];
  readonly object?: unknown;
  readonly property?: unknown;
  readonly callee?: unknown;
  readonly arguments?: readonly unknown[];
}

/** What a file imports and what it asks of the machine, read off its syntax tree: comments and strings do not count. */
function readFacts(file: SourceFile): { imports: Import[]; machine: string[] } {
  const imports: Import[] = [];
  const machine: string[] = [];
  walk(parseAst(file.text, { lang: 'ts' }, file.path) as unknown as Node, (node) => {
    const from = node.source?.value;
    if (typeof from === 'string') imports.push({ from, typeOnly: isTypeOnly(node) });
    const use = machineUse(node);
    if (use !== null) machine.push(use);
  });
  return { imports, machine };
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
  } else if (typeof node === 'object' && node !== null) {
    if (typeof (node as Node).type === 'string') visit(node as Node);
    for (const child of Object.values(node)) walk(child, visit);
  }
}

function isTypeOnly(node: Node): boolean {
  const named = node.specifiers ?? [];
  return node.type === 'TSImportType' || isType(node) || (named.length > 0 && named.every(isType));
}

function isType(node: Node): boolean {
  return node.importKind === 'type' || node.exportKind === 'type';
}

/** Reads of the clock, of chance, of the process and of the terminal. */
const MACHINE = new Set(['Date.now', 'performance.now', 'Math.random']);
const MACHINE_OBJECTS = new Set(['process', 'console']);

function machineUse(node: Node): string | null {
  if (node.type === 'MemberExpression') {
    const object = nameOf(node.object);
    const member = `${object}.${nameOf(node.property)}`;
    return MACHINE.has(member) || MACHINE_OBJECTS.has(object) ? member : null;
  }
  const made = node.type === 'NewExpression' || node.type === 'CallExpression';
  return made && nameOf(node.callee) === 'Date' && node.arguments?.length === 0 ? 'the current date' : null;
}

/** The name of an identifier; '' for any other expression. */
function nameOf(node: unknown): string {
  const { type, name } = (node ?? {}) as Partial<Node>;
  return type === 'Identifier' && typeof name === 'string' ? name : '';
}
