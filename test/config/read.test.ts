import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read.js';
import { type Config, configSchema } from '../../src/config/schema.js';
import { describeError } from '../../src/errors/describe.js';
import { UserError } from '../../src/errors/user-error.js';

const schema = configSchema({
  kpis: ['win_rate', 'won_deals'],
  presets: ['hubspot', 'generic'],
  rules: [
    { id: 'deal.owner_missing' },
    { id: 'deal.stale', params: { days: { means: 'days', kind: 'number', least: 0 } } },
  ],
});

const read = (content: string): Config => readConfig('kpi.config.yaml', content, schema);

/** What the user is told, line by line. */
function problems(content: string): string[] {
  try {
    read(content);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { exit, message } = describeError(error, 'en');
    expect(exit).toBe(2);
    return message.split('\n').map((line) => line.replace('kpi.config.yaml:', ''));
  }
  return [];
}

describe('readConfig', () => {
  it('takes Persian and Arabic digits for numbers, and names of months', () => {
    const content = `
      retention: { window: ۹۰ }
      rules: { deal.stale: { maxRate: ۰٫۰۵, maxViolations: ١٠ } }
      mapping: { amount: "۱۲" }
      fiscalYearStart: فروردین`;
    expect(read(content)).toEqual({
      retention: { window: 90 },
      rules: { 'deal.stale': { maxRate: 0.05, maxViolations: 10 } },
      mapping: { amount: '۱۲' },
      fiscalYearStart: 'فروردین',
    });
  });

  it('takes how far models look ahead, and sections to add', () => {
    const content = `
      clv: { horizonMonths: 24, discountRate: 0 }
      forecast: { horizon: 36 }
      report: { sections: [+forecast, "+survival"] }`;
    expect(read(content)).toEqual({
      clv: { horizonMonths: 24, discountRate: 0 },
      forecast: { horizon: 36 },
      report: { sections: ['+forecast', '+survival'] },
    });
    expect(read('report: { sections: [all] }')).toEqual({ report: { sections: ['all'] } });
    for (const wrong of [
      'clv: { horizonMonths: 121 }',
      'clv: { horizonMonths: 1.5 }',
      'clv: { discountRate: 10 }',
      'clv: { discountRate: -0.1 }',
      'forecast: { horizon: 0 }',
      'forecast: { horizon: 37 }',
      'report: { sections: [+forcast] }',
      'report: { sections: forecast }',
    ]) {
      expect(problems(wrong), wrong).toHaveLength(1);
    }
  });

  it('reads every key', () => {
    const content = `
      preset: hubspot
      mapping: { amount: Deal value, leads.id: Lead }
      stages: { Closed Won: won, "*": open, 1404: lost }
      ignore: [Notes, "a: b"]
      currency: EUR
      timezone: Asia/Tehran
      dateOrder: dmy
      sheet: Deals
      encoding: windows-1256
      delimiter: ";"
      fiscalYearStart: 4
      assumeComplete: true
      retention: { window: 90 }
      rules:
        deal.owner_missing: off
        deal.stale: { severity: warn, maxViolations: 10, maxRate: 0.05, days: 45 }
      report: { kpis: [win_rate], by: [owner, "source,owner"] }
      lang: fa`;
    expect(read(content)).toEqual({
      preset: 'hubspot',
      mapping: { amount: 'Deal value', 'leads.id': 'Lead' },
      stages: { 'Closed Won': 'won', '*': 'open', '1404': 'lost' },
      ignore: ['Notes', 'a: b'],
      currency: 'EUR',
      timezone: 'Asia/Tehran',
      dateOrder: 'dmy',
      sheet: 'Deals',
      encoding: 'windows-1256',
      delimiter: ';',
      fiscalYearStart: 4,
      assumeComplete: true,
      retention: { window: 90 },
      rules: {
        'deal.owner_missing': 'off',
        'deal.stale': { severity: 'warn', maxViolations: 10, maxRate: 0.05, days: 45 },
      },
      report: { kpis: ['win_rate'], by: ['owner', 'source,owner'] },
      lang: 'fa',
    });
  });

  it('reads JSON, tabs and byte order mark included', () => {
    expect(read('\ufeff{\n\t"retention": {\n\t\t"window": 30\n\t}\n}\n')).toEqual({ retention: { window: 30 } });
  });

  it('takes an empty file and empty sections for nothing said', () => {
    expect(read('')).toEqual({});
    expect(read('# nothing yet\n')).toEqual({});
    expect(read('mapping:\n#  amount: Value\nstages:\nreport:\n  by:\n')).toEqual({ report: {} });
  });

  it('names unknown keys with line, column and what was meant', () => {
    expect(problems('preset: hubspot\nretenion:\n  window: 90\nreport:\n  kpi: [win_rate]\nzzz: 1\n')).toEqual([
      '2:1: unknown key "retenion". Did you mean retention?',
      '5:3: unknown key "kpi". Did you mean kpis?',
      '6:1: unknown key "zzz".',
    ]);
    expect(problems('rules:\n  deal.owner_mising: off\n  deal.stale:\n    dys: 3\n')).toEqual([
      '2:3: unknown key "deal.owner_mising". Did you mean deal.owner_missing?',
      '4:5: unknown key "dys". Did you mean days?',
    ]);
  });

  it.each([
    [
      'preset: hubspt',
      '1:9: preset does not take "hubspt". Did you mean hubspot? It takes a preset of `kpi list presets`.',
    ],
    [
      'report:\n  kpis: [win_rate, win_rat]',
      '2:20: report.kpis.1 does not take "win_rat". Did you mean win_rate? It takes a KPI of `kpi list kpis`.',
    ],
    ['report:\n  by: owner', '2:7: report.by does not take "owner". It takes a list, such as [owner, source].'],
    ['timezone: Mars', '1:11: timezone does not take "Mars". It takes an IANA zone, such as Europe/Berlin.'],
    [
      'currency: groschen',
      '1:11: currency does not take "groschen". It takes a three-letter code, such as EUR, or a word such as toman.',
    ],
    ['dateOrder: dym', '1:12: dateOrder does not take "dym". Did you mean dmy? It takes dmy, mdy or ymd.'],
    [
      'delimiter: colon',
      '1:12: delimiter does not take "colon". It takes comma, semicolon, tab or pipe, or the character.',
    ],
    ['ignore: Notes', '1:9: ignore does not take "Notes". It takes a list of column headers.'],
    [
      'fiscalYearStart: 13',
      '1:18: fiscalYearStart does not take 13. It takes the number of a month, 1 to 12, or its name, such as April or Farvardin.',
    ],
    ['assumeComplete: yes', '1:17: assumeComplete does not take "yes". It takes true or false.'],
    ['retention: 90', '1:12: retention does not take 90. It takes keys and values, indented below it.'],
    [
      'retention: {window: 0.5}',
      '1:21: retention.window does not take 0.5. It takes a whole number of days, 1 to 3660.',
    ],
    ['stages: {Won: winning}', '1:15: stages.Won does not take "winning". It takes won, lost, open or excluded.'],
    [
      'mapping: {amount: 2024}',
      '1:19: mapping.amount does not take 2024. It takes a text (in quotes if it looks like a number).',
    ],
    [
      'rules: {deal.stale: {maxRate: 5}}',
      '1:31: rules.deal.stale.maxRate does not take 5. It takes a share from 0 to 1.',
    ],
    ['lang: de', '1:7: lang does not take "de". It takes en or fa.'],
    ['[preset, hubspot]', '1:1: the file does not take this. It takes keys and values, indented below it.'],
  ])('points at the wrong value in %s', (content, told) => {
    expect(problems(content)).toEqual([told]);
  });

  it('says what a rule takes', () => {
    expect(problems('rules: {deal.stale: warning}')).toEqual([
      '1:21: rules.deal.stale does not take "warning". It takes error, warn, info or off, or an object with severity, maxViolations, maxRate, or with warn and fail.',
    ]);
    expect(problems('rules: {deal.stale: {severity: warning}}')).toEqual([
      '1:32: rules.deal.stale.severity does not take "warning". It takes error, warn, info or off.',
    ]);
  });

  it.each([
    ['a doubled key', 'lang: en\nlang: fa\n', '2:1: this key is there twice.'],
    ['a tab', 'report:\n\tby: [owner]\n', '2:1: a tab indents this line; YAML takes only spaces.'],
    ['a tag', 'preset: !!js/function "x"\n', '1:9: tags (!name) are not taken.'],
    [
      'a second document',
      'lang: en\n---\nlang: fa\n',
      '2:1: a second document begins here (---); a config file is one document.',
    ],
  ])('refuses %s', (_, content, told) => {
    expect(problems(content)).toContain(told);
  });

  it('refuses an open quote with its place', () => {
    expect(problems('preset: "hub\nlang: en\n').join()).toMatch(/^\d:\d+: /);
  });

  it('refuses aliases that multiply, and ones of nothing', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed']) bomb.push(`${name}: &${name} [${`*${of}, `.repeat(10)}]`);
    expect(problems(bomb.join('\n')).join()).toMatch(/Excessive alias count/);
    expect(problems('preset: *nothing\n').join()).toMatch(/nothing/);
  });

  it('refuses __proto__ instead of losing it', () => {
    expect(problems('stages:\n  __proto__: won\n')).toEqual(['2:3: unknown key "__proto__".']);
    expect(problems('__proto__: {lang: en}\n')).toEqual(['1:1: unknown key "__proto__".']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
