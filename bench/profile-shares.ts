/** What a CPU profile says of each room of the source and of each function. */

/** A function of the running program: where it begins in the file that ran. */
interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** As V8 writes it: samples name the function that ran; the time before each is microseconds. */
export interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame; readonly children?: readonly number[] }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Where a frame stands in the source: `src/kpi/measure.ts` and its line; null when it is none of ours. */
export type Locate = (frame: Frame) => { readonly file: string; readonly line: number } | null;

export interface FunctionShare {
  readonly name: string;
  /** `kpi/measure.ts:12`; empty for what has no source. */
  readonly place: string;
  /** Milliseconds in the function itself, and in it and what it called. */
  readonly self: number;
  readonly total: number;
}

export interface Shares {
  /** Milliseconds by room of `src`, and by what is none: `garbage collection`, `modules`, `idle` … */
  readonly rooms: ReadonlyMap<string, number>;
  readonly functions: readonly FunctionShare[];
}

/** What V8 calls that is no function. */
const STATES: Readonly<Record<string, string>> = {
  '(garbage collector)': 'garbage collection',
  '(idle)': 'idle',
  '(program)': 'native code',
  '(root)': 'native code',
};
/** Where V8 says that WebAssembly stands. */
const KERNEL = 'wasm://';
/** What a thread calls to wait for another. */
const WAITING: ReadonlySet<string> = new Set(['wait']);

/**
 * Samples by room and by function. Built-in functions (sort, set, …) count to the room that called them; garbage
 * collection, the loading of modules and waiting stand apart.
 */
export function sharesOf({ nodes, samples, timeDeltas }: Profile, locate: Locate): Shares {
  const own = new Map<number, number>();
  samples.forEach((id, index) => {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const inner = new Set(nodes.flatMap(({ children = [] }) => children));
  const rooms = new Map<string, number>();
  const functions = new Map<string, { name: string; place: string; self: number; total: number }>();

  const visit = (id: number, caller: string, above: ReadonlySet<string>): number => {
    const node = byId.get(id);
    if (node === undefined) return 0;
    const { callFrame, children = [] } = node;
    const found = locate(callFrame);
    const room = roomOf(callFrame, found?.file ?? null, caller);
    const place = found === null ? placeInKernel(callFrame) : `${found.file.replace(/^src\//, '')}:${found.line}`;
    const key = `${callFrame.functionName} ${place === '' ? callFrame.url : place}`;
    const self = own.get(id) ?? 0;
    rooms.set(room, (rooms.get(room) ?? 0) + self);
    const within = above.has(key) ? above : new Set([...above, key]);
    const total = children.reduce((sum, child) => sum + visit(child, room, within), self);
    const share = functions.get(key) ?? { name: nameOf(callFrame), place, self: 0, total: 0 };
    share.self += self;
    // Of a function that calls itself, the outermost call holds the others.
    if (!above.has(key)) share.total += total;
    functions.set(key, share);
    return total;
  };
  for (const { id } of nodes) if (!inner.has(id)) visit(id, 'native code', new Set());
  return { rooms, functions: [...functions.values()] };
}

/** Without the number that the build puts behind a name that two files have. */
function nameOf({ functionName, url }: Frame): string {
  const name = url.startsWith(KERNEL) ? functionName.slice(functionName.lastIndexOf('/') + 1) : functionName;
  return name.replace(/\$\d+$/, '') || '(anonymous)';
}

/** The kernel's functions are called by their files: `src/load/kernel/assembly/scan/nextRecord`. */
function placeInKernel({ functionName, url }: Frame): string {
  const end = functionName.lastIndexOf('/');
  return url.startsWith(KERNEL) && end > 0 ? functionName.slice(0, end).replace(/^src\//, '') : '';
}

function roomOf({ functionName, url }: Frame, file: string | null, caller: string): string {
  const state = STATES[functionName];
  if (url === '' && state !== undefined) return state;
  if (url === '' && WAITING.has(functionName)) return 'waiting';
  if (file !== null) return /^src\/([^/]+)\//.exec(file)?.[1] ?? (file.startsWith('src/') ? 'src' : 'packages');
  if (url.startsWith(KERNEL)) return 'kernel';
  if (/^node:internal\/(modules|vm|source_map|process\/esm_loader)|^node:vm/.test(url)) return 'modules';
  if (url.startsWith('node:')) return caller === 'modules' ? caller : 'node';
  return url === '' ? caller : 'packages';
}
