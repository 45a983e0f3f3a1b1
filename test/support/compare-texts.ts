import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompareRequest, compare, type LoadRequest, loadExports, type Report } from '../../src/index.js';
import type { Role } from '../../src/model/fields.js';

/** What changed between exports with the given texts or bytes, by name; in the order in which they are named. */
export async function compareTexts(
  texts: Readonly<Record<string, string | Uint8Array>>,
  request: CompareRequest & Omit<LoadRequest, 'files' | 'earlier'> = {},
  roles: Readonly<Record<string, Role>> = {},
): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-exports-'));
  try {
    const files = Object.entries(texts).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      const role = roles[name];
      return role === undefined ? { path } : { path, role };
    });
    return compare(await loadExports({ ...request, files }), request);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The part that says what changed. */
export async function changesOf(...asked: Parameters<typeof compareTexts>): Promise<NonNullable<Report['changes']>> {
  const { changes } = await compareTexts(...asked);
  if (changes === null) throw new Error('no part "changes"');
  return changes;
}
