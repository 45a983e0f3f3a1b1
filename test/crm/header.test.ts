import { describe, expect, it } from 'vitest';
import { amountUnit, headerKey, headerUnit, peelHeader } from '../../src/crm/header.js';

describe('headerKey', () => {
  it('is one for the spellings of a header that different exports use', () => {
    const spellings = [
      'Deal Value',
      'deal_value',
      'DEAL  VALUE:',
      'Deal - Value',
      'Deal: Value',
      '\ufeffDeal Value',
      '"Deal Value"',
      'deal.value*',
    ];
    expect(new Set(spellings.map(headerKey))).toEqual(new Set(['deal value']));
  });

  it('splits the camel case of API names', () => {
    expect(headerKey('StageName')).toBe('stage name');
    expect(headerKey('CloseDate')).toBe('close date');
  });

  it('folds Arabic letters and digits, half spaces and accents', () => {
    expect(headerKey('مشتري')).toBe(headerKey('مشتری'));
    expect(headerKey('تاريخ\u200cايجاد')).toBe(headerKey('تاریخ ایجاد'));
    expect(headerKey('Data de criação')).toBe('data de criacao');
  });
});

describe('peelHeader', () => {
  it('takes the entity word off and remembers it', () => {
    expect(peelHeader('organization name')).toEqual({ rest: 'name', entity: 'account' });
    expect(peelHeader('deal owner')).toEqual({ rest: 'owner', entity: 'deal' });
    expect(peelHeader('ارزش معامله')).toEqual({ rest: 'ارزش', entity: 'deal' });
    expect(peelHeader('owner')).toBeNull();
  });
});

describe('headerUnit', () => {
  it('is what stands in brackets at the end', () => {
    expect(headerUnit('Amount (USD)')).toBe('USD');
    expect(headerUnit('مبلغ (تومان)')).toBe('تومان');
    expect(headerUnit('Amount')).toBeNull();
  });
});

describe('amountUnit', () => {
  it.each([
    ['Amount (USD)', 'amount', 1],
    ['Win chance (%)', 'win chance', 1],
    ['مبلغ (تومان)', 'مبلغ', 1],
    ['Value (k€)', 'value', 1000],
    ['Value in kUSD', 'value', 1000],
    ['Value USD k', 'value', 1000],
    ['Value in CADk', 'value', 1000],
    ['Value in CAD', 'value', 1],
    ['Value millions of dollars', 'value', 1_000_000],
    ['Value 000s', 'value', 1000],
    ['金额（万元）', '金额', 10_000],
    ['合同金额(千元)', '合同金额', 1000],
    ['合同额(亿元)', '合同额', 100_000_000],
    ['金额(元)', '金额', 1],
    ['売上金額（千円）', '売上金額', 1000],
    ['受注金額(百万円)', '受注金額', 1_000_000],
    ['金額（単位：千円）', '金額', 1000],
    ['계약금액(만원)', '계약금액', 10_000],
    ['금액(원)', '금액', 1],
    ['매출(백만원)', '매출', 1_000_000],
    ['Value (€k)', 'value', 1000],
    ['Amount ($000)', 'amount', 1000],
    ["Amount ('000s)", 'amount', 1000],
    ['Amount in thousands', 'amount', 1000],
    ['Wert (TEUR)', 'wert', 1000],
    ['Wert (Tsd. €)', 'wert', 1000],
    ['Сумма, тыс. руб.', 'сумма', 1000],
    ['مبلغ (هزار تومان)', 'مبلغ', 1000],
    ['Deal Value (USD millions)', 'deal value', 1e6],
    ['Amount ($M)', 'amount', 1e6],
    ['Betrag (Mio. €)', 'betrag', 1e6],
    ['مبلغ به میلیون تومان', 'مبلغ', 1e6],
    ['ارزش (میلیارد ریال)', 'ارزش', 1e9],
  ])('of %s is what it says behind %s: times %d', (header, rest, times) => {
    expect(amountUnit(headerKey(header))).toEqual({ rest, times });
  });

  it.each(['Amount', 'Duration (m)', 'Distance in miles', 'Weak', 'Stage', 'K', 'Team', 'هزار'])(
    'is none of %s',
    (header) => {
      expect(amountUnit(headerKey(header))).toBeNull();
    },
  );
});
