/** Files that are opened, and what is asked of them before their rows are read. */
import { headerScore } from '../crm/recognize.js';
import { sheetScore } from '../crm/sheet-score.js';
import { openTable } from '../load/open.js';
import type { OpenOptions, OpenTable, TableHead } from '../load/raw-table.js';
import { splitNames } from '../locale/name-list.js';
import { columnsOfName, withEdges } from '../model/dimension-name.js';
import type { Role } from '../model/fields.js';
import type { PlanSettings } from '../normalize/plan.js';
import type { FilesRequest } from './files-request.js';

/** A file that is open: its head was read. */
export interface OpenFile {
  readonly table: OpenTable;
  readonly head: TableHead;
  readonly role: Role | undefined;
}

/** What a request says of how one file is opened. */
type Opening = Pick<FilesRequest, 'sheet' | 'encoding' | 'delimiter' | 'maxSize' | 'onProgress'>;

/** What reading shares with other work. */
type Sharing = Pick<OpenOptions, 'thread' | 'meanwhile'>;

/** @throws UserError as `openTable` does */
export async function openFiles(files: FilesRequest['files'], request: Opening, sharing: Sharing): Promise<OpenFile[]> {
  const opened = [];
  for (const { path, role } of files) {
    const table = await openFile(path, role, request, sharing);
    opened.push({ table, head: table.head, role });
  }
  return opened;
}

/** @throws UserError as `openTable` does */
export function openFile(
  path: string,
  role: Role | undefined,
  { sheet, encoding, delimiter, maxSize, onProgress }: Opening,
  sharing: Sharing = {},
): Promise<OpenTable> {
  return openTable(path, {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(maxSize === undefined ? {} : { maxSize }),
    ...sharing,
    headerScore,
    sheetScore: (columns) => sheetScore(columns, role),
    ...(onProgress === undefined
      ? {}
      : { onProgress: (bytes: number, total: number | null) => onProgress(path, bytes, total) }),
  });
}

/** The fields or columns of one breakdown, from a list of them or from one text. */
export function namesOf(names: string | readonly string[]): readonly string[] {
  return withEdges(typeof names === 'string' ? splitNames(names) : names);
}

/**
 * What of a request says how tables are understood before they are read.
 *
 * @param named columns that are named beside those of breakdowns
 */
export function planSettings(request: FilesRequest, named: readonly string[]): PlanSettings {
  return {
    preset: request.preset,
    mapping: request.mapping ?? {},
    standing: request.standing,
    ignore: request.ignore,
    by: [...(request.by ?? []).flatMap(namesOf).flatMap(columnsOfName), ...named],
    allColumns: request.allColumns === true || request.everyColumn === true,
  };
}
