import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderChangedDeals } from '../../src/format/render.js';
import {
  type ChangedDealsRequest,
  type ChangedList,
  changedDeals,
  type LoadRequest,
  loadExports,
} from '../../src/index.js';

/** The deals that changed between exports with the given texts, by name. */
export async function changedTexts(
  texts: Readonly<Record<string, string>>,
  request: ChangedDealsRequest & Omit<LoadRequest, 'files' | 'earlier' | 'by'>,
): Promise<ChangedList> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-changed-'));
  try {
    const files = Object.entries(texts).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return { path };
    });
    return changedDeals(await loadExports({ ...request, files }), request);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a person or a program gets it; folders of tests are left out. */
export async function printChanged(list: ChangedList, format: string, lang: 'en' | 'fa' = 'en'): Promise<string> {
  const text = [...(await renderChangedDeals(list, format, { lang, color: false, width: 200 }))].join('');
  return text.replaceAll(/[^\s,("]*kpi-changed-[^/]*\//g, '').replaceAll('\u00a0', ' ');
}
