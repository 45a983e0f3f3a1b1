import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyIn, currencyOf, currencyOfHeader } from '../../../src/normalize/parse/currency.js';

describe('an amount', () => {
  it('names the same currency alone and before a word of another script', () => {
    const piece = fc.constantFrom(
      ...[
        '1',
        '12',
        ' ',
        '-',
        '.',
        '$',
        'R$',
        'US',
        'U.S.',
        'A',
        'CA',
        'NZ',
        'HK',
        'TL',
        'tl',
        'Ft',
        'HUF',
        'euro',
        'Euros',
      ],
      ...['reais', 'Real', 'zl', 'Zloty', 'korun', 'Kc', 'KC', 'k', 'mio', 'EUR', 'TOP', 'x', '(', ')', '%'],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
        (text) => {
          expect(currencyIn(text)).toBe(currencyIn(`${text} ب`));
        },
      ),
      { numRuns: 2000, examples: [['12 euros'], ['12TL'], ['3 korun'], ['5 zl'], ['7 reais'], ['9 Ft']] },
    );
    expect(['12 euro', 'TL 5', '5 kc', '7 reais', '9 Ft', '9 zloty', 'x'].map(currencyIn)).toEqual([
      'EUR',
      'TRY',
      'CZK',
      'BRL',
      'HUF',
      'PLN',
      null,
    ]);
  });
});

describe('a cell of a currency column', () => {
  it.each([
    ['EUR', 'EUR'],
    ['usd', 'USD'],
    [' Gbp ', 'GBP'],
    ['€', 'EUR'],
    ['$', 'USD'],
    ['US$', 'USD'],
    ['C$', 'CAD'],
    ['A$', 'AUD'],
    ['R$', 'BRL'],
    ['zł', 'PLN'],
    ['Kč', 'CZK'],
    ['TL', 'TRY'],
    ['Türk Lirası', 'TRY'],
    ['Euro', 'EUR'],
    ['euros', 'EUR'],
    ['US Dollar', 'USD'],
    ['U.S. Dollars', 'USD'],
    ['Dólares', 'USD'],
    ['Pound Sterling', 'GBP'],
    ['Schweizer Franken', 'CHF'],
    ['złoty', 'PLN'],
    ['руб.', 'RUB'],
    ['рублей', 'RUB'],
    ['евро', 'EUR'],
    ['доллар США', 'USD'],
    ['грн', 'UAH'],
    ['تومان', 'IRT'],
    ['ریال', 'IRR'],
    ['ريال سعودي', 'SAR'],
    ['درهم', 'AED'],
    ['یورو', 'EUR'],
    ['دلار آمریکا', 'USD'],
    ['人民币', 'CNY'],
    ['円', 'JPY'],
    ['Reais', 'BRL'],
    ['Peso mexicano', 'MXN'],
    ['EUR - Euro', 'EUR'],
    ['Euro (EUR)', 'EUR'],
    ['US Dollar ($)', 'USD'],
    ['Canadian Dollar (CAD)', 'CAD'],
    ['USDT', 'USDT'],
  ])('%s is %s', (cell, code) => {
    expect(currencyOf(cell)).toBe(code);
  });

  it.each(['', '-', 'n/a', 'N/A', 'unknown', 'none', 'null', '—', 'نامشخص'])('%j stands for nothing', (cell) => {
    expect(currencyOf(cell)).toBe('');
  });

  it.each([
    'No_Invoice',
    'n.v.',
    'kr',
    'peso',
    'Krone',
    'dinar',
    'EUR/USD',
    'XYZ',
    '1200',
    'Monthly',
    'see notes',
    'EURO2',
  ])('%s names no currency', (cell) => {
    expect(currencyOf(cell)).toBeUndefined();
  });

  it('is a known code, nothing or no currency, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
        const code = currencyOf(cell);
        if (code !== undefined && code !== '') expect(currencyOf(code)).toBe(code);
      }),
    );
  });
});

describe('the header of an amount', () => {
  it.each([
    ['amount_usd', 'USD'],
    ['AMOUNT_IN_USD', 'USD'],
    ['AmountEUR', 'EUR'],
    ['usd_amount', 'USD'],
    ['Amount (EUR)', 'EUR'],
    ['Value (k€)', 'EUR'],
    ['Umsatz (TEUR)', 'EUR'],
    ['Betrag in Euro', 'EUR'],
    ['importe_eur', 'EUR'],
    ['Importe (MXN)', 'MXN'],
    ['Valor (R$)', 'BRL'],
    ['valor_brl', 'BRL'],
    ['Tutar (TL)', 'TRY'],
    ['amount_try', 'TRY'],
    ['Сумма, руб', 'RUB'],
    ['Kwota (zł)', 'PLN'],
    ['مبلغ (تومان)', 'IRT'],
    ['مبلغ به ریال', 'IRR'],
    ['Deal value in dollars', 'USD'],
    ['Amount (US$)', 'USD'],
    ['Montant (M€)', 'EUR'],
  ])('%s is in %s', (header, code) => {
    expect(currencyOfHeader(header)?.code).toBe(code);
  });

  it.each([
    'Amount',
    'Amount Won',
    'Valor real',
    'Valor (real)',
    'Amount (all)',
    'Deal Value',
    'Total',
    'Top line',
    'Amount (net)',
    'Amount in home currency',
    'Amount (converted)',
    'Pen amount',
    'مبلغ',
  ])('%s names none', (header) => {
    expect(currencyOfHeader(header)).toBeNull();
  });

  it('has a bare sign only where other currencies share it', () => {
    expect(currencyOfHeader('Amount ($)')).toEqual({ code: 'USD', bare: true });
    expect(currencyOfHeader('Amount (US$)')).toEqual({ code: 'USD', bare: false });
    expect(currencyOfHeader('Amount (€)')).toEqual({ code: 'EUR', bare: false });
  });
});

it('a code among the words of an amount is a whole word', () => {
  expect(['12 EUR', 'EUR12', 'A$5', 'US$5', 'MX$ 5', '5 S$'].map(currencyIn)).toEqual([
    'EUR',
    'EUR',
    'AUD',
    'USD',
    'MXN',
    'SGD',
  ]);
  expect(['TOP 12', 'SUM 12', 'XEUR 12', 'NEUROLOGY'].map(currencyIn)).toEqual([null, null, null, null]);
});

it('knows the words that stand behind amounts', () => {
  const cells = ['12 руб.', '12 р.', '12 грн', '12 тг', '12 TL', '12 Ft', '12 euros', '12 reais', '12 zl', '12 korun'];
  expect(cells.map(currencyIn)).toEqual(['RUB', 'RUB', 'UAH', 'KZT', 'TRY', 'HUF', 'EUR', 'BRL', 'PLN', 'CZK']);
  expect(['12 kr', '12 kronor', 'TL 12x', 'рука 12', 'realty 5'].map(currencyIn)).toEqual([
    null,
    null,
    'TRY',
    null,
    null,
  ]);
});
