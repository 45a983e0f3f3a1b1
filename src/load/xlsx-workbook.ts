import { posix } from 'node:path';
import { Declined } from './declined.js';
import type { DateSystem } from './excel-cell.js';
import { BUILT_IN_FORMATS } from './xlsx-numbers.js';
import { wholePart } from './xlsx-part.js';
import { withoutEscapes } from './xml-text.js';
import { assertUtf8, XmlTokens } from './xml-tokens.js';
import type { ZipEntry } from './zip.js';

/** What must be known of a workbook before a sheet of it can be read. */
export interface XlsxWorkbook {
  /** In the order of their tabs, hidden ones too. `part` is null for sheets without cells: charts, dialogs, macros. */
  readonly sheets: readonly ListedSheet[];
  readonly sharedStrings: ZipEntry | null;
  readonly system: DateSystem;
  /** Number format by style: what `s` of a cell counts. */
  readonly formats: readonly string[];
}

const ROOT = '_rels/.rels';
/** Where the workbook is, should the root not say it. */
const USUAL_PLACE = 'xl/workbook.xml';

export interface ListedSheet {
  readonly name: string;
  readonly part: ZipEntry | null;
  /** It ought to have cells, and they are not in the file. */
  readonly missing: boolean;
}

/** Parts that describe the workbook are small: more than this is none that we know. */
const LONGEST_DESCRIPTION = 64 * 1024 ** 2;

/**
 * Follows an .xlsx from its root relationship to its sheets (ECMA-376 part 2, 9.3). Strict and transitional documents,
 * with or without prefixes.
 *
 * @throws Declined when it is another kind of document, or not as described
 */
export async function xlsxWorkbook(archive: Buffer, entries: readonly ZipEntry[]): Promise<XlsxWorkbook> {
  const parts = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const path = partPath(entry.name);
    if (parts.has(path)) throw new Declined('two parts of one name');
    parts.set(path, entry);
  }
  // OpenDocument sheets, which SheetJS tells by the same part.
  if (parts.has('meta-inf/manifest.xml')) throw new Declined('an OpenDocument file');

  const read = async (path: string): Promise<Buffer> => {
    const entry = parts.get(path);
    if (entry === undefined) throw new Declined(`no part ${path}`);
    const bytes = await wholePart(archive, entry, LONGEST_DESCRIPTION);
    assertUtf8(bytes);
    return bytes;
  };
  const root = parts.has(ROOT) ? relations(await read(ROOT), '') : new Map<string, Relation>();
  const named = [...root.values()].find(({ type }) => type === 'officeDocument')?.target;
  const workbookPath = named !== undefined && parts.has(named) ? named : USUAL_PLACE;
  if (!workbookPath.endsWith('.xml')) throw new Declined('no workbook in XML');

  const folder = posix.dirname(workbookPath);
  const related = relations(await read(`${folder}/_rels/${posix.basename(workbookPath)}.rels`), folder);
  const partOf = (type: string): string | undefined => [...related.values()].find((one) => one.type === type)?.target;
  const { listed, system } = sheetList(await read(workbookPath));
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const sheets = listed.map(({ name, relation }) => ({ name, ...sheetPart(relation, related, parts) }));
  if (sheets.every(({ part }) => part === null)) throw new Declined('no sheet that is there');
  return {
    sheets,
    sharedStrings: strings === undefined ? null : (parts.get(strings) ?? null),
    system,
    // Without their styles cells have no formats: numbers stay numbers, as every program shows them then.
    formats: styles === undefined || !parts.has(styles) ? [] : styleFormats(await read(styles)),
  };
}

interface Relation {
  /** The last word of the relation's address: `worksheet`, `styles`, … */
  readonly type: string;
  /** Path in the archive, as `partPath` gives it. */
  readonly target: string;
}

/** Modules of macros are listed with no relation at all; charts, dialogs and macro sheets are of other types. */
function sheetPart(
  id: string,
  related: ReadonlyMap<string, Relation>,
  parts: ReadonlyMap<string, ZipEntry>,
): Pick<ListedSheet, 'part' | 'missing'> {
  const relation = related.get(id);
  if (id === '' || (relation !== undefined && relation.type !== 'worksheet')) return { part: null, missing: false };
  const part = relation === undefined ? undefined : parts.get(relation.target);
  return { part: part ?? null, missing: part === undefined };
}

/** Names of parts are compared in any letter case; some writers use a backslash, or start with a slash. */
export function partPath(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function relations(bytes: Buffer, folder: string): Map<string, Relation> {
  const found = new Map<string, Relation>();
  for (const tag of tags(bytes)) {
    if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') continue;
    const target = withoutEscapes(tag.attribute('Target') ?? '').replaceAll('\\', '/');
    found.set(tag.attribute('Id') ?? '', {
      type: (tag.attribute('Type') ?? '').replace(/^.*\//, ''),
      target: partPath(target.startsWith('/') ? target : posix.join(folder, target)),
    });
  }
  return found;
}

function sheetList(bytes: Buffer): { listed: { name: string; relation: string }[]; system: DateSystem } {
  const listed: { name: string; relation: string }[] = [];
  let system: DateSystem = 1900;
  for (const tag of tags(bytes)) {
    if (tag.name === 'workbookPr' && /^(?:1|true)$/.test(tag.attribute('date1904') ?? '')) system = 1904;
    if (tag.name !== 'sheet') continue;
    listed.push({ name: withoutEscapes(tag.attribute('name') ?? ''), relation: tag.attribute('id') ?? '' });
  }
  if (listed.length === 0 || new Set(listed.map(({ name }) => name)).size < listed.length) {
    throw new Declined('no sheets, or two of one name');
  }
  return { listed, system };
}

/** The number format of every cell style (`xf` in `cellXfs`, by position). */
function styleFormats(bytes: Buffer): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCellStyles = false;
  for (const tag of tags(bytes)) {
    if (tag.name === 'cellXfs') inCellStyles = tag.kind === 'open';
    else if (tag.kind === 'close') continue;
    else if (tag.name === 'numFmt') {
      own.set(Number(tag.attribute('numFmtId')), withoutEscapes(tag.attribute('formatCode') ?? ''));
    } else if (tag.name === 'xf' && inCellStyles) {
      const id = Number(tag.attribute('numFmtId') ?? 0);
      formats.push(own.get(id) ?? BUILT_IN_FORMATS.get(id) ?? 'General');
    }
  }
  return formats;
}

/** Every tag of a part, closing ones too. The same object every time. */
function* tags(bytes: Buffer): Generator<XmlTokens, void, undefined> {
  const tokens = new XmlTokens();
  tokens.reset(bytes, 0);
  while (tokens.advance()) {
    if (tokens.kind === 'open' || tokens.kind === 'empty' || tokens.kind === 'close') yield tokens;
  }
}
