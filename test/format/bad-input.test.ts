import { describe, expect, it } from 'vitest';
import { formats } from '../../src/format/catalogue/index.js';
import type { RenderOptions } from '../../src/format/definition.js';
import { renderReport } from '../../src/format/render.js';
import { widthOf } from '../../src/format/terminal/measure.js';
import type { Report } from '../../src/report/schema.js';
import { reportTexts } from '../support/load-texts.js';

/** Names as they come out of real and of malicious files. Each one stands for itself in every column of text. */
const NAMES = [
  'A | B || C',
  '`code` ``more``',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '=cmd()|/C calc!A0',
  '\u001b[31mred\u001b]0;title\u0007',
  '\u202ereversed\u2066',
  'x'.repeat(10_000),
  '👩‍👩‍👧‍👦 🇮🇷 e\u0301',
  '# heading',
  '[link](javascript:alert(1)) ![i](http://x.invalid/a.png)',
  'شرکت پارس',
  '@someone -- 1. list',
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Deals of which every text is hostile: three a name, one won, one lost, one open. */
function hostile(names: readonly string[]): string {
  const rows = names.flatMap((name, at) =>
    ['Closed Won', 'Closed Lost', 'Proposal'].map((stage, turn) => {
      const month = String(1 + ((at + turn) % 6)).padStart(2, '0');
      const closed = turn === 2 ? '' : `2025-${month}-20`;
      const cells = [`D-${at}-${turn}`, name, name, name, stage, `${1000 + at}`, `2025-${month}-02`, closed];
      return cells.map(quoted).join(',');
    }),
  );
  return ['Deal ID,Deal Name,Owner,Account,Stage,Amount,Created Date,Close Date', ...rows].join('\n');
}

const HEADER = 'Deal ID,Deal Name,Owner,Account,Stage,Amount,Created Date,Close Date\n';
const LARGE = 'five thousand groups';
const INPUTS: Readonly<Record<string, () => string>> = {
  'names that are code': () => hostile(NAMES),
  [LARGE]: () => hostile(Array.from({ length: 5000 }, (_, at) => `Account ${at}`)),
  'one deal': () => `${HEADER}D1,One,Ann,Acme,Closed Won,1000,2025-01-01,2025-02-01\n`,
  'no dates': () => `Deal ID,Owner,Stage,Amount\nD1,Ann,Closed Won,100\nD2,Bea,Closed Lost,50\nD3,Ann,Proposal,70\n`,
  'no amounts': () =>
    `Deal ID,Owner,Stage,Created Date,Close Date\nD1,Ann,Closed Won,2025-01-01,2025-02-01\nD2,Bea,Closed Lost,2025-01-05,2025-02-03\n`,
  'every KPI null': () => `Deal ID,Stage\nD1,Proposal\n`,
};

const PLACES: Readonly<Record<string, RenderOptions>> = {
  'in English, 100 columns': { lang: 'en', color: false, width: 100 },
  'in Persian, 80 columns': { lang: 'fa', color: false, width: 80 },
  'in English, 60 columns, in colour': { lang: 'en', color: true, width: 60, detail: 'full' },
  'in Persian, 200 columns, on one screen': { lang: 'fa', color: false, width: 200, detail: 'brief' },
};

/** Formats for programs, which know no place, and whose rows of five thousand groups are hundreds of thousands. */
const FOR_PROGRAMS = ['json', 'csv', 'tsv'];

const reports = new Map<string, Promise<Report>>();
function reportOf(input: string): Promise<Report> {
  const made =
    reports.get(input) ??
    reportTexts({ 'deals.csv': INPUTS[input]?.() ?? '' }, input === 'every KPI null' ? {} : { by: ['owner'] });
  reports.set(input, made);
  return made;
}

const FORMATS = formats.filter((format) => 'report' in format).map(({ id }) => id);

// Direction overrides and embeddings never; our own isolates (U+2066–2069) may stand, in pairs.
const OVERRIDES = /[\u202a-\u202e]/;
const COLOURS = /\u001b\[[0-9;]*m/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Whether isolates are opened and not closed within a line, or the other way round. */
function isTorn(line: string): boolean {
  return count(line, /[\u2066-\u2068]/g) !== count(line, /\u2069/g);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

async function textOf(input: string, format: string, place: string): Promise<string> {
  return [...(await renderReport(await reportOf(input), format, PLACES[place] as RenderOptions))].join('');
}

describe.each(FOR_PROGRAMS)('as %s', (format) => {
  it.each(Object.keys(INPUTS).filter((input) => input !== LARGE))('%s is the same in every place', async (input) => {
    const [first = '', ...others] = Object.keys(PLACES);
    const text = await textOf(input, format, first);
    for (const place of others) expect(await textOf(input, format, place), place).toBe(text);
  });
});

describe.each(Object.keys(INPUTS))('%s', (input) => {
  describe.each(FORMATS)('as %s', (format) => {
    // What is the same in every place, as was just seen, is large enough in one.
    const places = Object.keys(PLACES).slice(0, input === LARGE && FOR_PROGRAMS.includes(format) ? 1 : undefined);
    it.each(places)('%s stands and harms nobody', async (place) => {
      const options = PLACES[place] as RenderOptions;
      const text = await textOf(input, format, place);
      expect(text.endsWith('\n')).toBe(true);
      const plain = format === 'table' && options.color ? text.replaceAll(COLOURS, '') : text;
      expect(plain.replaceAll('\r\n', '\n')).not.toMatch(CONTROLS);
      expect(plain).not.toMatch(OVERRIDES);
      const lines = plain.split('\n');
      expect(lines.find(isTorn)).toBeUndefined();
      if (format === 'table') expect(lines.find((line) => widthOf(line) > options.width)).toBeUndefined();
      expect(plain).not.toMatch(/undefined|\bNaN\b|\[object|Infinity/);
    });
  });
});
