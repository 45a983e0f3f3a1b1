import { describe, expect, it } from 'vitest';
import { check } from '../../src/index.js';
import { say } from '../../src/locale/say.js';
import { LANGS } from '../../src/locale/text.js';
import { LOAD_WARNINGS, type LoadWarning } from '../../src/model/load-warnings.js';
import { rules } from '../../src/quality/catalogue/index.js';
import { FATES, ruleOf } from '../../src/quality/warning-fates.js';
import { warningRules } from '../../src/quality/warning-rules/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';
import { runRule } from '../support/rules.js';

const TODAY = day('2030-12-31');

describe('the warnings of reading', () => {
  it('are each judged by a rule that there is, or have a reason in both languages why none judges them', () => {
    const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
    for (const code of LOAD_WARNINGS) {
      const fate = FATES[code];
      if ('stays' in fate) {
        for (const lang of LANGS) expect(say(fate.stays, lang), code).not.toBe('');
        continue;
      }
      const abouts = [
        undefined,
        ...['amount', 'created_at', 'probability', 'account', 'product'].flatMap((field) =>
          (['deals', 'customers', 'lookup', undefined] as const).map((role) => ({
            file: 'a.csv',
            field,
            ...(role === undefined ? {} : { role }),
          })),
        ),
      ];
      for (const about of abouts) {
        const warning: Pick<LoadWarning, 'code' | 'about'> = { code, ...(about === undefined ? {} : { about }) };
        expect(ids, code).toContain(ruleOf(warning));
      }
    }
  });

  it('feed every rule over warnings', () => {
    const judged = new Set(
      LOAD_WARNINGS.flatMap((code) => [
        ruleOf({ code }),
        ruleOf({ code, about: { file: 'a.csv', role: 'deals', field: 'amount', otherMeaning: true } }),
      ]),
    );
    for (const { id } of warningRules) expect(judged, id).toContain(id);
  });

  it('are told once in a check: as a violation, not as a warning beside it', async () => {
    const loaded = await loadTexts({ 'deals.csv': words(5, 8) });
    const found = check(loaded, { today: TODAY });
    expect(found.warnings.map(({ code }) => code)).not.toContain('unfit_column');
    expect(found.violations.filter(({ rule }) => rule === 'column.refused')).toMatchObject([
      { severity: 'error', file: expect.stringContaining('deals.csv'), row: 0, column: 'Close Date' },
    ]);
  });

  it('are silent where their rule is off, and stay warnings where it was not selected', async () => {
    const loaded = await loadTexts({ 'deals.csv': words(5, 8) });
    const codes = (settings: Parameters<typeof check>[1]): string[] =>
      check(loaded, settings).warnings.map(({ code }) => code);
    expect(codes({ today: TODAY, rules: { 'column.refused': 'off' } })).not.toContain('unfit_column');
    // Ids need no dates; of the rules about deals some do, and bring the rule along.
    expect(codes({ today: TODAY, select: ['deal.id_duplicate'] })).toContain('unfit_column');
    expect(codes({ today: TODAY, select: ['deal.*'] })).not.toContain('unfit_column');
  });

  it('can be required, and known to a baseline whatever else the file holds', async () => {
    const today = TODAY;
    const [five, six] = await Promise.all([words(5, 8), words(6, 9)].map((text) => loadTexts({ 'deals.csv': text })));
    if (five === undefined || six === undefined) throw new Error('not read');
    expect(check(five, { today, require: ['column.refused'] }).summary.failures).toEqual([]);
    const print = (loaded: typeof five): string | undefined =>
      check(loaded, { today }).violations.find(({ rule }) => rule === 'column.refused')?.fingerprint;
    expect(print(six)).toBe(print(five));
  });
});

describe('ids that stand for several deals', () => {
  const header = 'Deal ID,Customer Name,Product,Amount,Stage,Created Date,Close Date';
  const rows = [
    '7,Ardent,Desk,100,Closed Won,2024-01-01,2024-02-01',
    '7,Borea,Lamp,60,Closed Lost,2024-01-05,2024-02-11',
    '8,Cinder,Desk,140,Closed Won,2024-01-09,2024-03-05',
  ];
  const text = [header, ...rows].join('\n');

  it('are violations at the rows that share them', async () => {
    const found = check(await loadTexts({ 'deals.csv': text }), { today: TODAY });
    const own = found.violations.filter(({ rule }) => rule === 'deal.id_reused');
    expect(own.map(({ row, line }) => [row, line])).toEqual([
      [2, 2],
      [3, 3],
    ]);
    expect(found.summary.outcome).toBe('fail');
  });

  it('are no fault where the user said that each row is a deal', async () => {
    const found = check(await loadTexts({ 'deals.csv': text }, { repeatedIds: 'all' }), { today: TODAY });
    expect(found.violations.filter(({ rule }) => rule === 'deal.id_reused')).toEqual([]);
    expect(found.warnings.map(({ code }) => code)).toContain('reused_ids');
  });
});

describe('a rule over warnings', () => {
  it('counts rows where the warning does, and names no more places than it knows', () => {
    const reused = rules.find(({ id }) => id === 'deal.id_reused');
    if (reused === undefined) throw new Error('no rule');
    const table = 'id amount\nD1 5\nD2 6\n# warnings\nreused_ids . id deals 2';
    expect(runRule(reused, table)).toMatchObject({ violations: 2, applicable: 2, rate: 1, outcome: 'fail' });
    expect(runRule(reused, table).describe()).toHaveLength(1);
  });
});

/** So many deals, of which the first few have a word for a close date. */
function words(bad: number, all: number): string {
  const rows = Array.from({ length: all }, (_, index) => {
    const date = index < bad ? 'soon' : `2024-03-0${index + 1}`;
    return `D${index},Acme ${index},${index % 2 === 0 ? 'Closed Won' : 'Closed Lost'},${1000 + index},2024-01-0${index + 1},${date}`;
  });
  return ['Id,Name,Stage,Amount,Create Date,Close Date', ...rows].join('\n');
}
