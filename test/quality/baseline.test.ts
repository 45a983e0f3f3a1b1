import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Baseline, parseBaseline, printBaseline } from '../../src/quality/baseline.js';
import { HOSTILE } from '../support/hostile.js';

const textOf = (baseline: Baseline): string => [...printBaseline(baseline)].join('');
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
    expect(text).toMatch(/^kpi-baseline 1\n# /);
    expect(text.replace(/^(kpi-baseline 1|#.*)\n/gm, '')).toBe(LINES);
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
    expect(text.trimEnd().split('\n')).toHaveLength(HOSTILE.length + 3);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    const read = parseBaseline(text) as Baseline;
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
          expect(parseBaseline(textOf(baseline))).toEqual(baseline);
        },
      ),
    );
  });

  it('takes comments, empty lines, CRLF and a byte order mark', () => {
    const text = `\ufeffkpi-baseline 1\r\n# ours\r\n\r\n${LINES.replaceAll('\n', '\r\n')}`;
    expect(parseBaseline(text)).toEqual(parseBaseline(`kpi-baseline 1\n${LINES}`));
  });

  it('counts a fingerprint that a merge doubled once, with the larger number', () => {
    const read = parseBaseline(
      'kpi-baseline 1\na.b 85944171f73967e8 2\na.b 85944171f73967e8 5\na.b 85944171f73967e8 1\n',
    );
    expect(read).toEqual(new Map([['a.b', entries(['85944171f73967e8', 5, null])]]));
  });

  it.each([
    ['', { problem: 'not_a_baseline', line: 1 }],
    ['Deal ID,Amount\n1,5\n', { problem: 'not_a_baseline', line: 1 }],
    ['kpi-baseline 2\n', { problem: 'other_version', line: 1, version: '2' }],
    ['kpi-baseline 1\n# x\na.b 85944171f73967e8 1\na.b nothex 1\n', { problem: 'not_a_baseline', line: 4 }],
    ['kpi-baseline 1\na.b 85944171f73967e8 0\n', { problem: 'not_a_baseline', line: 2 }],
    ['kpi-baseline 1\n<<<<<<< HEAD\na.b 85944171f73967e8 1\n', { problem: 'conflict', line: 2 }],
    ['kpi-baseline 1\na.b 85944171f73967e8 1\n=======\n', { problem: 'conflict', line: 3 }],
  ])('%j is refused with the line', (text, problem) => {
    expect(parseBaseline(text)).toEqual(problem);
  });
});
