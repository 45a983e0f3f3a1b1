import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/model/civil-day.js';
import { type Baseline, parseBaseline, printBaseline, roleAndName } from '../../src/quality/baseline.js';
import { HOSTILE } from '../support/hostile.js';

const textOf = (baseline: Baseline): string => [...printBaseline({ known: baseline, scope: null })].join('');
const knownIn = (text: string): Baseline => {
  const read = parseBaseline(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.known;
};
/** The same as maps: it is packed where it was read. */
const unpacked = (known: Baseline): Baseline => new Map([...known].map(([rule, ofRule]) => [rule, new Map(ofRule)]));
const readOf = (text: string) => {
  const read = parseBaseline(text);
  return 'problem' in read ? read : { ...read, known: unpacked(read.known) };
};
const entries = (...of: readonly (readonly [string, number, string | null])[]) =>
  new Map(of.map(([hash, count, label]) => [hash, { count, label }]));

const BASELINE: Baseline = new Map([
  ['deal.won_without_amount', entries(['ffffffffffffffff', 1, 'D2'], ['0000000000000001', 3, null])],
  ['column.constant', entries(['85944171f73967e8', 1, null])],
]);

const LINES = `column.constant 85944171f73967e8 1
deal.won_without_amount 0000000000000001 3
deal.won_without_amount ffffffffffffffff 1 "D2"
`;

describe('the text of a baseline', () => {
  it('names its version and has an entry a line, sorted', () => {
    const text = textOf(BASELINE);
    expect(text).toMatch(/^kpi-baseline 2\n# /);
    expect(text.replace(/^(kpi-baseline 2|#.*)\n/gm, '')).toBe(LINES);
  });

  it('is the same in whatever order the violations were found', () => {
    const backwards = new Map([...BASELINE].reverse().map(([rule, known]) => [rule, new Map([...known].reverse())]));
    expect(textOf(backwards)).toBe(textOf(BASELINE));
  });

  it('holds hostile ids on a line each, with nothing invisible', () => {
    const hostile = new Map([
      ['a.b', new Map(HOSTILE.map((label, n) => [n.toString(16).padStart(16, '0'), { count: 1, label }]))],
    ]);
    const text = textOf(hostile);
    expect(text.trimEnd().split('\n')).toHaveLength(HOSTILE.length + 4);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    const read = knownIn(text);
    expect([...(read.get('a.b')?.values() ?? [])].map(({ label }) => label)).toEqual(
      HOSTILE.map((label) => (label.length > 100 ? `${label.slice(0, 100)}…` : label)),
    );
  });
});

describe('a baseline that is read', () => {
  it('is what was written', () => {
    const rule = fc.stringMatching(/^[a-z]+\.[a-z_]+$/);
    const hash = fc.stringMatching(/^[0-9a-f]{16}$/);
    const known = fc.record({
      count: fc.integer({ min: 1, max: 1_000_000 }),
      label: fc.option(fc.string({ maxLength: 100 }), { nil: null }),
    });
    const pairs = fc.array(fc.tuple(hash, known), { minLength: 1 }).map((list) => new Map(list));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rule, pairs)).map((list) => new Map(list)),
        (baseline) => {
          expect(unpacked(knownIn(textOf(baseline)))).toEqual(baseline);
        },
      ),
    );
  });

  it('takes comments, empty lines, CRLF and a byte order mark', () => {
    const text = `\ufeffkpi-baseline 1\r\n# ours\r\n\r\n${LINES.replaceAll('\n', '\r\n')}`;
    expect(readOf(text)).toEqual(readOf(`kpi-baseline 1\n${LINES}`));
  });

  it('counts a fingerprint that a merge doubled once, with the larger number', () => {
    const read = knownIn('kpi-baseline 1\na.b 85944171f73967e8 2\na.b 85944171f73967e8 5\na.b 85944171f73967e8 1\n');
    expect(unpacked(read)).toEqual(new Map([['a.b', entries(['85944171f73967e8', 5, null])]]));
  });

  it.each([
    ['', { problem: 'not_a_baseline', line: 1 }],
    ['Deal ID,Amount\n1,5\n', { problem: 'not_a_baseline', line: 1 }],
    ['kpi-baseline 3\n', { problem: 'other_version', line: 1, version: '3' }],
    ['kpi-baseline 1\n# x\na.b 85944171f73967e8 1\na.b nothex 1\n', { problem: 'not_a_baseline', line: 4 }],
    ['kpi-baseline 1\na.b 85944171f73967e8 0\n', { problem: 'not_a_baseline', line: 2 }],
    ['kpi-baseline 1\n<<<<<<< HEAD\na.b 85944171f73967e8 1\n', { problem: 'conflict', line: 2 }],
    ['kpi-baseline 1\na.b 85944171f73967e8 1\n=======\n', { problem: 'conflict', line: 3 }],
  ])('%j is refused with the line', (text, problem) => {
    expect(parseBaseline(text)).toEqual(problem);
  });
});

describe('what is written behind an entry', () => {
  const line = (behind: string): string => `kpi-baseline 2\na.b 85944171f73967e8 2 "D # 1"${behind}\n`;
  const noteIn = (behind: string) => knownIn(line(behind)).get('a.b')?.get('85944171f73967e8')?.note;
  const day = civilDay(2027, 1, 31);

  it.each([
    [' # until 2027-01-31: being repaired', { until: day, reason: 'being repaired' }],
    [' # until 2027-01-31:soon', { until: day, reason: 'soon' }],
    [' #until 2027-01-31', { until: day, reason: null }],
    [' # until 1405-11-11: x', { until: day, reason: 'x' }], // in the other calendar it would have expired at once
    ['  # Until: 2027-01-31 : ticket #4: half done', { until: day, reason: 'ticket #4: half done' }],
    [' # until ۲۰۲۷-۰۱-۳۱: در دست اصلاح', { until: day, reason: 'در دست اصلاح' }],
    [' # the owner left', { until: null, reason: 'the owner left' }],
    [' # untilled fields', { until: null, reason: 'untilled fields' }],
    [' #', undefined],
    ['', undefined],
  ])('%j is read', (behind, note) => {
    expect(noteIn(behind)).toEqual(note);
  });

  it.each([
    [' # until 2027-02-30: x', '2027-02-30'],
    [' # until soon', 'soon'],
    [' # until', ''],
    [' # until 31.01.2027', '31.01.2027'],
  ])('%j is refused with the line', (behind, date) => {
    expect(parseBaseline(line(behind))).toEqual({ problem: 'bad_date', line: 2, date });
  });

  it('is written as it was read, in a file of the first version too', () => {
    const entry = 'a.b 85944171f73967e8 2 "D1" # until 2027-01-31: ask "Ann"';
    const text = textOf(knownIn(`kpi-baseline 1\n${entry}\n`));
    expect(text.split('\n')).toContain(entry);
    expect(textOf(knownIn(text))).toBe(text);
  });

  it('ends at the earlier day, where two branches said two, whichever comes first', () => {
    const two = ['a.b 85944171f73967e8 2 # until 2027-03-01: late', 'a.b 85944171f73967e8 3 # until 2027-01-31: soon'];
    for (const lines of [two, [...two].reverse()]) {
      const known = knownIn(['kpi-baseline 2', ...lines].join('\n'));
      expect(known.get('a.b')?.get('85944171f73967e8')).toEqual({
        count: 3,
        label: null,
        note: { until: day, reason: 'soon' },
      });
    }
  });
});

describe('what a baseline was made of', () => {
  const scope = { records: 340, files: ['customers c.csv', 'deals deals-#.csv'], where: 'stage = "Lead"' };

  it('is read as it was written, a line each', () => {
    const text = [...printBaseline({ known: BASELINE, scope })].join('');
    expect(text).toContain('@records 340\n@file "customers c.csv"\n@file "deals deals-#.csv"\n@where "stage');
    expect(readOf(text)).toEqual({ known: BASELINE, scope });
  });

  it('is unknown in a file of the first version', () => {
    expect(readOf(`kpi-baseline 1\n${LINES}`)).toEqual({ known: BASELINE, scope: null });
  });

  it('is of two branches what saw more', () => {
    const joined = parseBaseline(
      'kpi-baseline 2\n@records 5\n@records 9\n@file "deals a.csv"\n@file "deals b.csv"\n@where "x = 1"\n@where "x = 2"\n',
    );
    expect(joined).toMatchObject({ scope: { records: 9, files: ['deals a.csv', 'deals b.csv'], where: '' } });
  });

  it('names files without folder and numbers', () => {
    expect(roleAndName('deals', '/data/x/deals-2025-06-01.csv')).toBe('deals deals-#-#-#.csv');
  });
});
