/** What files there are below the folders, for an assistant that was told "the latest export". */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Lang, Text } from '../locale/text.js';
import { fileNameIn, type Roots } from './roots.js';
import { jsonSchema, problemsOf, READS_ONLY, type ToolDescription } from './tool.js';

/** Files listed, folders opened and levels below a folder, at most. */
const MOST_FILES = 500;
const MOST_FOLDERS = 1000;
const DEEPEST = 6;

export interface ListedFile {
  readonly file: string;
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly modified: string;
}

export interface FileList {
  readonly files: readonly ListedFile[];
  /** There are more than are listed. */
  readonly more: boolean;
}

const TABLE = /\.(?:csv|tsv|txt|xlsx?|xlsm|xlsb|ods|html?|gz|zip)$/i;

/** Files whose names end as tables do, the newest first. Hidden ones and links are left out. */
export async function listFiles(roots: Roots): Promise<FileList> {
  const found: ListedFile[] = [];
  let more = false;
  const waiting = roots.folders.map((folder) => ({ folder, depth: 0 }));
  for (let opened = 0, next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (++opened > MOST_FOLDERS || found.length >= MOST_FILES) {
      more = true;
      break;
    }
    const entries = await readdir(next.folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = join(next.folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) {
        if (next.depth < DEEPEST) waiting.push({ folder: path, depth: next.depth + 1 });
        else more = true;
      } else if (entry.isFile() && TABLE.test(entry.name)) {
        const { size, mtime } = await stat(path);
        found.push({ file: fileNameIn(roots, path), bytes: size, modified: mtime.toISOString() });
      }
    }
  }
  const unique = [...new Map(found.map((one) => [one.file, one])).values()];
  unique.sort((one, other) =>
    one.modified === other.modified ? (one.file < other.file ? -1 : 1) : one.modified < other.modified ? 1 : -1,
  );
  return { files: unique.slice(0, MOST_FILES), more: more || unique.length > MOST_FILES };
}

const INPUT = z.strictObject({});
const TITLE: Text = { en: 'List files', fa: 'فهرست فایل‌ها' };
const DESCRIPTION: Text = {
  en: 'Files below the roots that may be tables, the newest first.',
  fa: 'فایل‌های درون پوشه‌ها که شاید جدول باشند، تازه‌ترین‌ها پیش‌تر.',
};

/** The one tool that is no command: the command line has the shell's own. */
export const FILE_LIST = {
  name: 'list_files',
  describe: (lang: Lang): ToolDescription => ({
    name: 'list_files',
    title: TITLE[lang],
    description: DESCRIPTION[lang],
    inputSchema: jsonSchema(INPUT),
    outputSchema: {
      type: 'object',
      properties: { files: { type: 'array', items: { type: 'object' } }, more: { type: 'boolean' } },
      required: ['files', 'more'],
      additionalProperties: false,
    },
    annotations: READS_ONLY,
  }),
  /** What is wrong with the arguments of a call. */
  problems: (input: unknown): readonly string[] => {
    const parsed = INPUT.safeParse(input ?? {});
    return parsed.success ? [] : problemsOf(parsed.error);
  },
} as const;
