import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textColumn } from '../../../src/model/text-column.js';
import { DistinctCells } from '../../../src/normalize/distinct-cells.js';
import { currencyIn, parseFlag, parseNumber } from '../../../src/normalize/parse/number.js';
import { decideNumberFormat, numberCells, ratioScale, sureNumbers } from '../../../src/normalize/parse/sure-numbers.js';
import { kpi } from '../../support/run.js';

const POINT = { decimal: '.', decidedBy: 'cells', ambiguous: 0 } as const;
const COMMA = { decimal: ',', decidedBy: 'cells', ambiguous: 0 } as const;

describe('parseNumber', () => {
  it.each([
    ['12000', 12000],
    ['12000.50', 12000.5],
    ['1,234.56', 1234.56],
    ['$1,234,567', 1234567],
    ['$125000', 125000],
    ['US$ 12.50', 12.5],
    ['€1 234.50', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ['1\u202f234.5', 1234.5],
    ["1'234.56", 1234.56],
    ['12,34,567.89', 1234567.89],
    ['50万', 500_000],
    ['30.5万元', 305_000],
    ['1.2亿', 120_000_000],
    ['120万円', 1_200_000],
    ['500千円', 500_000],
    ['3百万円', 3_000_000],
    ['5백만원', 5_000_000],
    ['3천만원', 30_000_000],
    ['1,000,000원', 1_000_000],
    ['8,800円', 8800],
    ['11300元', 11_300],
    ['12/500/000', 12_500_000],
    ['۱۲/۵۰۰/۰۰۰ ریال', 12_500_000],
    ['750/000', 750_000],
    ['(1,234)', -1234],
    ['1234-', -1234],
    ['\u22121234', -1234],
    ['-500', -500],
    ["'-500", -500],
    ['45k', 45000],
    ['1.2M', 1200000],
    ['$1m', 1000000],
    ['3 هزار', 3000],
    ['2.5 میلیون', 2500000],
    ['۱۲۳۴۵', 12345],
    ['۱٬۲۳۴٫۵', 1234.5],
    ['٣٤٥٦', 3456],
    ['۱۲۰۰۰ تومان', 12000],
    ['12,000 ریال', 12000],
    ['USD 1,500', 1500],
    ['1500 kr', 1500],
    ['R$ 2,500.00', 2500],
    ['0', 0],
    ['.5', 0.5],
    ['1e5', 100000],
    ['-1e36', -1e36],
    [`1${'0'.repeat(36)}`, 1e36],
  ])('reads %s in a column with decimal points', (text, value) => {
    expect(parseNumber(text, POINT)).toBe(value);
  });

  it.each([
    ['1.234,56', 1234.56],
    ['1.234', 1234],
    ['12,5', 12.5],
    ['1,5 Mio.', 1500000],
    ['R$ 2.500,50', 2500.5],
    ['1 234,56 €', 1234.56],
  ])('reads %s in a column with decimal commas', (text, value) => {
    expect(parseNumber(text, COMMA)).toBe(value);
  });

  it('takes texts that stand for nothing as missing, not as 0', () => {
    for (const text of ['', ' ', '-', 'n/a', 'N/A', '(No value)', 'TBD', 'missing amount']) {
      expect(parseNumber(text, POINT), text).toBeNull();
    }
  });

  it('refuses what is no number, instead of reading the digits in it', () => {
    for (const text of [
      'about 5',
      '12 units',
      '1,23',
      'Q3',
      '0x10',
      'Infinity',
      '1.2.3',
      '12,34.5',
      '5" pipe',
      'SUM 12',
      '#REF!',
    ]) {
      expect(parseNumber(text, POINT), text).toBeUndefined();
    }
  });
});

describe('what is too large for an amount', () => {
  it.each(['1e37', '-1e308', '1e400', `1${'0'.repeat(37)}`, `-2${'0'.repeat(36)}`, '9e35 thousand', '۱e۲۰۰'])(
    'refuses %s',
    (text) => {
      expect(parseNumber(text, POINT)).toBeUndefined();
    },
  );

  it.each([
    ['large', '1e30'],
    ['small', '1e-90'],
  ])('compares periods with very %s amounts', (_, odd) => {
    const rows = Array.from({ length: 400 }, (_, at) => {
      const month = `${at % 2 === 0 ? 2023 : 2022}-${String(1 + ((at >> 1) % 12)).padStart(2, '0')}`;
      const amount = at % 7 === 1 || at % 11 === 2 ? odd : '0';
      return `${at},D${at},${at % 5 === 0 ? 'Lost' : 'Won'},${amount},USD,${month}-01,${month}-2${at % 8}`;
    });
    const input = `Deal ID,Deal Name,Stage,Amount,Currency,Created Date,Closed Date\n${rows.join('\n')}\n`;
    const { status } = kpi(['report', '-', '--period', '2023', '--compare', 'previous', '--format', 'json'], {
      input,
    });
    expect(status).toBe(0);
  });

  it('leaves figures of the amounts that there are', () => {
    const rows = ['Ada', 'Bea', 'Cem', 'Dia', 'Eve'].map(
      (name, at) => `${at},${name},${100 * (at + 1)},Closed Won,2025-02-03`,
    );
    const file = `Deal ID,Account,Amount,Stage,Closed Date\n${rows.join('\n')}\n9,Fay,1e308,Closed Won,2025-02-04\n`;
    for (const lang of ['en', 'fa']) {
      const { status, stdout } = kpi(['report', '-', '--format', 'json', '--lang', lang], { input: file });
      expect(status).toBe(0);
      const { kpis, quality } = JSON.parse(stdout);
      // 100 + 200 + 300 + 400 + 500
      expect(kpis.find(({ id }: { id: string }) => id === 'revenue_won').value).toBe(1500);
      expect(JSON.stringify(quality)).toContain('amount.unparseable');
    }
  });
});

describe('decideNumberFormat', () => {
  it('follows the cells that fit one reading only', () => {
    expect(decideNumberFormat(textColumn(['1.234', '1.234,56', '7']))).toMatchObject({
      decimal: ',',
      decidedBy: 'cells',
    });
    expect(decideNumberFormat(textColumn(['1,234', '1,234.56', '7']))).toMatchObject({
      decimal: '.',
      decidedBy: 'cells',
    });
    expect(decideNumberFormat(textColumn(['2.500,50', '12,5']))).toMatchObject({ decimal: ',' });
  });

  it.each([
    [['1.234', '5.678'], null],
    [['1,234', '12'], null],
    [['1.234', '12500'], null],
    [['1.234'], '.' as const],
    [['1,5', '2.5', '3,5'], null],
  ])('takes what the user says where the cells %j leave it open', (cells, hint) => {
    for (const decimal of ['.', ','] as const) {
      expect(decideNumberFormat(textColumn(cells), hint, decimal)).toEqual({
        decimal,
        decidedBy: 'option',
        ambiguous: 0,
      });
    }
  });

  it('believes cells that agree more than what the user says of the file', () => {
    expect(decideNumberFormat(textColumn(['0.5', '1.25']), null, ',')).toMatchObject({ decimal: '.', ambiguous: 0 });
    expect(decideNumberFormat(textColumn(['2.500,50']), null, '.')).toMatchObject({ decimal: ',', ambiguous: 0 });
    expect(decideNumberFormat(textColumn(['12', '7']), null, ',')).toMatchObject({
      decimal: '.',
      decidedBy: 'default',
    });
  });

  it('counts the cells that either reading fits when none settles it', () => {
    expect(decideNumberFormat(textColumn(['1.234', '5.678', '1.234']))).toEqual({
      decimal: ',',
      decidedBy: 'default',
      ambiguous: 3,
    });
    expect(decideNumberFormat(textColumn(['1,234', '12']))).toEqual({
      decimal: '.',
      decidedBy: 'default',
      ambiguous: 1,
    });
  });

  it('does not take 1.234 for thousands in a column that writes 12500 without a group', () => {
    expect(decideNumberFormat(textColumn(['1.234', '12500']))).toMatchObject({ decimal: '.' });
  });

  it('reads back what a person writes, in every common style', () => {
    const styles = [
      { decimal: '.', group: ',' },
      { decimal: ',', group: '.' },
      { decimal: ',', group: '\u00a0' },
      { decimal: '.', group: "'" },
    ] as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...styles),
        (cents, { decimal, group }) => {
          const cells = cents.map((amount) => {
            const [whole = '', fraction = ''] = (Math.abs(amount) / 100).toFixed(2).split('.');
            return `${amount < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${decimal}${fraction}`;
          });
          const format = decideNumberFormat(textColumn(cells));
          expect(cells.map((cell) => parseNumber(cell, format))).toEqual(
            cents.map((amount) => (amount === 0 ? 0 : amount / 100)),
          );
        },
      ),
    );
  });
});

