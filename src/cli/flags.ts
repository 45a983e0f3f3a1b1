/**
 * V8's flags that suit this program, and when those that Node began with must stand. They are one set for all threads, and
 * whatever was compiled and kept, Node's own modules among it, V8 takes back only under the flags that it was compiled under:
 * under others every module of Node's is compiled anew, which takes another thread twice as long to start. So they are set
 * while nothing is compiled, and taken back where something is. Only such may be among them as V8 asks anew at each use:
 * `--no-regexp-tier-up`, changed between two uses of one pattern, ends the process.
 */
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';

/** A flag as this program wants it, and as Node begins with it. */
export interface Flag {
  readonly own: string;
  readonly usual: string;
  /** It is not to change once another thread runs. */
  readonly whileAlone?: true;
}

/**
 * How much memory V8 takes for new objects: they stay within the megabyte or two that they have; only on its command line
 * does V8 take 2 for the least. It lets that memory grow to 16 megabytes, twice, where much survives, as it does while a
 * program is loaded; each page of that is memory which has to be got from the system, which takes longer than to look at one
 * megabyte more often.
 */
const KEEP_YOUNG_SMALL: Flag = { own: '--semi-space-growth-factor=1', usual: '--semi-space-growth-factor=2' };
/**
 * The same, of a run that is long and large: it is not taken back. A thread that starts meanwhile takes some 40 ms longer, on
 * another processor, and memory for new objects does not grow while the program is loaded, which was 10 of 250 MB.
 */
const KEEP_YOUNG_SMALL_THROUGHOUT: Flag = { own: KEEP_YOUNG_SMALL.own, usual: KEEP_YOUNG_SMALL.own };
/**
 * V8 counts down from this, by bytes of bytecode run, before it optimizes: fifteen times its own figure. That spares a run
 * over a small file a third of its processor time: most of what is optimized early there is hardly called again.
 */
const OPTIMIZE_LATE: Flag = { own: '--interrupt-budget=1000000', usual: '--interrupt-budget=67584' };
/**
 * What of thousands of groups is kept until they are in order teaches V8 that such objects live long: it then makes all
 * that follow among those, where they, and what they hold, outlive their group until everything is looked through. It is not
 * to change while V8 looks for garbage, as it might in another thread.
 */
const YOUNG_FIRST: Flag = {
  own: '--no-allocation-site-pretenuring',
  usual: '--allocation-site-pretenuring',
  whileAlone: true,
};
/**
 * V8 forgets what it compiled of functions that were not called for a while, as it does of a file's own code, which runs
 * once. All is kept until the end, when it is written down for the next run (see kept/keep.ts): what a long run has
 * forgotten by then, the next one compiles again.
 */
const FORGET_NOTHING: Flag = { own: '--no-flush-bytecode', usual: '--flush-bytecode' };

/**
 * A loop that runs long the first time it runs, as most loops over columns do, is compiled while it runs: by the thread that
 * runs it, which waits a millisecond or three. Another thread would compile it beside, and the loop go on tens of times slower
 * until that gets a processor: where two threads are at work on two, that can take longer than the loop.
 */
const COMPILE_LOOPS_AT_ONCE: Flag = { own: '--no-concurrent-osr', usual: '--concurrent-osr' };

/** The V8 of Node 20: later ones have an optimizer between, no such count, and nothing to gain. */
const HAS_LATE = /^11\./;

/** What is known of a run. */
export interface Run {
  /** Whether it reads files. */
  readonly reads: boolean;
  /** Whether these are so small that hardly anything runs often. */
  readonly isShort: boolean;
  /** Whether deals may be split into many groups, by this thread alone. */
  readonly splitsAlone: boolean;
}

/** The flags for a run, of those that this V8 has: of others it would speak on the error stream. */
export function flagsFor({ reads, isShort, splitsAlone }: Run, v8: string = process.versions.v8): Flag[] {
  if (!reads) return [FORGET_NOTHING];
  const forAll = [FORGET_NOTHING, isShort ? KEEP_YOUNG_SMALL : KEEP_YOUNG_SMALL_THROUGHOUT];
  if (!HAS_LATE.test(v8)) return forAll;
  return [...forAll, COMPILE_LOOPS_AT_ONCE, ...(isShort ? [OPTIMIZE_LATE, ...(splitsAlone ? [YOUNG_FIRST] : [])] : [])];
}

/** Where threads tell each other who needs the usual flags: a lock, how many do, whether one is starting, and whether one ever was. */
const LOCK = 0;
const USERS = 1;
const STARTING = 2;
const COMPANY = 3;
const PLACES = 4;

/** What threads of a process agree on. */
export interface SharedFlags {
  readonly flags: readonly Flag[];
  /** What V8 makes of the usual flags, and compares with that of whatever was compiled. */
  readonly tag: number;
  readonly use: Int32Array<SharedArrayBuffer>;
}

/** Nobody holds the lock for longer than it takes to set flags; a thread that was ended while it did keeps it for ever. */
const TRIES = 20;
const TRY_MS = 1;

let shared: SharedFlags = noFlags();

function noFlags(): SharedFlags {
  return { flags: [], tag: 0, use: new Int32Array(new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT)) };
}

/** Sets flags, for as long as nobody needs the usual ones. */
export function setFlags(flags: readonly Flag[]): void {
  shared = { ...noFlags(), flags };
  set(flags, true);
  shared = { ...shared, tag: cachedDataVersionTag() };
  counted(0);
}

/** What another thread of this process is given, so that both agree. */
export function sharedFlags(): SharedFlags {
  return shared;
}

/** Agrees with the thread that this was got from. */
export function shareFlags(with_: SharedFlags): void {
  shared = with_;
}

/** Does what hangs on V8's flags, as compiled code that is kept does, under the usual ones. */
export function underUsualFlags<T>(work: () => T): T {
  counted(1);
  try {
    // A thread that begins at this moment sets one of them by itself.
    for (let tries = 0; cachedDataVersionTag() !== shared.tag && tries < TRIES; tries++) counted(0);
    return work();
  } finally {
    counted(-1);
  }
}

/** There is another thread, of whatever kind: some flags stay as they are from now on. */
export function noLongerAlone(): void {
  Atomics.store(shared.use, COMPANY, 1);
}

/** Before a thread is started, for which Node loads a part of itself: under the usual flags until `threadStarted`. */
export function startingThread(): void {
  counted(1);
  Atomics.store(shared.use, STARTING, 1);
}

/** It runs its own program now, or never will: whoever is first to say so is heard. */
export function threadStarted(): void {
  if (Atomics.exchange(shared.use, STARTING, 0) === 1) counted(-1);
}

/** The usual flags while anybody needs them, else those of this program. */
function counted(more: number): void {
  const { flags, use } = shared;
  for (let tries = 0; Atomics.compareExchange(use, LOCK, 0, 1) !== 0 && tries < TRIES; tries++)
    Atomics.wait(use, LOCK, 1, TRY_MS);
  const users = Atomics.add(use, USERS, more) + more;
  set(flags, users > 0);
  Atomics.store(use, LOCK, 0);
  Atomics.notify(use, LOCK);
}

/** All of them: V8 may have changed one by itself meanwhile. */
function set(flags: readonly Flag[], isUsual: boolean): void {
  const isAlone = Atomics.load(shared.use, COMPANY) === 0;
  for (const { own, usual, whileAlone = false } of flags)
    if (isAlone || !whileAlone) setFlagsFromString(isUsual ? usual : own);
}
