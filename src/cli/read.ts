import type { LoadRequest } from '../index.js';
import type { Call } from './commands.js';
import type { Library } from './request.js';

/** Reads the files, showing progress on a terminal when that takes long. */
export async function read(
  { session }: Call,
  library: Library,
  request: LoadRequest,
): Promise<Awaited<ReturnType<Library['load']>>> {
  const progress = session.progress();
  try {
    return await library.load({ ...request, onProgress: progress.update });
  } finally {
    progress.end();
  }
}
