import { describe, expect, it } from 'vitest';
import { renderCheck, renderExplanation, renderInspection, renderReport } from '../../src/format/render.js';
import { CHECK, EXPLANATION, INSPECTION, QUARTER_REPORT, REPORT } from '../support/documents.js';

// The files are what a reader sees: open them, do not diff them only. `vitest -u` rewrites them.
const EN = { lang: 'en', color: false, width: 80 } as const;
const FA = { ...EN, lang: 'fa' } as const;
const text = async (rendered: Promise<Iterable<string>>): Promise<string> => [...(await rendered)].join('');

describe('what a reader sees', () => {
  it.each([
    ['report.txt', () => renderReport(REPORT, 'table', EN)],
    ['report.md', () => renderReport(REPORT, 'markdown', EN)],
    ['report-fa.txt', () => renderReport(REPORT, 'table', FA)],
    ['report-fa.md', () => renderReport(REPORT, 'markdown', FA)],
    ['quarter.txt', () => renderReport(QUARTER_REPORT, 'table', { ...EN, width: 100 })],
    ['quarter-narrow.txt', () => renderReport(QUARTER_REPORT, 'table', { ...EN, width: 40 })],
    ['quarter.md', () => renderReport(QUARTER_REPORT, 'markdown', EN)],
    ['check.txt', () => renderCheck(CHECK, 'table', EN)],
    ['check.md', () => renderCheck(CHECK, 'markdown', EN)],
    ['inspection.txt', () => renderInspection(INSPECTION, 'table', EN)],
    ['explanation.txt', () => renderExplanation(EXPLANATION, 'table', EN)],
    ['explanation.md', () => renderExplanation(EXPLANATION, 'markdown', EN)],
  ] as const)('%s', async (file, render) => {
    await expect(await text(render())).toMatchFileSnapshot(`golden/${file}`);
  });
});
