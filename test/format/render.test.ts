import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/format/catalogue/index.js';
import { DETAILS, type RenderOptions } from '../../src/format/definition.js';
import {
  CannotPrint,
  formatById,
  formatForFile,
  renderCheck,
  renderExplanation,
  renderInspection,
  renderReport,
} from '../../src/format/render.js';
import { LANGS } from '../../src/locale/text.js';
import { checkSchema, explanationSchema, inspectionSchema, reportSchema } from '../../src/report/schema.js';
import {
  CHECK,
  EMPTY_INSPECTION,
  EMPTY_REPORT,
  EXPLANATION,
  INSPECTION,
  MODEL_EXPLANATION,
  PASSING_CHECK,
  QUARTER_REPORT,
  REPORT,
  RULE_EXPLANATION,
  withText,
} from '../support/documents.js';
import { HOSTILE } from '../support/hostile.js';

interface Sample {
  readonly name: string;
  readonly document: unknown;
  readonly schema: { parse(value: unknown): unknown };
  /** The text, with every text in the document replaced first if one is given. */
  readonly render: (format: string, options: RenderOptions, text?: string) => Promise<string>;
}

function sample<Document>(
  name: string,
  document: Document,
  schema: Sample['schema'],
  render: (document: Document, format: string, options: RenderOptions) => Promise<Iterable<string>>,
): Sample {
  return {
    name,
    document,
    schema,
    render: async (format, options, text) => {
      const shown = text === undefined ? document : withText(document, text);
      return [...(await render(shown, format, options))].join('');
    },
  };
}

const SAMPLES: readonly Sample[] = [
  sample('the report', REPORT, reportSchema, renderReport),
  sample('the report of a quarter', QUARTER_REPORT, reportSchema, renderReport),
  sample('an empty report', EMPTY_REPORT, reportSchema, renderReport),
  sample('a failing check', CHECK, checkSchema, renderCheck),
  sample('a passing check', PASSING_CHECK, checkSchema, renderCheck),
  sample('an inspection', INSPECTION, inspectionSchema, renderInspection),
  sample('an empty inspection', EMPTY_INSPECTION, inspectionSchema, renderInspection),
  sample('an explanation of a KPI', EXPLANATION, explanationSchema, renderExplanation),
  sample('an explanation of a rule', RULE_EXPLANATION, explanationSchema, renderExplanation),
  sample('an explanation of a model', MODEL_EXPLANATION, explanationSchema, renderExplanation),
];

/** The formats that print every document. */
const FORMATS = formats.filter((format) => 'explanation' in format).map(({ id }) => id);
const WIDTHS = [20, 40, 60, 80, 120, 200];
/** C0 but newline, DEL, C1, lone surrogates, and bidirectional controls but the isolates we write. */
const CONTROLS = /(?!\n)[\p{Cc}\p{Cs}]|[\u061c\u200e\u200f\u2028-\u202e\u2066\u2067\ufeff]/u;

const linesThatDoNotFit = (text: string, width: number): string[] =>
  text.split('\n').filter((line) => stringWidth(line) > width || line !== line.trimEnd());

