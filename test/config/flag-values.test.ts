import { describe, expect, it } from 'vitest';
import {
  anyText,
  choice,
  choices,
  currencyCode,
  delimiterName,
  isoDate,
  list,
  pair,
  portNumber,
  stage,
  timezone,
  wholeNumber,
  wholeWithin,
} from '../../src/config/flag-values.js';
import { describeError } from '../../src/errors/describe.js';
import { UserError } from '../../src/errors/user-error.js';
import { OUTCOMES } from '../../src/model/outcome.js';

/** What the user is told: message and hint in one line. */
function refusal(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { exit, message, hint } = describeError(error, 'en');
    return `${exit} ${message} ${hint}`;
  }
  throw new Error('it was taken');
}

describe('values of options', () => {
  it('choice takes its words and suggests one', () => {
    const parse = choice(['dmy', 'mdy', 'ymd']);
    expect(parse('mdy', '--date-order')).toBe('mdy');
    expect(refusal(() => parse('mdyy', '--date-order'))).toBe(
      '2 --date-order does not take "mdyy". Did you mean mdy? It takes dmy, mdy, ymd.',
    );
  });

  it('choices takes some of its words, all, none, or some after +', () => {
    const parse = choices(['series', 'funnel', 'forecast'], ['forecast']);
    expect(parse('series, funnel', '--sections')).toEqual(['series', 'funnel']);
    expect(parse('all', '--sections')).toEqual(['all']);
    expect(parse('none', '--sections')).toEqual([]);
    expect(parse('+forecast,+ series', '--sections')).toEqual(['+forecast', '+series']);
    expect(parse.words).toEqual(['series', 'funnel', 'forecast', 'all', 'none', '+forecast']);
    expect(refusal(() => parse('+forcast', '--sections'))).toContain('Did you mean forecast?');
    expect(refusal(() => parse('+all', '--sections'))).toMatch(/^2 --sections does not take "all"/);
  });

  it('wholeWithin takes whole numbers from one to another, in any digits', () => {
    const parse = wholeWithin(1, 36, { en: 'a whole number of months, 1 to 36', fa: 'x' });
    expect([parse('1', '--horizon'), parse('۳۶', '--horizon')]).toEqual([1, 36]);
    for (const text of ['0', '37', '1.5', '-1', '', '1e1']) {
      expect(
        refusal(() => parse(text, '--horizon')),
        text,
      ).toContain('It takes a whole number of months, 1 to 36.');
    }
  });

  it('anyText takes anything but nothing', () => {
    expect(anyText(' x ', '--sheet')).toBe(' x ');
    expect(refusal(() => anyText('', '--sheet'))).toMatch(/^2 --sheet does not take ""/);
  });

  it('list splits at commas', () => {
    expect(list('win_rate, won_deals,', '--kpi')).toEqual(['win_rate', 'won_deals']);
    expect(refusal(() => list(' , ', '--kpi'))).toMatch(/^2 --kpi/);
  });

  it('wholeNumber takes digits only', () => {
    expect(wholeNumber('0', '--max-rows')).toBe(0);
    expect(wholeNumber('250', '--max-rows')).toBe(250);
    expect(wholeNumber('۲۵۰', '--max-rows')).toBe(250);
    for (const bad of ['', '-1', '1.5', '1e3', '0x10', 'all', '99999999999']) {
      expect(refusal(() => wholeNumber(bad, '--max-rows'))).toContain('a whole number, 0 or more');
    }
  });

  it('pair splits at the first equals sign, for a header may hold one', () => {
    expect(pair('deals.amount = A=B', '--map')).toEqual(['deals.amount', 'A=B']);
    for (const bad of ['amount', '=x', 'amount=', '=']) expect(refusal(() => pair(bad, '--map'))).toMatch(/^2 --map/);
  });

  it('stage splits at the last equals sign, for a stage may hold one', () => {
    expect(stage('Closed Won=won', '--stage')).toEqual(['Closed Won', 'won']);
    expect(stage('--None--=Open', '--stage')).toEqual(['--None--', 'open']);
    expect(stage('p=0.5=lost', '--stage')).toEqual(['p=0.5', 'lost']);
    expect(stage('*=excluded', '--stage')).toEqual(['*', 'excluded']);
    expect(refusal(() => stage('Closed Won=wonn', '--stage'))).toContain('Did you mean "Closed Won=won"?');
    for (const bad of ['Closed', '=won', 'Closed=']) expect(refusal(() => stage(bad, '--stage'))).toMatch(/^2 --stage/);
  });

  it('stage knows every outcome of a deal', () => {
    for (const outcome of OUTCOMES) expect(stage(`S=${outcome}`, '--stage')).toEqual(['S', outcome]);
  });

  it('currencyCode takes three letters, and words of everyday', () => {
    expect(['eur', 'تومان', 'Rial', 'EURO'].map((text) => currencyCode(text, '--currency'))).toEqual([
      'EUR',
      'IRT',
      'IRR',
      'EUR',
    ]);
    for (const bad of ['kr', 'E1R', 'groschen', ''])
      expect(refusal(() => currencyCode(bad, '--currency'))).toMatch(/^2/);
  });

  it('timezone takes IANA names and suggests the city', () => {
    expect(timezone('Asia/Tehran', '--timezone')).toBe('Asia/Tehran');
    expect(timezone('UTC', '--timezone')).toBe('UTC');
    expect(refusal(() => timezone('Asia/Tehren', '--timezone'))).toContain('Did you mean Asia/Tehran?');
    for (const bad of ['+03:30', 'Mars/Olympus', '']) expect(refusal(() => timezone(bad, '--timezone'))).toMatch(/^2/);
  });

  it('delimiterName takes names and characters', () => {
    expect(
      [',', ';', '|', '\t', 'tab', '\\t', 'pipe', 'Semicolon', 'comma'].map((text) => delimiterName(text, '-')),
    ).toEqual([',', ';', '|', '\t', '\t', '\t', '|', ';', ',']);
    expect(refusal(() => delimiterName('tabb', '--delimiter'))).toContain('Did you mean tab?');
    expect(refusal(() => delimiterName('::', '--delimiter'))).toMatch(/^2/);
  });

  it('isoDate takes days of a calendar only, and gives them as ISO 8601', () => {
    expect(isoDate('2024-02-29', '--as-of')).toBe('2024-02-29');
    // 1 Farvardin 1404 was 21 March 2025.
    expect(isoDate('۱۴۰۴/۱/۱', '--as-of')).toBe('2025-03-21');
    expect(isoDate('2024-2-1', '--as-of')).toBe('2024-02-01');
    for (const bad of ['2023-02-29', '2024-02-30', '20240201', 'today', '2024-13-01', '2024-00-00', '1404-12-30']) {
      expect(refusal(() => isoDate(bad, '--as-of'))).toMatch(/^2 --as-of does not take ".*": that is no day\./);
    }
  });
});

describe('a port', () => {
  it.each([
    ['0', 0],
    ['7474', 7474],
    ['65535', 65_535],
    ['۸۰۸۰', 8080],
  ])('%s is %d', (text, port) => {
    expect(portNumber(text, '--port')).toBe(port);
  });

  it.each(['65536', '-1', '80.5', 'http', '', '0x50', '123456'])('%s is none', (text) => {
    expect(() => portNumber(text, '--port')).toThrow(expect.objectContaining({ code: 'option_value' }));
  });
});
