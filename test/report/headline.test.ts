import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.js';
import { say } from '../../src/locale/say.js';
import { headlineOf } from '../../src/report/headline.js';
import { reportTexts } from '../support/load-texts.js';

const HEAD = 'id,name,stage,amount,created,closed,expected close,owner';

/** `count` deals of one kind in a month, numbered from `first`. */
function deals(count: number, line: (at: number) => string, first = 1): string[] {
  return Array.from({ length: count }, (_, index) => line(first + index));
}

function file(...lines: readonly (readonly string[])[]): Record<string, string> {
  return { 'deals.csv': [HEAD, ...lines.flat()].join('\n') };
}

const wonIn =
  (month: string, amount: number, id = 'W') =>
  (at: number) =>
    `${id}${month}${at},n,Closed Won,${amount},2025-01-02,2025-${month}-${String((at % 27) + 1).padStart(2, '0')},,Ann`;
const lostIn = (month: string) => (at: number) =>
  `L${month}${at},n,Closed Lost,100,2025-01-02,2025-${month}-${String((at % 27) + 1).padStart(2, '0')},,Ann`;

/** Closed within a month of its creation. */
const quick = (month: string, outcome: string) => (at: number) =>
  `${outcome}${month}${at},n,Closed ${outcome},100,2025-${month}-01,2025-${month}-${String((at % 27) + 1).padStart(2, '0')},,Ann`;

/** Two quarters: 30 of 60 won at 100 each, then 45 of 60 at 200. The data goes on to the end of September. */
const QUARTERS = file(
  deals(30, wonIn('05', 100)),
  deals(30, lostIn('05')),
  deals(45, wonIn('08', 200)),
  deals(15, lostIn('08')),
  deals(1, (at) => `O${at},n,Proposal,500,2025-04-01,,,Bo`),
  ['E,n,Closed Lost,1,2025-04-01,2025-04-01,,Ann', 'Z,n,Closed Lost,1,2025-09-29,2025-09-30,,Ann'],
);

/** A figure of a report as if it had no value. */
function without({ kpis }: Report, id: string, reason: string): Report['kpis'][number] {
  const kpi = kpis.find((one) => one.id === id);
  if (kpi === undefined) throw new Error(id);
  return { ...kpi, value: null, byCurrency: null, reason };
}

function messages({ headline }: Report): string[] {
  return headline.map(({ message }) => message);
}

