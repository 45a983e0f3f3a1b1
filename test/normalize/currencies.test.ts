import { describe, expect, it } from 'vitest';
import { load, report } from '../../src/index.js';
import { civilDay } from '../../src/model/civil-day.js';
import { kpiValue, reportTexts, warningCodes } from '../support/load-texts.js';
import { figure } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const today = civilDay(2026, 1, 1);

/** A report of four deals: three won, one lost, one open; cells are the amount and whatever stands beside it. */
async function reported(header: string, cells: readonly string[], currency?: string) {
  const stages = ['Closed Won', 'Closed Lost', 'Closed Won', 'Closed Won', 'Proposal'];
  const lines = stages.map((stage, n) => `${n},${stage},2024-01-0${n + 1},2024-02-0${n + 1},${cells[n]}`);
  const path = place.put('money.csv', [`id,stage,created_date,close_date,${header}`, ...lines].join('\n'));
  const settings = currency === undefined ? {} : { currency };
  const document = report(await load({ files: [{ path }], ...settings }), { today });
  const won = figure(document.kpis, 'revenue_won');
  return {
    document,
    currency: document.currency,
    won: won?.value,
    reason: won?.reason,
    codes: document.warnings.map(({ code }) => code),
  };
}

describe('a currency column', () => {
  it('names no currency where its cells are words', async () => {
    const said = await reported('amount,currency', ['100,EUR', '7,n.v.', '20,No_Invoice', '3,EUR', '9,n/a']);
    expect(said).toMatchObject({ currency: 'EUR', won: 123 });
    const [warning] = said.document.warnings.filter(({ code }) => code === 'unknown_currency');
    expect(warning?.message).toContain('2 cells of "currency"');
    expect(warning?.message).toContain('No_Invoice');
    expect(warning?.message).toContain('--currency');
  });

  it('is silent about cells that stand for nothing', async () => {
    const said = await reported('amount,currency', ['100,EUR', '7,-', '20,', '3,unknown', '9,n/a']);
    expect(said).toMatchObject({ currency: 'EUR', won: 123 });
    expect(said.codes).not.toContain('unknown_currency');
  });

  it('leaves to the user what its words do not say', async () => {
    const said = await reported('amount,currency', ['100,kr', '7,kr', '20,kr', '3,kr', '9,kr'], 'SEK');
    expect(said).toMatchObject({ currency: 'SEK', won: 123 });
    expect(said.codes).toContain('unknown_currency');
  });

  it('may write one currency in several ways', async () => {
    const said = await reported('amount,currency', ['100,EUR', '7,€', '20,Euro', '3,euros', '9,eur']);
    expect(said).toMatchObject({ currency: 'EUR', won: 123, codes: [] });
  });

  it('keeps several currencies apart', async () => {
    expect(await reported('amount,currency', ['100,EUR', '7,EUR', '20,USD', '3,EUR', '9,EUR'])).toMatchObject({
      won: null,
      reason: 'mixed_currencies',
    });
  });
});

describe("the unit in the amount's own header", () => {
  it('beats a column of the invoice, and says so', async () => {
    const said = await reported('amount_usd,currency', ['100,MXN', '7,No_Invoice', '20,USD', '3,MXN', '9,No_Invoice']);
    expect(said).toMatchObject({ currency: 'USD', won: 123 });
    const [warning] = said.document.warnings.filter(({ code }) => code === 'currency_conflict');
    expect(warning?.message).toContain('2 amounts');
    expect(warning?.message).toContain('"amount_usd"');
  });

  it('says nothing where the column agrees', async () => {
    expect(await reported('Amount (EUR),currency', ['100,EUR', '7,EUR', '20,', '3,EUR', '9,Euro'])).toMatchObject({
      currency: 'EUR',
      won: 123,
      codes: [],
    });
  });

  it('yields to the column where it is a sign that both are written with', async () => {
    expect(await reported('Amount ($),currency', ['100,CAD', '7,CAD', '20,CAD', '3,CAD', '9,CAD'])).toMatchObject({
      currency: 'CAD',
      won: 123,
      codes: [],
    });
  });
});

describe("a currency in the amount's cell", () => {
  it('beats the header and the column', async () => {
    const said = await reported('amount_usd,currency', ['€100,USD', '€7,USD', '€20,USD', '€3,USD', '€9,USD']);
    expect(said).toMatchObject({ currency: 'EUR', won: 123 });
    expect(said.codes).toContain('currency_conflict');
  });

  it('is what the column says of a bare sign', async () => {
    expect(await reported('amount,currency', ['$100,CAD', '$7,CAD', '$20,CAD', '$3,CAD', '$9,CAD'])).toMatchObject({
      currency: 'CAD',
      won: 123,
      codes: [],
    });
    const other = await reported('amount,currency', ['$100,EUR', '$7,EUR', '$20,EUR', '$3,EUR', '$9,EUR']);
    expect(other).toMatchObject({ currency: 'EUR', won: 123 });
    expect(other.codes).toContain('currency_conflict');
  });

  it('counts alone where nothing else says one', async () => {
    expect(await reported('amount', ['$100', '$7', '$20', '$3', '$9'])).toMatchObject({ currency: 'USD', won: 123 });
    expect(await reported('amount', ['100 zł', '7 zł', '20 zł', '3 zł', '9'])).toMatchObject({ currency: 'PLN' });
  });
});

describe('amounts in the company’s own currency', () => {
  const rows = (amount: string, currency: string, second: string): Record<string, string> => ({
    'deals.csv': [
      `Record ID,Stage,${amount},${currency},Close Date`,
      '1,Won,100,EUR,2024-02-01',
      `2,Won,50,${second},2024-02-02`,
      '3,Lost,70,EUR,2024-02-03',
      '',
    ].join('\n'),
  });

  it.each(['Amount in company currency', 'AMOUNT_IN_HOME_CURRENCY', 'Valor na moeda da empresa'])(
    'are in one, whatever the deals were made in: %s',
    async (amount) => {
      const report = await reportTexts(rows(amount, 'Currency', 'USD'));
      expect(kpiValue(report, 'revenue_won')).toBe(150);
      expect(report.currency).toBeNull();
      expect(warningCodes(report)).toContain('own_currency');
      expect((await reportTexts(rows(amount, 'Currency', 'USD'), { currency: 'GBP' })).currency).toBe('GBP');
    },
  );

  it.each([
    ['the only currency there is', 'Amount in company currency', 'Currency', 'EUR', 'EUR', 150],
    ['the company’s currency', 'Amount in company currency', 'Company currency', 'USD', null, null],
    ['the deal’s currency beside the deal’s amount', 'Amount', 'Currency', 'USD', null, null],
  ])('take %s from its column', async (_, amount, currency, second, code, value) => {
    const report = await reportTexts(rows(amount, currency, second));
    expect([report.currency, kpiValue(report, 'revenue_won')]).toEqual([code, value]);
    expect(warningCodes(report)).not.toContain('own_currency');
  });
});
