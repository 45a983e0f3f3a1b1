import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowBetween, directedLine, directedText, directedWhole } from '../../src/locale/direction.js';
import { seen } from '../support/bidi.js';

/** What must be seen as one piece, from left to right. */
const PIECES = [
  '1403-Q4',
  '2025-09-30',
  '--period 2025-Q3',
  'deals.csv:18',
  'deal.won_without_amount',
  'kpi check fixtures/crm/persian.csv',
  'USD',
  '+۳٫۱٪',
  '−۱۲٫۵',
  '۸۳٫۳٪',
  '۵/۶',
  '۱۴۰۳/۱۱/۲۷',
  '۱٬۴۰۰٬۰۰۰',
  '<۰٫۱٪',
  'p = ۰٫۰۱۲',
  'last-۷-days',
  'rules: { a: off }',
  '(UTF-8)',
  'A–B',
];
/** What stands between them in our own sentences. */
const BETWEEN = [' در ', '، ', ' · ', '؛ ', ': یعنی ', ' (یعنی ', ') یعنی ', ' – ', ' تا ', '» و «', ' معامله '];
const WORDS = ['دوره', 'وضعیت', 'نرخ برد', 'به تفکیک'];

describe('a Persian line', () => {
  it('shows every Latin, number and date piece whole, and the pieces from right to left', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WORDS),
        fc.array(fc.tuple(fc.constantFrom(...BETWEEN), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('ltr', 'rtl'),
        (word, parts, direction) => {
          const text = word + parts.map(([between, piece]) => between + piece).join('');
          const line = direction === 'ltr' ? directedLine(text) : directedText(text);
          const visual = seen(line, direction);
          let from = visual.length;
          for (const [, piece] of parts) {
            // Brackets at both ends stand outside, where they are mirrored.
            const shown = piece.replace(/^\(|\)$/g, '');
            const at = visual.lastIndexOf(shown, from - shown.length);
            expect([text, visual, shown, at >= 0]).toEqual([text, visual, shown, true]);
            from = at;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps its text: nothing but marks of direction is added', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).map((text) => text.replace(/[\u2066-\u2069]/g, '')),
        (text) => {
          for (const made of [directedLine(text), directedText(text), directedWhole(text)]) {
            expect(made.replace(/[\u2066-\u2069]/g, '')).toBe(text);
            expect(made.match(/[\u2066-\u2068]/g)?.length ?? 0).toBe(made.match(/\u2069/g)?.length ?? 0);
          }
        },
      ),
    );
  });

  it('has no marks where nothing could be torn apart', () => {
    for (const text of ['', '۱٬۴۰۰', '8,800', 'kpi check deals.csv', 'D-1042']) expect(directedLine(text)).toBe(text);
    expect(directedText('۵ معامله در ۱۴۰۳/۱۱/۲۷')).toBe('۵ معامله در ۱۴۰۳/۱۱/۲۷');
  });

  it('takes what goes on from a text of ours for a part of it', () => {
    expect(directedText(' PLN')).toBe(' \u2066PLN\u2069');
    expect(directedText('، Bigcorp')).toBe('، \u2066Bigcorp\u2069');
    expect(directedText('(α − β) / γ')).toBe('\u2066(α − β) / γ\u2069');
  });

  it('reads a range from the right', () => {
    expect(seen(directedLine('۴۳٫۶–۹۷٫۰٪'), 'ltr')).toBe('۹۷٫۰٪–۴۳٫۶');
    expect(seen(directedText('۵۹٫۹–۷۹٫۴ روز'), 'rtl')).toBe('زور ۷۹٫۴–۵۹٫۹');
  });

  it('takes long hostile texts in a moment', () => {
    const start = process.cpuUsage().user;
    for (const text of [
      'a '.repeat(50_000),
      '-'.repeat(100_000),
      'a('.repeat(50_000),
      '۱-'.repeat(50_000),
      '<'.repeat(100_000),
    ])
      directedLine(`متن ${text}`);
    expect(process.cpuUsage().user - start).toBeLessThan(5_000_000);
  });
});

it.each([
  ['Demo', 'Proposal', 'en', '→'],
  // Names of one direction are shown in it on every page: the second stands to the right of the first here, …
  ['Demo', 'Proposal', 'fa', '→'],
  // … and to the left of it here.
  ['نیازسنجی', 'مذاکره', 'fa', '←'],
  ['نیازسنجی', 'مذاکره', 'en', '←'],
  ['Demo', 'مذاکره', 'fa', '←'],
  ['Demo', 'مذاکره', 'en', '→'],
] as const)('the arrow from %s to %s on a page in %s', (from, to, lang, arrow) => {
  expect(arrowBetween(from, to, lang)).toBe(arrow);
});