describe('what was won', () => {
  it('says value, deals and the change', async () => {
    const report = await reportTexts(QUARTERS, { period: '2025-Q3' });
    // 45 × 200 = 9,000 against 30 × 100 = 3,000: three times as much.
    expect(messages(report)[0]).toBe('Won 9,000 from 45 deals in 2025-Q3: 3.0 times as much as in Q2.');
    expect(report.headline[0]).toMatchObject({
      code: 'won_value',
      args: { value: 9000, deals: 45, period: '2025-Q3', until: null, than: { period: '2025-Q2', previous: 3000 } },
    });
  });

  it('says the target, missed and met', async () => {
    const missed = await reportTexts(QUARTERS, { period: '2025-Q3', targets: { revenue_won: { min: 10_000 } } });
    expect(messages(missed)[0]).toMatch(/, and 10 % short of the target of 10\.0 k\.$/);
    const met = await reportTexts(QUARTERS, { period: '2025-Q3', targets: { revenue_won: { min: 9000 } } });
    expect(messages(met)[0]).toMatch(/, and the target of 9,000 is met\.$/);
  });

  it('says a target of a cadence by the share that the period has of it', async () => {
    // 4,000 a month are 12,000 of a quarter: 9,000 is a quarter short.
    const targets = { revenue_won: { min: 4000, per: 'month' as const } };
    const report = await reportTexts(QUARTERS, { period: '2025-Q3', targets });
    expect(messages(report)[0]).toMatch(/, and 25 % short of the target of 12\.0 k\.$/);
    const yearly = { revenue_won: { min: 36_000, per: 'year' as const } };
    expect(messages(await reportTexts(QUARTERS, { period: '2025-Q3', targets: yearly }))[0]).toMatch(
      /, and the target of 9,000 is met\.$/,
    );
  });

  it('says why there is nothing, by a code', async () => {
    const whole = await reportTexts(QUARTERS, { period: '2025-Q3' });
    const asked = { ...whole, kpis: [without(whole, 'revenue_won', 'no_priced_deals')] };
    expect(headlineOf(asked)).toMatchObject([{ code: 'none_of_asked', args: { reason: 'no_priced_deals', more: 0 } }]);
    const ids = ['won_deals', 'open_deals'] as const;
    const nothing = { ...whole, kpis: ids.map((id) => without(whole, id, 'missing_field:closed_at')) };
    const [only] = headlineOf(nothing);
    expect(only).toMatchObject({ code: 'no_figures', args: { reason: 'missing_field:closed_at' } });
    expect(only && say(only, 'en')).toMatch(/: the file has no column for .*\. See `kpi inspect`/);
    expect(only && say(only, 'fa')).toContain('فایل ستونی برای');
  });

  it('says of a period that is not over how far it is told, and no gap to its target', async () => {
    const report = await reportTexts(QUARTERS, {
      period: '2025-Q3',
      asOf: '2025-08-28',
      targets: { revenue_won: { min: 18_000 } },
    });
    expect(messages(report)[0]).toBe(
      'Won 9,000 from 45 deals in 2025-Q3 up to 28 Aug 2025: 3.0 times as much as in 1 Apr – 29 May 2025, and 50 % of the target of 18.0 k.',
    );
  });

  it('compares nothing without a period, or with one that the files do not tell', async () => {
    expect(messages(await reportTexts(QUARTERS))[0]).toBe('Won 12.0 k from 75 deals.');
    const first = await reportTexts(QUARTERS, { period: '2025-Q2' });
    expect(messages(first)[0]).toBe('Won 3,000 from 30 deals in 2025-Q2.');
  });

  it('says deals where there are no amounts, and few of them by number', async () => {
    const texts = {
      'deals.csv': [
        'id,name,stage,created,closed',
        ...['05', '05', '08', '08', '08'].map((month, at) => `${at},n,Closed Won,2025-04-01,2025-${month}-0${at + 1}`),
        '6,n,Closed Lost,2025-03-31,2025-04-01',
        '7,n,Closed Lost,2025-03-31,2025-09-30',
      ].join('\n'),
    };
    const report = await reportTexts(texts, { period: '2025-Q3' });
    expect(messages(report)[0]).toBe('Won 3 deals in 2025-Q3: 1 more than in Q2.');
  });

  it('names each of several currencies and adds none', async () => {
    const texts = {
      'deals.csv': [
        'id,name,stage,amount,currency,created,closed',
        '1,n,Closed Won,1000,EUR,2025-04-01,2025-05-01',
        '2,n,Closed Won,500,EUR,2025-04-01,2025-05-01',
        '3,n,Closed Won,20000,USD,2025-04-01,2025-05-02',
        '4,n,Closed Lost,1,USD,2025-04-01,2025-05-03',
      ].join('\n'),
    };
    expect(messages(await reportTexts(texts))[0]).toBe(
      'Won 1,500 EUR (2) and 20.0 k USD (1) from 3 deals; currencies are not added.',
    );
  });

  it('says that nothing was won', async () => {
    const texts = file(deals(3, wonIn('05', 100)), deals(3, lostIn('05')), deals(3, lostIn('08')), [
      'E,n,Closed Lost,1,2025-04-01,2025-04-01,,Ann',
      'Z,n,Closed Lost,1,2025-09-29,2025-09-30,,Ann',
    ]);
    const report = await reportTexts(texts, { period: '2025-Q3' });
    expect(messages(report)[0]).toBe('Nothing was won in 2025-Q3; in Q2 it was 300 from 3 deals.');
  });

  it('says where the data ends of a period beyond it, and no more', async () => {
    const report = await reportTexts(QUARTERS, { period: '2026-Q3' });
    expect(messages(report)).toEqual([
      'The files tell nothing of 2026-Q3: their newest day is 30 Sep 2025. Choose an earlier --period, or none for all data.',
    ]);
  });

  it('says where the data begins of a period before it', async () => {
    const texts = file(deals(3, wonIn('05', 100)), []);
    const report = await reportTexts(texts, { period: '2020-Q3' });
    expect(messages(report)).toEqual([
      expect.stringMatching(
        /^The files tell nothing of 2020-Q3: their first day is \d+ \w+ 2025\. Choose a later --period, or none for all data\.$/,
      ),
    ]);
  });
});