describe('ratioScale', () => {
  const scaleOf = (...texts: string[]) => {
    const cells = new DistinctCells(textColumn(texts));
    return ratioScale(numberCells(sureNumbers(cells), POINT), cells);
  };

  it('is 100 when a cell has a per cent sign or a value above 1, else 1', () => {
    expect(scaleOf('0.2', '1', '0')).toBe(1);
    expect(scaleOf('20', '1', '0')).toBe(100);
    expect(scaleOf('1%', '0%')).toBe(100);
  });
});

describe('currencyIn', () => {
  it('knows codes and signs, and takes no other word for a currency', () => {
    expect(['12 EUR', '$5', 'R$ 5', 'AMOUNT (USD)', '۵۰۰ تومان', '۵۰۰ ریال'].map(currencyIn)).toEqual([
      'EUR',
      'USD',
      'BRL',
      'USD',
      'IRT',
      'IRR',
    ]);
    expect(['12 kr', 'Amount', 'Deal Value', 'TOTAL'].map(currencyIn)).toEqual([null, null, null, null]);
  });
});

describe('parseFlag', () => {
  it('reads yes and no in the languages of exports', () => {
    expect(['true', 'YES', '1', 'Y', 'Sim', 'بله', 'checked'].map(parseFlag)).toEqual(new Array(7).fill(true));
    expect(['false', 'No', '0', 'n', 'Não', 'خیر'].map(parseFlag)).toEqual(new Array(6).fill(false));
    expect(parseFlag('')).toBeNull();
    expect(parseFlag('maybe')).toBeUndefined();
  });
});

