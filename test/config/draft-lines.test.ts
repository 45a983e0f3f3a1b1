import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentLines, exampleLines, settingLines } from '../../src/config/draft-lines.js';
import { readConfig } from '../../src/config/read.js';
import { configSchema } from '../../src/config/schema.js';

const schema = configSchema({ kpis: [], presets: ['hubspot'], rules: [] });
const read = (lines: readonly string[]) => readConfig('kpi.config.yaml', `${lines.join('\n')}\n`, schema);

/** Headers as files have them, and as nobody should. */
const HEADERS = [
  'Amount: net',
  'Deal # 4',
  '"quoted"',
  "it's",
  ' # not a comment',
  '- item',
  '? key',
  '{a: 1}',
  '[x]',
  '&anchor',
  '*',
  '!tag',
  '%',
  '@at',
  '`tick`',
  'null',
  'true',
  '~',
  '0x10',
  '1e3',
  '2024-01-01',
  'yes',
  'a\nb',
  'tab\there',
  'end\\',
  'نام‌معامله: «ارزش» #۱',
  'مبلغ (تومان)',
  '🙂',
  ' '.repeat(3),
  '\u2000',
  '\u00a0Amount\u3000',
  `${'long '.repeat(400)}header`,
];
const header = fc.oneof(fc.constantFrom(...HEADERS), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }));
const note = fc.option(fc.string({ unit: 'grapheme', maxLength: 60 }), { nil: undefined });

describe('a setting', () => {
  it('gives every header back, whatever is in it and in the note behind it', () => {
    fc.assert(
      fc.property(header, note, (text, remark) => {
        const lines = ['mapping:', ...settingLines([{ key: 'amount', value: text, note: remark }], 2)];
        expect(read(lines)).toEqual({ mapping: { amount: text } });
        expect(lines).toHaveLength(2);
      }),
      { numRuns: 500 },
    );
  });

  it('gives every stage back as a key', () => {
    fc.assert(
      fc.property(
        header.filter((text) => text !== '__proto__'),
        note,
        (text, remark) => {
          const lines = ['stages:', ...settingLines([{ key: text, value: 'won', note: remark }], 2)];
          expect(read(lines)).toEqual({ stages: { [text]: 'won' } });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('shows what turns the direction of a line or is not seen, and gives it back', () => {
    const header = '\u202eAmount\u2066 net\u200b\ufeff';
    const lines = [
      ...['mapping:', ...settingLines([{ key: 'amount', value: header, note: header }], 2)],
      ...['stages:', ...settingLines([{ key: header, value: 'won' }], 2)],
      ...settingLines([{ key: 'ignore', value: [header] }]),
    ];
    expect(lines.join('\n')).not.toMatch(/[\u200b\u202e\u2066\ufeff]/);
    expect(read(lines)).toEqual({ mapping: { amount: header }, stages: { [header]: 'won' }, ignore: [header] });
  });

  it('gives lists back', () => {
    fc.assert(
      fc.property(fc.array(header, { minLength: 1, maxLength: 4 }), (ignore) => {
        expect(read(settingLines([{ key: 'ignore', value: ignore }]))).toEqual({ ignore });
      }),
    );
  });
});

describe('an example and a comment', () => {
  it('say nothing, whatever is in them', () => {
    fc.assert(
      fc.property(header, note, (text, remark) => {
        const lines = [
          ...commentLines(text),
          ...exampleLines([{ key: text, value: text, note: remark }]),
          ...commentLines(text, 2),
        ];
        expect(read(lines)).toEqual({});
        expect(lines.every((line) => /^ *#/.test(line) && !/[\n\r]/.test(line))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is a setting without its #', () => {
    const [line = ''] = exampleLines([{ key: 'currency', value: 'EUR', note: 'what the file says' }]);
    expect(line).toBe('#currency: EUR # what the file says');
    expect(read([line.slice(1)])).toEqual({ currency: 'EUR' });
  });

  it('is wrapped', () => {
    const lines = commentLines('word '.repeat(60).trim());
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => line.length <= 120 && line.startsWith('# word'))).toBe(true);
  });

  it('leaves the place behind a key without a value empty', () => {
    expect(exampleLines([{ key: 'Signed', value: null, note: '3 rows' }], 2)).toEqual(['  #Signed: # 3 rows']);
  });
});
