import { printable } from '../errors/printable.js';
import type { Loaded, LoadRequest } from '../index.js';
import type { Call } from './commands.js';
import { inputsOf } from './report-request.js';
import type { Library } from './request.js';

/** Reads the files, showing progress on a terminal when that takes long. */
export function read(call: Call, library: Library, request: LoadRequest): Promise<Loaded> {
  return showing(call, request, library.load);
}

/** The same of several exports of the deals, each of which is one. */
export function readExports(call: Call, library: Library, request: LoadRequest): Promise<Loaded[]> {
  return showing(call, request, library.loadExports);
}

async function showing<T>(
  { session }: Call,
  request: LoadRequest,
  load: (request: LoadRequest) => Promise<T>,
): Promise<T> {
  const progress = session.progress();
  try {
    const names = inputsOf(request)
      .map((path) => (path === '-' ? 'stdin' : printable(path)))
      .join(', ');
    return await session.step({ en: `read ${names}`, fa: `${names} خوانده شد` }, () =>
      load({ ...request, onProgress: progress.update }),
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
