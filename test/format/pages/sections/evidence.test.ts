import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

type Evidence = Report['evidence'][number];

const page = async (
  evidence: readonly Evidence[],
  format: 'table' | 'markdown' = 'table',
  lang: Lang = 'en',
  detail: Detail = 'full',
): Promise<string> =>
  [
    ...(await renderReport({ ...REPORT, evidence: [...evidence] }, format, { lang, color: false, width: 160, detail })),
  ].join('');

const deal = (at: number, name: string | null): Evidence['deals'][number] => ({
  ...{ id: `D${at}`, name, owner: null, account: null, product: null, stage: null, amount: 100 * at, currency: 'USD' },
  ...{ createdAt: null, expectedClose: null, nextActivity: null, daysOpen: null, daysOverdue: null },
  ...{ outcome: 'won', closedAt: null, days: at, file: 'a.csv', sheet: null, row: at },
});
const WON: Evidence = {
  ...{ kpi: 'won_deals', part: 'counted', total: 8, order: 'amount' },
  deals: [deal(9, 'Nine'), deal(8, 'Eight'), deal(7, 'Seven'), deal(6, 'Six'), deal(5, 'Five')],
  command: ['deals', '--kpi', 'won_deals', '--where', 'owner = Ann'],
};

describe('the deals behind the figures on a page', () => {
  it('are told once where several figures are of them, with the command that lists all', async () => {
    const text = await page([WON, { ...WON, kpi: 'revenue_won' }, { ...WON, kpi: 'win_rate', total: 12 }]);
    expect(text).toContain('Won deals, Revenue won: 8 deals');
    expect(text).toContain('Win rate: 12 deals');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'the largest: Nine (900 USD, 9 days, won), Eight (800 USD, 8 days, won), Seven (700 USD, 7 days, won)',
    );
    expect(text).not.toContain('Six');
    expect(text).toContain(`kpi deals --kpi won_deals --where 'owner = Ann'`);
  });

  it('are counted where their names are withheld', async () => {
    const none = { ...WON, deals: [] };
    const text = await page([none, { ...none, kpi: 'revenue_won' }]);
    expect(text).toContain('Won deals: 8 deals');
    expect(text).toContain('Revenue won: 8 deals');
    const nothing = { name: null, amount: null, currency: null, outcome: null, days: null };
    expect(await page([{ ...WON, total: 1, deals: [{ ...deal(3, null), ...nothing }] }])).toMatch(/1 deal\n +D3\n/);
  });

  it('are text in Markdown, whatever they are called', async () => {
    const text = await page(
      [{ ...WON, total: 1, deals: [deal(1, '<script>alert(1)</script> [x](http://a)')] }],
      'markdown',
    );
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('[x](http://a)');
  });

  it('are told in Persian, and in the full detail alone', async () => {
    expect(await page([WON], 'table', 'fa')).toMatch(/معامله‌های پشت شاخص‌ها[\s\S]*۸ معامله[\s\S]*بزرگ‌ترین‌ها/);
    expect(await page([WON], 'table', 'en', 'standard')).not.toContain('behind the figures');
  });
});
