import { printable } from '../errors/printable.js';
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
    const names = request.files.map(({ path }) => (path === '-' ? 'stdin' : printable(path))).join(', ');
    return await session.step({ en: `read ${names}`, fa: `${names} خوانده شد` }, () =>
      library.load({ ...request, onProgress: progress.update }),
    );
  } finally {
    progress.end();
  }
}

/** With --verbose: what each file was taken for, and how many of its rows are records. */
export function tellSources(
  session: Call['session'],
  sources: readonly {
    readonly file: string;
    readonly role: string;
    readonly preset: string;
    readonly rows: number;
    readonly records: number;
  }[],
): void {
  for (const { file, role, preset, rows, records } of sources) {
    const name = printable(file);
    session.detail({
      en: `${name}: ${role}, as ${preset} writes them; ${records} records of ${rows} rows`,
      fa: `${name}: ${role} به شیوه‌ی ${preset}؛ ${records} رکورد از ${rows} سطر`,
    });
  }
}