describe.each(SAMPLES)('$name', ({ document, schema, render }) => {
  it('is what the contract says', () => {
    expect(schema.parse(document)).toEqual(document);
    for (const text of HOSTILE) schema.parse(withText(document, text));
  });

  it.each(WIDTHS)('fits a terminal of %i columns, without trailing spaces', async (width) => {
    for (const lang of LANGS) {
      const text = await render('table', { lang, color: false, width });
      expect(text).toMatch(/\n$/);
      expect(linesThatDoNotFit(text, width)).toEqual([]);
    }
  });

  it.each(DETAILS)('fits in the detail %s', async (detail) => {
    const options = { lang: 'en', color: false, width: 60, detail } as const;
    for (const text of [undefined, ...HOSTILE]) {
      expect(await render('markdown', options, text)).not.toMatch(CONTROLS);
      const shown = await render('table', options, text);
      expect(shown).not.toMatch(CONTROLS);
      expect(linesThatDoNotFit(shown, 60), text).toEqual([]);
    }
  });

  it('fits with hostile texts everywhere', async () => {
    for (const text of HOSTILE) {
      for (const width of [40, 80]) {
        const shown = await render('table', { lang: 'fa', color: false, width }, text);
        expect(linesThatDoNotFit(shown, width), text).toEqual([]);
      }
    }
  });

  it('holds no control characters in any format, and no line that commands a build server', async () => {
    for (const text of [undefined, ...HOSTILE]) {
      for (const format of FORMATS) {
        const shown = await render(format, { lang: 'en', color: false, width: 80 }, text);
        expect(shown).not.toMatch(CONTROLS);
        expect(shown).not.toMatch(/^\s*::|##\[/m);
        expect(shown).not.toMatch(/[\u2068\u2069]/); // isolates are for Persian only
      }
    }
  });

  it('never shows NaN, Infinity, undefined or a negative zero', async () => {
    for (const format of FORMATS) {
      for (const lang of LANGS) {
        const shown = await render(format, { lang, color: false, width: 100 });
        expect(shown).not.toMatch(/NaN|Infinity|undefined|\[object|null\b(?![,\n])|(?<![\d\w–-])[-−]0(?![.\d])/);
      }
    }
  });

  it('says in colour exactly what it says without', async () => {
    for (const lang of LANGS) {
      const plain = await render('table', { lang, color: false, width: 80 });
      const colored = await render('table', { lang, color: true, width: 80 });
      expect(colored).toContain('\u001b[');
      expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
    }
  });

  it('parses back from JSON as it was', async () => {
    const shown = await render('json', { lang: 'en', color: true, width: 80 });
    expect(JSON.parse(shown)).toEqual(document);
    expect(shown).toMatch(/[^\n]\n$/);
  });

  it('keeps the shape of every Markdown table under hostile names, and starts no HTML', async () => {
    const shapeOf = (text: string): (readonly [string, number])[] =>
      text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => [line.startsWith('| ---') ? 'rule' : 'row', line.split(/(?<!\\)\|/).length] as const);
    for (const lang of LANGS) {
      const options = { lang, color: false, width: 80 } as const;
      const headings = (shown: string): number | undefined => shown.match(/^(?:# |## )/gm)?.length;
      const neutral = headings(await render('markdown', options, 'neutral'));
      for (const text of ['neutral', ...HOSTILE]) {
        const shown = await render('markdown', options, text);
        let columns = 0;
        for (const [kind, cells] of shapeOf(shown)) {
          if (kind === 'rule') expect(cells).toBe(columns);
          columns = cells;
        }
        expect(
          shown.replaceAll(
            /`[^`\n]*`|<\/?code>|<a id="[a-z0-9-]+"><\/a>|<\/?sub>|<div dir="(?:rtl|ltr)">|<\/div>/g,
            '',
          ),
        ).not.toMatch(/<[a-z/!]/i);
        expect(shown).not.toMatch(/^( {4}|\t)/m); // would be a code block
        expect(headings(shown)).toBe(neutral);
      }
    }
  });
});

describe('the formats', () => {
  it('are named as their files, and every ending belongs to one', () => {
    expect(formats.map(({ id }) => id)).toEqual([
      'table',
      'json',
      'markdown',
      'html',
      'csv',
      'tsv',
      'junit',
      'sarif',
      'github',
      'gitlab',
    ]);
    const endings = formats.flatMap(({ extensions }): readonly string[] => extensions);
    expect(new Set(endings).size).toBe(endings.length);
  });

  it('are found by id and by the ending of a file', () => {
    expect(formatById('json')?.id).toBe('json');
    expect(formatById('pdf')).toBeUndefined();
    expect(formatForFile('weekly.md')?.id).toBe('markdown');
    expect(formatForFile('WEEKLY.MARKDOWN')?.id).toBe('markdown');
    expect(formatForFile('out/report.json')?.id).toBe('json');
    expect(formatForFile('dq.sarif.json')?.id).toBe('sarif');
    expect(formatForFile('dq.xml')?.id).toBe('junit');
    expect(formatForFile('report.txt')?.id).toBe('table');
    expect(formatForFile('report')).toBeUndefined();
    expect(formatForFile('json')).toBeUndefined();
  });

  it('say so when they cannot print a document', async () => {
    const options = { lang: 'en', color: false, width: 80 } as const;
    const failed = await renderInspection(INSPECTION, 'pdf', options).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CannotPrint);
    expect(failed).toMatchObject({ format: 'pdf', document: 'inspection' });
    for (const rendered of [
      renderReport(REPORT, 'pdf', options),
      renderCheck(CHECK, 'pdf', options),
      renderExplanation(EXPLANATION, 'pdf', options),
    ]) {
      await expect(rendered).rejects.toBeInstanceOf(CannotPrint);
    }
  });
});
