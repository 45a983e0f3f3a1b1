import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/format/render.js';
import { load, type ReportRequest, report } from '../../src/index.js';
import type { Lang } from '../../src/locale/text.js';
import { day } from '../support/deals.js';
import { ROOT } from '../support/run.js';

// The files are what a reader sees: open them, do not diff them only. `vitest -u` rewrites them.
const FIXTURES: Readonly<Record<string, Partial<ReportRequest>>> = {
  hubspot: { period: '2025-Q1', by: [['owner']] },
  pipedrive: { period: '2025-Q1', by: [['owner']] },
  persian: {},
};

const PLACES = [
  ['80.txt', 'table', 80],
  ['120.txt', 'table', 120],
  ['md', 'markdown', 100],
] as const;

const CASES = Object.keys(FIXTURES).flatMap((fixture) =>
  (['en', 'fa'] as const).flatMap((lang) =>
    PLACES.map(([end, format, width]) => [`${fixture}-${lang}.${end}`, fixture, lang, format, width] as const),
  ),
);

async function page(fixture: string, lang: Lang, format: string, width: number): Promise<string> {
  const request = FIXTURES[fixture] ?? {};
  const by = request.by ?? [];
  const loaded = await load({ files: [{ path: `${ROOT}fixtures/crm/${fixture}.csv` }], by });
  const made = report(loaded, { today: day('2025-07-01'), lang, ...request });
  // The file is named as a user names it, wherever the project lies.
  const document = { ...made, sources: made.sources.map((source) => ({ ...source, file: `${fixture}.csv` })) };
  return [...(await renderReport(document, format, { lang, color: false, width }))].join('');
}

describe('the report of a fixture', () => {
  it.each(CASES)('%s', async (file, fixture, lang, format, width) => {
    await expect(await page(fixture, lang, format, width)).toMatchFileSnapshot(`golden/fixtures/${file}`);
  });
});
