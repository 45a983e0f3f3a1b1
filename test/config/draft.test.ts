import { describe, expect, it } from 'vitest';
import { type ConfigDraft, type DraftColumn, draftJson, draftText, EMPTY_DRAFT } from '../../src/config/draft.js';
import { KNOWN } from '../../src/config/known.js';
import { readConfig } from '../../src/config/read.js';
import { type Config, configSchema } from '../../src/config/schema.js';
import { LANGS } from '../../src/locale/text.js';

const schema = configSchema(KNOWN);
const read = (text: string): Config => readConfig('kpi.config.yaml', text, schema);
/** Every example made a setting, as a person would: the # taken off, prose left alone. */
const uncommented = (text: string): string => text.replaceAll(/^( *)#(?! \S)(.*)$/gm, '$1$2');

const column = (field: string, name: string, more: Partial<DraftColumn> = {}): DraftColumn => ({
  ...{ field, column: name, reason: 'known name', confidence: 1, assumed: false, file: 'deals.csv', taken: false },
  ...more,
});

const DRAFT: ConfigDraft = {
  ...EMPTY_DRAFT,
  files: ['deals.csv'],
  preset: { id: 'hubspot', reason: 'columns "Record ID", "Deal Stage"' },
  mapping: [
    column('amount', 'Amount: net #1', { reason: 'hubspot preset' }),
    column('owner', 'مسئول', { reason: 'spelt like "owner"', confidence: 0.7, assumed: true }),
  ],
  unused: [
    { file: 'deals.csv', column: 'Notes', reason: null },
    { file: 'deals.csv', column: 'Time in "Demo"', reason: 'time in stage: recomputed from dates, not read' },
  ],
  stages: [
    { name: 'Closed Won', outcome: 'won', reason: 'known word', rows: 8, as: 'known' },
    { name: 'Demo: 2', outcome: 'open', reason: 'no closing word', rows: 1, as: 'write' },
    { name: 'Signed', outcome: null, reason: 'unknown name; other columns decide', rows: 3, as: 'ask' },
  ],
  timezone: 'UTC',
  currency: { said: null, found: 'EUR' },
  dateOrder: { value: 'mdy', cells: 4, columns: ['Close Date'], mixed: false },
  by: ['owner'],
};

describe('the draft of a config', () => {
  it('says what was settled, and nothing else', () => {
    expect(read(draftText(DRAFT, 'en'))).toEqual({
      preset: 'hubspot',
      mapping: { amount: 'Amount: net #1', owner: 'مسئول' },
      stages: { 'Demo: 2': 'open' },
      timezone: 'UTC',
      dateOrder: 'mdy',
    });
  });

  it('says why, marks what was assumed, and asks what is open', () => {
    const lines = draftText(DRAFT, 'en').split('\n');
    expect(lines).toContain('  amount: "Amount: net #1" # hubspot preset, 100 %');
    expect(lines).toContain('  owner: "مسئول" # assumed: check (spelt like "owner", 70 %)');
    expect(lines).toContain('# - "Notes"');
    expect(lines).toContain('# - "Time in \\"Demo\\"" (time in stage: recomputed from dates, not read)');
    expect(lines).toContain('# - "Closed Won": won (known word, 8 rows)');
    expect(lines).toContain('  "Demo: 2": open # no closing word, 1 row');
    expect(lines).toContain('  #Signed: # unknown name; other columns decide, 3 rows');
    expect(lines).toContain('dateOrder: mdy # assumed: check (4 cells of "Close Date" fit another reading as well)');
    expect(lines).toContain('#currency: EUR');
  });

  it('takes the answer that a person writes behind an open name', () => {
    const answered = draftText(DRAFT, 'en').replace('  #Signed: #', '  Signed: won #');
    expect(read(answered).stages).toEqual({ 'Demo: 2': 'open', Signed: 'won' });
    expect(read(draftText(DRAFT, 'en').replace('  #Signed: #', '  Signed: #')).stages).toEqual({ 'Demo: 2': 'open' });
  });

  it('leaves a date order alone that would hold for columns of another order, too', () => {
    const mixed = { ...DRAFT, dateOrder: { value: 'mdy' as const, cells: 4, columns: ['a'], mixed: true } };
    expect(read(draftText(mixed, 'en')).dateOrder).toBeUndefined();
  });

  it('settles a decimal sign, unless columns would need different ones', () => {
    const decimal = { value: 'comma' as const, cells: 3, columns: ['Amount'], mixed: false };
    const text = draftText({ ...DRAFT, decimal }, 'en');
    expect(read(text).decimal).toBe('comma');
    expect(text).toContain('decimal: comma # assumed: check (3 cells of "Amount" fit another reading as well)');
    expect(read(draftText({ ...DRAFT, decimal: { ...decimal, mixed: true } }, 'en')).decimal).toBeUndefined();
  });

  it('of several files says which column is whose, and where they differ', () => {
    const files = ['deals.csv', 'old.csv', 'teams.csv'];
    const mapping = [
      column('deals.amount', 'Amount'),
      column('deals.amount', 'Value', { file: 'old.csv', taken: true }),
      column('customers.name', 'Account', { file: 'teams.csv' }),
    ];
    const differing = { sheet: [{ file: 'old.csv', value: '"Deals"' }] };
    const text = draftText({ ...DRAFT, files, mapping, differing }, 'en');
    expect(read(text).mapping).toEqual({ 'deals.amount': 'Amount', 'customers.name': 'Account' });
    expect(text.slice(text.indexOf('mapping:')).split('\n').slice(0, 7)).toEqual([
      'mapping:',
      '  # deals.csv:',
      '  deals.amount: Amount # known name, 100 %',
      '  # old.csv:',
      expect.stringMatching(/^ {2}# - deals.amount: "Value" \(known name, 100 %; found by itself/),
      '  # teams.csv:',
      '  customers.name: Account # known name, 100 %',
    ]);
    expect(text).toContain('# - deals.csv: "Notes"');
    expect(text).toMatch(/# This key holds for all files, which differ in it:\n# - old.csv: "Deals"\n#sheet:/);
  });

  it('does not fix the generic preset', () => {
    const generic = { ...DRAFT, preset: { id: 'generic', reason: 'no CRM has these columns' } };
    expect(read(draftText(generic, 'en')).preset).toBeUndefined();
  });

  it('is the same settings in every language, and the same text each time', () => {
    const [first, ...others] = LANGS.map((lang) => read(draftText(DRAFT, lang)));
    for (const other of others) expect(other).toEqual(first);
    expect(draftText(DRAFT, 'fa')).toBe(draftText(DRAFT, 'fa'));
  });

  it('is JSON without comments', () => {
    expect(JSON.parse(draftJson(DRAFT))).toEqual(read(draftText(DRAFT, 'en')));
    expect(draftJson(EMPTY_DRAFT)).toBe('{}\n');
  });
});

describe('the template', () => {
  it.each(LANGS)('says nothing as it is, and has a valid example of every key (%s)', (lang) => {
    const text = draftText(EMPTY_DRAFT, lang);
    expect(read(text)).toEqual({});
    const everything = read(uncommented(text));
    const keys = Object.keys((schema as unknown as { shape: object }).shape);
    expect(Object.keys(everything).sort()).toEqual(keys.sort());
  });

  it('is valid with every example of a file’s own draft, too', () => {
    const text = draftText({ ...DRAFT, stages: DRAFT.stages.slice(0, 1) }, 'en');
    expect(Object.keys(read(uncommented(text)))).toContain('report');
  });
});
