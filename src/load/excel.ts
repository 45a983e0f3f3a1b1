import type { ByteSource } from './bytes.js';
import type { OpenOptions, OpenTable } from './raw-table.js';
export async function openWorkbook(_s: ByteSource, _k: string, _o: OpenOptions): Promise<OpenTable> { throw new Error('x'); }
