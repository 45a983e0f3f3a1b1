import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';
import { cpuTime } from './support/cpu-time.js';
import { type Pumped, pumpedTexts } from './support/pumped.js';

/**
 * Patterns that would take the square of a text's length, and why no long text reaches them. Everything else in `src/`
 * must pass over a cell of any length in time that grows with the length: a cell may be as long as a file.
 */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  'cli/session.ts': 'a stack trace of this program',
  'config/flag-values.ts': 'names of time zones',
  'cli/arguments.ts': 'what was typed',
  'cli/output.ts': 'a path that was typed',
  'locale/numbers.ts': 'the digits of a number',
  'config/draft-lines.ts': 'a key of the config',
  'crm/job-titles.ts': 'longer cells are no titles',
  'crm/header.ts': 'headers, cut before',
  'crm/stage-key.ts': 'names of stages, cut before',
  'crm/stage-name.ts': 'names of stages, cut before',
  'normalize/parse/currency.ts': 'headers, cut before',
  'normalize/parse/number.ts': 'longer cells are no numbers',
  'normalize/parse/date.ts': 'longer cells are no dates',
};

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const src = new URL('../src/', import.meta.url).pathname;

function patterns(): Pattern[] {
  const found: Pattern[] = [];
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    visit(parseAst(readFileSync(join(src, file), 'utf8'), { lang: 'ts' }, file), (source, flags) => {
      found.push({ file: file.replaceAll('\\', '/'), source, flags });
    });
  }
  return found;
}

function visit(node: unknown, add: (source: string, flags: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const { regex } = node as { regex?: { pattern: string; flags: string } };
  if (regex !== undefined) add(regex.pattern, regex.flags);
  for (const child of Object.values(node)) visit(child, add);
}

const box: { run: () => void } = { run: () => {} };
const script = new Script('run()');
const context = createContext(box);

/** Milliseconds for all of the texts, infinite when it takes longer than the limit. */
function timed(pattern: RegExp, texts: readonly string[], limit: number): number {
  box.run = () => {
    for (const text of texts) {
      pattern.lastIndex = 0;
      if (pattern.global) text.replace(pattern, '');
      else pattern.test(text);
    }
  };
  const started = cpuTime();
  try {
    // The way to stop a pattern after a time.
    script.runInContext(context, { timeout: limit });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return cpuTime() - started;
}

const SHORT = 3000;
const LONG = 60_000;
/** A pattern that begins anew at each character needs a second and more for LONG; any other, a millisecond. */
const SUSPECT = 3;
const TOO_SLOW = 900;
/** The limit for SHORT. */
const SUSPICIOUS = 400;

/** Texts that are tried at once: where all of them take less than SUSPECT, none takes more, and a limit costs a thread. */
const TOGETHER = 24;

function isSlow({ source, flags }: Pattern): string | null {
  const pattern = new RegExp(source, flags);
  const pumped = pumpedTexts(source).filter(({ over }) => over !== '');
  for (let at = 0; at < pumped.length; at += TOGETHER) {
    const some = pumped.slice(at, at + TOGETHER);
    const short = some.map((one) => longText(one, SHORT));
    if (timed(pattern, short, SUSPICIOUS) < SUSPECT) continue;
    for (const [index, one] of some.entries()) {
      if (timed(pattern, short.slice(index, index + 1), SUSPICIOUS) < SUSPECT) continue;
      // Twice, for a machine that has other work.
      const slow = [1, 2].every(() => timed(pattern, [longText(one, LONG)], TOO_SLOW) > TOO_SLOW);
      if (slow) return JSON.stringify(one);
    }
  }
  return null;
}

function longText({ before, over, behind }: Pumped, length: number): string {
  return before + over.repeat(Math.ceil(length / over.length)) + behind;
}

describe('the patterns of the program', () => {
  it('pass over a text in time that grows with its length, unless no long text reaches them', () => {
    const slow = patterns()
      .filter(({ file }) => !(file in SHORT_TEXTS))
      .flatMap((pattern) => {
        const text = isSlow(pattern);
        return text === null ? [] : [`${pattern.file}: /${pattern.source}/${pattern.flags} on ${text}`];
      });
    expect(slow).toEqual([]);
  }, 600_000);

  it('are recognised when they do not', () => {
    for (const source of [' +$', '^(a+)+$', '\\s*x', '^\\d[\\d\\s]*\\s*\\s*$', '\\S+@\\S+\\.', '[*:\\s]+$']) {
      expect(isSlow({ file: '', source, flags: 'u' }), source).not.toBeNull();
    }
    for (const source of ['^ +$', '^a+b', '\\d', '^[^<]*<', '^(?=(\\d*))\\1x', '[a-z]+']) {
      expect(isSlow({ file: '', source, flags: 'u' }), source).toBeNull();
    }
  }, 120_000);
});
