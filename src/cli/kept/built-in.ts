/**
 * Node's own modules that every command, and the other thread, loads sooner or later. Here they are loaded before V8's flags
 * are set: Node keeps what it compiled of them, and V8 takes it back under the usual flags only (see ../flags.ts).
 */
import 'node:crypto';
import 'node:fs/promises';
import 'node:os';
import 'node:process';
import 'node:stream';
import 'node:worker_threads';
