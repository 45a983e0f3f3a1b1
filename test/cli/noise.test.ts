import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as xlsx from 'xlsx';
import { kpi } from '../support/run.js';
import { workbookBytes } from '../support/workbook-bytes.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
afterEach(() => vi.restoreAllMocks());

/** An .xls with a damaged record, about which SheetJS talks to the console while it reads the rest. */
function noisyWorkbook(): Buffer {
  const noise = vi.spyOn(console, 'error').mockImplementation(() => {});
  const whole = workbookBytes({ Deals: [['Deal ID', 'Amount'], ['D1', 5]] }, { bookType: 'biff8' }); // biome-ignore format: a table
  // The last records of the sheet hold how it is shown, nothing of its cells.
  for (let at = whole.length - 1; at > 512; at--) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x41;
    noise.mockClear();
    try {
      const sheet = xlsx.read(bytes, { type: 'buffer' }).Sheets['Deals'];
      if (noise.mock.calls.length > 0 && sheet?.['B2']?.v === 5) return bytes;
    } catch {
      // damaged beyond reading
    }
  }
  throw new Error('SheetJS says nothing about any damage');
}

describe('what libraries say on the console', () => {
  it('is not heard, and what the program says is', () => {
    writeFileSync(place.at('noisy.xls'), noisyWorkbook());
    const run = kpi(['inspect', place.at('noisy.xls'), '--raw']);
    expect(run).toEqual({ status: 0, stdout: 'Deal ID,Amount\nD1,5\n', stderr: '' });
    const failed = kpi(['inspect', place.at('noisy.xls'), '--raw', '--sheet', 'Leads']);
    expect(failed.stderr).toMatch(/^error: .*noisy\.xls has no sheet "Leads"\.\nhint: [^\n]*\n$/);
  });
});
