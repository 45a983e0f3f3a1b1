import { describe, expect, it } from 'vitest';
import { kpi } from '../support/run.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const told = (...args: string[]): string[] =>
  kpi(args, { cwd: place.path })
    .stderr.split('\n')
    .map((line) => line.replace(/[\u2066-\u2069]/g, '').replace(/[\d۰-۹]+[.٫][\d۰-۹]{2}/, 'N'));

describe('--verbose', () => {
  it('says what is done, how long it took, and what a file was taken for', () => {
    const lines = told('report', 'deals.csv', '--verbose', '--output', 'r.json');
    expect(lines).toContain('read deals.csv (N s)');
    expect(lines).toContain('computed the figures (N s)');
    expect(lines).toContainEqual(
      expect.stringMatching(/^deals\.csv: deals, as \w+ writes them; \d+ records of \d+ rows$/),
    );
    expect(told('check', 'deals.csv', '-v', '--fail-on', 'never')).toContain('checked the rules (N s)');
    expect(told('report', 'deals.csv', '-v', '--lang', 'fa')).toContain('deals.csv خوانده شد (N ثانیه)');
  });

  it('is silent otherwise, and with --quiet', () => {
    expect(told('report', 'deals.csv').join()).not.toContain('read deals.csv');
    expect(told('report', 'deals.csv', '--verbose', '--quiet')).toEqual(['']);
  });
});