describe('other records', () => {
  it('says recurring revenue of subscriptions alone', async () => {
    const texts = {
      'subscriptions.csv': [
        'subscription id,customer,mrr,start date,end date',
        '1,Acme,100,2025-01-01,',
        '2,Beta,250,2025-02-01,',
        '3,Gamma,40,2025-01-15,2025-03-01',
      ].join('\n'),
    };
    const report = await reportTexts(texts, {}, { 'subscriptions.csv': 'subscriptions' });
    expect(messages(report)[0]).toBe('Recurring revenue is 350 a month from 2 customers.');
  });

  it('says leads of leads alone', async () => {
    const texts = {
      'leads.csv': [
        'lead id,lead name,lead status,created,converted',
        ...Array.from({ length: 20 }, (_, at) => `${at},n,New,2025-01-0${(at % 9) + 1},${at < 5 ? 'yes' : 'no'}`),
      ].join('\n'),
    };
    const report = await reportTexts(texts, {}, { 'leads.csv': 'leads' });
    expect(messages(report)[0]).toBe('5 of 20 leads became customers (25 %).');
  });
});

describe('what moved', () => {
  it('names what moved beyond chance, and what did not', async () => {
    const report = await reportTexts(QUARTERS, { period: '2025-Q3' });
    // 30 of 61, 45 of 61.
    expect(messages(report)[1]).toMatch(/^The win rate rose from 49 % to 74 %/);
    expect(report.headline[1]?.code).toBe('moved');
  });

  it('says that nothing did', async () => {
    const same = file(
      deals(40, quick('05', 'Won')),
      deals(20, quick('05', 'Lost')),
      deals(40, quick('08', 'Won')),
      deals(20, quick('08', 'Lost')),
      ['E,n,Closed Lost,1,2025-04-01,2025-04-01,,Ann', 'Z,n,Closed Lost,1,2025-09-29,2025-09-30,,Ann'],
    );
    const report = await reportTexts(same, { period: '2025-Q3' });
    const said = report.headline.find(({ code }) => code === 'nothing_moved');
    expect(said?.message).toMatch(/^Win rate \(66 %\).* moved no more than chance would move/);
  });

  it('says how things stand where nothing is compared', async () => {
    // 75 of 122 closed deals won; 12,000 / 75 = 160.
    expect(messages(await reportTexts(QUARTERS))[1]).toMatch(
      /^Win rate 61 %, average deal 160, sales cycle \d+ days\.$/,
    );
  });
});

describe('what waits', () => {
  it('counts overdue deals with their money on the newest day', async () => {
    const texts = file(deals(12, wonIn('05', 100)), [
      'A,n,Proposal,700,2025-05-20,,2025-05-21,Ann',
      'B,n,Proposal,300,2025-05-20,,2025-05-22,Bo',
      'C,n,Proposal,50,2025-05-20,,2025-09-22,Bo',
    ]);
    const report = await reportTexts(texts, { asOf: '2025-05-31' });
    expect(messages(report).at(-1)).toBe('Of 3 open deals on 31 May 2025, 2 (1,000) are past the expected close date.');
  });
});

describe('both languages', () => {
  it('say as much', async () => {
    const { loadTexts } = await import('../support/load-texts.js');
    const { report } = await import('../../src/index.js');
    const loaded = await loadTexts(QUARTERS);
    const today = 22_000;
    const [en, fa] = (['en', 'fa'] as const).map((lang) => report(loaded, { today, lang, period: '2025-Q3' }).headline);
    expect(fa?.map(({ code, args }) => ({ code, args }))).toEqual(en?.map(({ code, args }) => ({ code, args })));
    expect(fa?.[0]?.message).toBe(
      'در سه‌ماهه‌ی سوم ۲۰۲۵ میلادی، ۴۵ معامله به ارزش ۹٬۰۰۰ برنده شد: ۳٫۰ برابر سه‌ماهه‌ی دوم.',
    );
  });
});