describe('amounts as they are typed in Europe', () => {
  const dash = [
    '1.200,-',
    '1.200,-- €',
    '1.200,– €',
    '€ 1.200,-',
    '1 200,- Kč',
    '1 200:-',
    '1.200,- kr',
    "1'200.- CHF",
  ];
  it.each(dash)('a dash for the cents is no minus: %s', (text) => {
    expect(parseNumber(text, text.includes("'") ? POINT : COMMA)).toBe(1200);
  });

  it('a dash for the cents tells the decimal sign', () => {
    expect(decideNumberFormat(textColumn(['1.200,-', '13.500']))).toMatchObject({ decimal: ',', ambiguous: 0 });
  });

  it('a minus behind the number stays one', () => {
    expect(parseNumber('1.200,50-', COMMA)).toBe(-1200.5);
    expect(parseNumber('1200-', COMMA)).toBe(-1200);
  });

  it.each([
    '1 200 грн.',
    '1 200 гривень',
    '1 200 р.',
    '1 200 руб.',
    '1 200 рублей',
    '1 200 тг',
    '1.200 TL',
    '1 200 Ft',
    '1.200 euros',
    '1.200 reais',
    '1 200 złotych',
    '1 200 korun',
    '1 200 kronor',
    '1.200 kroner',
  ])('a currency in words stands behind: %s', (text) => {
    expect(parseNumber(text, COMMA)).toBe(1200);
  });

  it.each(['12 rooms', '12 reales', 'real 12 x', '12 TLS', '12 рук', '12 korunka'])('is no amount: %s', (text) => {
    expect(parseNumber(text, COMMA)).toBeUndefined();
  });
});
