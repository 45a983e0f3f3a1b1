import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.js';
import { ASKED, addressFor, baseOf, commandFor, valuesFor } from '../../../src/cli/live/command-line.js';
import { OPTIONS } from '../../../src/cli/options.js';
import { formatQuery, parseQuery } from '../../../src/live/query.js';

const BASE = ['report', 'deals.csv', '--period', '2025-Q3', '--by=owner', '--config', 'kpi.yaml'];

/** The command line that an address equals. */
const command = (query: string, base: readonly string[] = BASE): readonly string[] =>
  commandFor(base, valuesFor(base, parseQuery(query)));
/** The shortest address of the same page. */
const shortest = (query: string, base: readonly string[] = BASE): string =>
  formatQuery(addressFor(base, valuesFor(base, parseQuery(query))));

describe('an address', () => {
  it('begins with the report that was served, without how it is served', () => {
    expect(baseOf(['serve', 'a.csv', '--port', '8080', '-q', '--host=::1', '--by', 'owner', '--', '-b.csv'])).toEqual([
      ...['report', 'a.csv', '--by', 'owner', '--', '-b.csv'],
    ]);
  });

  it('without a query is the command line that was typed', () => {
    expect(command('')).toEqual([
      'report',
      'deals.csv',
      '--config',
      'kpi.yaml',
      '--period',
      '2025-Q3',
      '--by',
      'owner',
    ]);
  });

  it('takes the place of what was typed, option by option', () => {
    expect(command('by=product&by=type,source&period=2024&where=amount+%3E+5')).toEqual([
      ...['report', 'deals.csv', '--config', 'kpi.yaml', '--period', '2024', '--by', 'product', '--by', 'type,source'],
      ...['--where', 'amount > 5'],
    ]);
  });

  it('adds sections, as a form writes + and as a person types it', () => {
    const added = ['report', 'a.csv', '--sections', '+forecast,+survival'];
    for (const query of ['sections=%2Bforecast%2C%2Bsurvival', 'sections=+forecast,+survival']) {
      expect(command(query, ['report', 'a.csv']), query).toEqual(added);
    }
    expect(command('sections=funnel,+series', ['report', 'a.csv'])).toEqual([
      'report',
      'a.csv',
      '--sections',
      'funnel, series',
    ]);
    expect(command('sections=+', ['report', 'a.csv'])).toEqual(['report', 'a.csv']);
  });

  it('takes an option away with an empty value, and with the period what it is compared with', () => {
    expect(command('by=&period=')).toEqual(['report', 'deals.csv', '--config', 'kpi.yaml']);
    expect(command('period=&compare=last-year')).not.toContain('--compare');
    expect(command('period=&compare=none')).toContain('none');
    expect(command('compare=last-year')).toContain('last-year');
  });

  it('puts options before what stands behind --', () => {
    expect(command('by=owner', ['report', '--', '-odd.csv'])).toEqual(['report', '--by', 'owner', '--', '-odd.csv']);
  });

  it('cannot make an option of a value', () => {
    expect(command('by=--output&by=-o', ['report', 'a.csv'])).toEqual(['report', 'a.csv', '--by=--output', '--by=-o']);
    const parse = (query: string) =>
      parseArguments(command(query, ['report', 'a.csv']), { lang: 'en', width: 80, version: '' });
    expect(() => parse('by=--output')).toThrow(expect.objectContaining({ code: 'option_without_value' }));
    expect(parse('by=-o')).toMatchObject({ operands: ['a.csv'], values: { by: [['-o']] } });
    expect(parse('where=x+--output+y')).toMatchObject({ operands: ['a.csv'], values: { where: 'x --output y' } });
  });

  it.each(['output=x', 'config=/etc/passwd', 'format=html', 'deals=a.csv', 'template=x', 'encoding=x', 'samples=full'])(
    'may not ask for %s',
    (query) => {
      expect(() => command(query)).toThrow(expect.objectContaining({ code: 'parameter_refused' }));
    },
  );

  it('says what was meant by a parameter that there is not', () => {
    expect(() => command('perod=2025')).toThrow(
      expect.objectContaining({ code: 'parameter_unknown', args: expect.objectContaining({ suggestion: 'period' }) }),
    );
    expect(() => command('__proto__=x')).toThrow(expect.objectContaining({ code: 'parameter_unknown' }));
  });

  it('may ask for nothing that names a file or that shows more than was allowed', () => {
    for (const name of ASKED) {
      const { value, summary, config } = OPTIONS[name];
      expect(`${name} ${value} ${summary.en}`).not.toMatch(/\bFILE\b|file of|write/);
      expect(config).not.toBe('baseline');
      expect(OPTIONS[name].commands).toContain('serve');
    }
    expect(ASKED).not.toContain('samples');
  });

  it('has one shortest form, which asks for the same', () => {
    expect(shortest('period=2025-Q3&by=owner&where=&kpi=')).toBe('');
    expect(shortest('where=a&by=product')).toBe('by=product&where=a');
    expect(shortest('by=')).toBe('by=');
    const value = fc.oneof(fc.constantFrom('', '2025-Q3', 'owner', '-x', '--by'), fc.string());
    const parameter = fc.record({ name: fc.constantFrom(...ASKED), value });
    fc.assert(
      fc.property(fc.array(parameter, { maxLength: 6 }), (parameters) => {
        const query = formatQuery(parameters.map((one) => ({ ...one, value: one.value.replaceAll('\0', '') })));
        expect(command(shortest(query))).toEqual(command(query));
        expect(shortest(shortest(query))).toBe(shortest(query));
      }),
    );
  });
});
