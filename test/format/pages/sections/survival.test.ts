import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';
import { SURVIVAL } from '../../../support/predictions.js';

type Survival = NonNullable<Report['survival']>;

async function page(
  survival: Survival | null,
  {
    lang = 'en',
    detail = 'standard',
    format = 'table',
  }: { lang?: Lang; detail?: Detail; format?: 'table' | 'markdown' } = {},
): Promise<string> {
  const text = [
    ...(await renderReport({ ...REPORT, survival }, format, { lang, color: false, width: 120, detail })),
  ].join('');
  // Isolates and wrapped lines are not what is looked at.
  return text.replace(/[⁦-⁩]/g, '');
}
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('what becomes of deals, on a page', () => {
  it('is told in sentences: what is won, what stays open, when half have closed', async () => {
    const text = flat(await page(SURVIVAL));
    expect(text).toContain('40 won, 40 lost, 20 open');
    expect(text).toContain(
      '50.0 % of deals are won in the end (40.0–60.0 %). After 180 days, as far as the data shows, 12.5 % are still open: if all of them were won, it would be 62.5 %.',
    );
    expect(text).toContain(
      'Half of all deals have closed after 45 days (38–55 days). The closed ones alone would say 37',
    );
    expect(text).toContain('A deal is open for 60 days on average, of the first 180 days.');
    expect(text).toContain('Left out: 3 without a creation date');
  });

  it('has the curve, the groups with their test, what is open at an age, and the stages', async () => {
    const text = await page(SURVIVAL);
    expect(text).toMatch(/90 days +30 +37\.5 % +28\.0–47\.0 % +37\.5 % +25\.0 %/);
    expect(text).toMatch(/By owner/);
    expect(text).toMatch(/=cmd\(\)\|<b>`Ana` +60 +60\.0 % +47\.0–72\.0 % +40 days/);
    expect(text).toMatch(/\(empty\) +40 +n\/a +n\/a/);
    expect(flat(text)).toContain(
      'The times to close of these 2 groups differ beyond chance (log-rank test, p = 0.012).',
    );
    expect(text).toMatch(/All deals, since creation\n.*\n? *0 days +100 +50\.0 % +40\.0–60\.0 % +50\.0 % +45 days/);
    expect(text).toMatch(/North · Demo\n +30 days +25 +25\.0 % +75\.0 % +n\/a/);
    expect(text).toMatch(/Demo +50 +40 +12 days +9–16 days +30 days/);
  });

  it('says the same in Persian', async () => {
    const text = flat(await page(SURVIVAL, { lang: 'fa' }));
    for (const words of [
      '۴۰ برنده، ۴۰ ازدست‌رفته، ۲۰ باز',
      'سرانجام برنده می‌شوند',
      'نیمی از همه‌ی معامله‌ها پس از ۴۵ روز بسته شده‌اند',
      'فراتر از تصادف تفاوت دارد',
      'همه‌ی معامله‌ها، از ایجاد',
      'سه‌چهارم تا',
      'کنار گذاشته: ۳',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('escapes names in Markdown', async () => {
    const text = await page(SURVIVAL, { format: 'markdown' });
    expect(text).not.toContain('<b>');
    expect(text).toContain('=cmd()&#124;&lt;b>');
  });

  it('says why there is nothing, and why a part is not there', async () => {
    const nothing: Survival = {
      ...SURVIVAL,
      reason: 'no_closed_deals',
      eventualWinRate: { value: null, interval: null, reach: null, stillOpen: null, reason: 'no_closed_deals' },
      timeToClose: {
        median: null,
        interval: null,
        restrictedMean: null,
        eventsOnlyMedian: null,
        reason: 'no_closed_deals',
      },
      curve: [],
      groups: [],
      winFromAge: [],
      stageTimes: null,
    };
    expect(await page(nothing)).toContain('Not computed: no deals closed.');
    const open: Survival = {
      ...SURVIVAL,
      eventualWinRate: { value: null, interval: null, reach: null, stillOpen: null, reason: 'few_closings' },
      timeToClose: {
        ...SURVIVAL.timeToClose,
        interval: { low: 38, high: null, level: 0.95, method: 'brookmeyer-crowley' },
      },
      groups: [{ by: ['stage'], test: null, reason: 'filled_by_closing', groups: [], groupsTotal: 0 }],
      notes: [{ code: 'none_open', args: {}, message: 'no deal in question is open' }],
    };
    const text = flat(await page(open));
    expect(text).toContain('Not computed: under 10 won or 20 closed deals');
    expect(text).toContain('after 45 days (38 days or more)');
    expect(text).toContain('Groups are not compared: closing fills or changes it');
    expect(text).toContain('No deal in question is open.');
  });

  it('begins the curve where something happens, and has no table of groups that say nothing', async () => {
    const point = { wonInterval: null, openInterval: null, atRisk: 60, lost: 0 };
    const quiet: Survival = {
      ...SURVIVAL,
      curve: [0, 10, 20, 30, 40].map((day) => ({ ...point, day, won: day < 30 ? 0 : 0.5, open: day < 30 ? 1 : 0.5 })),
      groups: SURVIVAL.groups.map((one) => ({
        ...one,
        test: null,
        reason: 'few_closings',
        groups: one.groups.map((group) => ({ ...group, eventualWinRate: null, interval: null, median: null })),
      })),
    };
    const text = await page(quiet);
    expect(text).not.toMatch(/\n +10 days/);
    expect(text).toMatch(/\n +20 days +60 +0\.0 %/);
    expect(text).toMatch(/\n +30 days +60 +50\.0 %/);
    expect(text).not.toContain('Half closed in');
    expect(flat(text)).toContain('Groups are not compared: under 10 won or 20 closed deals');
  });

  it('is not there where it was not asked for', async () => {
    expect(await page(null)).not.toContain('won in the end');
  });
});
