import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SENTENCES as ENGLISH } from '../../src/locale/en/index.js';
import { SENTENCES as PERSIAN } from '../../src/locale/fa/index.js';
import type { AnySaid } from '../../src/locale/said.js';
import { once, said } from '../../src/locale/said.js';
import { say } from '../../src/locale/say.js';
import { LANGS } from '../../src/locale/text.js';
import { SAMPLES } from '../support/sentences.js';

const ALL: AnySaid[] = Object.entries(SAMPLES).flatMap(([code, samples]) =>
  samples.map((args: object) => ({ code, args })),
);

/** What the catalogue of a language spreads, as its source says. */
async function familiesOf(lang: (typeof LANGS)[number]): Promise<object[]> {
  const folder = new URL(`../../src/locale/${lang}/`, import.meta.url);
  const source = readFileSync(new URL('index.ts', folder), 'utf8');
  const spread = new Set([...source.matchAll(/^ {2}\.\.\.(\w+),$/gm)].map(([, name]) => name ?? ''));
  const imports = [...source.matchAll(/^import \{ (.+) \} from '\.\/(.+)\.js';$/gm)];
  const found = imports.map(async ([, names = '', file = '']) => {
    const module: Record<string, object> = await import(new URL(`${file}.ts`, folder).href);
    return names.split(', ').flatMap((name) => (spread.has(name) ? [module[name] ?? {}] : []));
  });
  return (await Promise.all(found)).flat();
}

/** Which arguments a sentence reads, nested ones by their path. */
function read({ code, args }: AnySaid, lang: (typeof LANGS)[number]): Set<string> {
  const seen = new Set<string>();
  const watched = (value: object, path: string): object =>
    new Proxy(value, {
      get(target, key, receiver) {
        const found: unknown = Reflect.get(target, key, receiver);
        if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return found;
        const at = Array.isArray(target) ? `${path}[]` : `${path}.${key}`;
        // The length of a list tells that it is looked at; what it holds is then read, too.
        if (key !== 'length') seen.add(at);
        return typeof found === 'object' && found !== null ? watched(found, at) : found;
      },
    });
  say({ code, args: watched(args, '') }, lang);
  return seen;
}

/** All arguments of a sample, by their path. */
function paths(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => [`${path}[]`, ...paths(item, `${path}[]`)]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [`${path}.${name}`, ...paths(item, `${path}.${name}`)]);
}

describe('every sentence', () => {
  it('is there in both languages, for each code once', () => {
    expect(Object.keys(PERSIAN).sort()).toEqual(Object.keys(ENGLISH).sort());
    expect(Object.keys(SAMPLES).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  it('stands in one family only: of two in a catalogue the later would be said', async () => {
    for (const lang of LANGS) {
      const all = await familiesOf(lang);
      const codes = all.flatMap((family) => Object.keys(family));
      expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
      expect(codes.sort()).toEqual(Object.keys(ENGLISH).sort());
    }
  });

  it('says in Persian all that it says in English: both read the same arguments', () => {
    for (const one of ALL)
      expect([one.code, [...read(one, 'fa')].sort()]).toEqual([one.code, [...read(one, 'en')].sort()]);
  });

  it('says every argument that its code has, in one of its forms', () => {
    for (const [code, samples] of Object.entries(SAMPLES)) {
      const used = new Set(samples.flatMap((args: object) => [...read({ code, args }, 'en')]));
      const given = new Set(samples.flatMap((args: object) => paths(args, '')));
      expect([code, [...given].filter((path) => !used.has(path))]).toEqual([code, []]);
    }
  });

  it('shows the same numbers and days in both languages', () => {
    for (const one of ALL) {
      const [english, persian] = LANGS.map((lang) => figuresIn(say(one, { lang, calendar: 'gregorian' })));
      expect([one.code, persian]).toEqual([one.code, english]);
    }
  });

  it('holds nothing of the other language, and nothing that is not a text', () => {
    for (const one of ALL) {
      expect([one.code, say(one, 'en')]).toEqual([
        one.code,
        expect.not.stringMatching(/\p{Script=Arabic}|undefined|NaN|\[object/u),
      ]);
      expect([one.code, say(one, 'fa')]).toEqual([one.code, expect.stringMatching(/\p{Script=Arabic}/u)]);
      expect([one.code, say(one, 'fa')]).toEqual([one.code, expect.not.stringMatching(/undefined|NaN|\[object/u)]);
    }
  });

  it('is about nothing that JSON cannot carry', () => {
    for (const one of ALL) expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });
});

/** The numbers of a sentence in Latin digits, in the order of their size: languages have orders of their own. */
function figuresIn(sentence: string): string[] {
  const latin = sentence
    .replace(/[\u06f0-\u06f9]/g, (digit) =>
      String(digit.codePointAt(0) ?? 0).replace(/.*/, (n) => String(Number(n) - 0x06f0)),
    )
    .replace(/\u066c/g, ',')
    .replace(/\u066b/g, '.');
  return (latin.match(/\d[\d,.]*\d|\d/g) ?? []).sort();
}

it('refuses a code that has no sentence', () => {
  expect(() => say({ code: 'no_such_code', args: {} }, 'en')).toThrow('no_such_code');
  expect(() => say({ code: 'toString', args: {} }, 'fa')).toThrow('toString');
});

it('keeps one of several that say the same', () => {
  const [a, b] = [said('leads_undated', { leads: 3 }), said('leads_undated', { leads: 4 })];
  expect(once([a, b, said('leads_undated', { leads: 3 })])).toEqual([a, b]);
});
