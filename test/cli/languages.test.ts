import { describe, expect, it } from 'vitest';
import { firstLang, otherLangs, requireOneLang } from '../../src/cli/languages.js';
import { UserError } from '../../src/errors/user-error.js';
import { kpi } from '../support/run.js';

const FILE = 'fixtures/crm/persian.csv';

describe('languages', () => {
  it('are one, or a first and others', () => {
    expect([firstLang(undefined), firstLang('fa'), firstLang(['fa', 'en'])]).toEqual([undefined, 'fa', 'fa']);
    expect([otherLangs(undefined), otherLangs('fa'), otherLangs(['fa', 'en'])]).toEqual([[], [], ['en']]);
    expect(() => requireOneLang('en')).not.toThrow();
    expect(() => requireOneLang(['en', 'fa'])).toThrow(UserError);
  });
});

describe('--lang with two languages', () => {
  it('gives a page that holds the report in both, the first first, its figures in the same calendar', () => {
    const { stdout, status } = kpi(['report', FILE, '--lang', 'fa,en', '--period', '1403', '--format', 'html']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="fa" dir="rtl">/);
    const pages = stdout.split('<div data-page="').slice(1);
    expect(pages.map((page) => page.slice(0, 2))).toEqual(['fa', 'en']);
    // Three deals were won in the Jalali year 1403, as the file says itself.
    expect(pages[0]).toContain('در سال ۱۴۰۳، ۳ معامله');
    expect(pages[1]).toMatch(/Won 1\.71.B from 3 deals in 1403/);
    const ids = [...stdout.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of stdout.matchAll(/(?:href="#|aria-labelledby="|aria-describedby="|for=")([^"]+)"/g)) {
      expect(ids).toContain(id);
    }
  });

  it('is refused where nothing can switch (exit 2)', () => {
    for (const args of [
      ['report', FILE, '--lang', 'en,fa'],
      ['check', FILE, '--lang', 'en,fa'],
      ['list', 'kpis', '--lang', 'fa,en'],
    ]) {
      const { stderr, status } = kpi(args);
      expect([status, stderr.includes('--format html')], args.join(' ')).toEqual([2, true]);
    }
  });

  it('takes a language once, and speaks the first', () => {
    const { stdout, status } = kpi(['report', FILE, '--lang', 'en,en', '--format', 'html']);
    expect([status, stdout.includes('<div data-page=')]).toEqual([0, false]);
    expect(kpi(['report', 'gone.csv', '--lang', 'fa,en', '--format', 'html']).stderr).toContain('خطا');
  });
});
