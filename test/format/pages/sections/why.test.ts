import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { whyView } from '../../../../src/format/pages/sections/why.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { reportSchema } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';
import { UGLY, WHY } from '../../../support/why.js';

async function page(
  why: Report['why'],
  { lang = 'en', detail = 'standard', format = 'table' }: { lang?: Lang; detail?: Detail; format?: string } = {},
): Promise<string> {
  const options = { lang, color: false, width: 120, detail } as const;
  const text = [...(await renderReport({ ...REPORT, why }, format, options))].join('');
  // Isolates, and blanks that do not break, are not what is looked at.
  return text.replace(/[⁦-⁩]/g, '').replaceAll('\u00a0', ' ');
}

describe('why figures changed, on a page', () => {
  it('is made of a document that the contract knows', () => {
    expect(() => reportSchema.parse({ ...REPORT, why: WHY })).not.toThrow();
  });

  it('is nothing where it was not asked for, and a sentence where there is nothing to tell', async () => {
    expect(await page(null)).not.toContain('Why it changed');
    const nothing = await page({ reason: 'nothing_compared', changes: [], notes: [] });
    expect(nothing).toMatch(/Why it changed.*\n+Not computed: nothing is compared/);
  });

  it('says each change, what it is worth, and has its parts with the change as the last row', async () => {
    const text = await page(WHY);
    expect(text).toContain('· Won value fell.');
    expect(text).toContain('Nobody can tell.');
    expect(text).toContain('It is arithmetic.');
    expect(text).toMatch(/Factor +Before +After +Adds/);
    expect(text).toMatch(/Deals closed +20 +10 +−26\.3 k +█+/);
    expect(text).toMatch(/Win rate +50\.0 % +50\.0 % +0/);
    expect(text).toMatch(/Mean amount +6,000 +9,000 +\+11\.3 k/);
    expect(text).toMatch(/All +60\.0 k +45\.0 k +−15\.0 k *\n/);
  });

  it('names groups as the file does, empty cells and the rest in words', async () => {
    const text = await page(WHY);
    expect(text).toMatch(/=cmd\(\)\|<b>`Ana` +40\.0 k +20\.0 k +−20\.0 k/);
    expect(text).toMatch(/\(empty\) +0 +8,000 +\+8,000/);
    expect(text).toMatch(/3 others +20\.0 k +17\.0 k +−3,000/);
    expect(UGLY).toContain('|');
  });

  it('marks what chance may have done, and shows mix and rates', async () => {
    const text = await page(WHY);
    expect(text).toContain('= The win rate fell.');
    expect(text).toMatch(/Regional office +Records before +Before +Records after +After +Mix +Within +Adds/);
    expect(text).toMatch(/ENT +20 +10\.0 % +60 +11\.7 % +−4\.9 pp +\+0\.7 pp +−4\.2 pp/);
    expect(text).toMatch(/All +100 +26\.0 % +100 +20\.0 % +−8\.2 pp +\+2\.2 pp +−6\.0 pp/);
    expect(text).toMatch(/Churned +−40 +█+/);
  });

  it('has one column of each change, all of them where everything is asked for, sentences alone in brief', async () => {
    const column = 'Created in the same period';
    expect(await page(WHY)).not.toContain(column);
    const full = await page(WHY, { detail: 'full' });
    expect(full).toContain(column);
    expect(full).toMatch(/earlier +20,000 +25,000 +\+5,000/);
    const options = { lang: 'en', calendar: 'gregorian', short: true, detail: 'brief' } as const;
    const kinds = [...whyView({ ...REPORT, why: WHY }, options, ['Why'])].map(({ kind }) => kind);
    expect(kinds).toEqual(['heading', 'aside', 'paragraph', 'paragraph', 'paragraph']);
  });

  it('is the same in Persian and in Markdown, where names stay harmless', async () => {
    const persian = await page(WHY, { lang: 'fa' });
    expect(persian).toContain('چرا تغییر کرد');
    expect(persian).toMatch(/۳ گروه دیگر/);
    const markdown = await page(WHY, { format: 'markdown' });
    expect(markdown).not.toContain('<b>');
    expect(markdown).toMatch(/\| Deals closed \| *20 \| *10 \| *−26\.3 k/);
  });
});
