import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Rooms that know the words of files, in whatever language; these are not ours to choose. */
const WORDS_OF_FILES = /^(?:crm|normalize\/parse)\//;

/** One word for one thing: what is never written, and what stands in its place. */
const GLOSSARY: readonly (readonly [never: RegExp, instead: string])[] = [
  [/باخت/, 'ازدست‌رفته، از دست رفتن'],
  [/از دست رفته(?!‌| است| باش| بود)/, 'ازدست‌رفته'],
  [/دلیل شکست/, 'دلیل از دست رفتن'],
  [/برده(?:‌| )شده/, 'ارزش معامله‌های برنده، معامله‌های برنده'],
  [/کاریز/, 'پایپ‌لاین'],
  [/دوره‌ی پیش(?:ین|(?!‌)(?!\p{L}))/u, 'دوره‌ی قبل'],
  [/خرید دوباره/, 'خرید مجدد'],
  [/بسامد خرید/, 'دفعات خرید'],
  [/آگاهی/, 'اطلاع'],
  [/(?<!\p{L})چاره(?!\p{L})/u, 'راهکار'],
  [/مأخذ/, 'منبع'],
  [/پیکربندی/, 'تنظیمات'],
  [/واپسین/, 'آخرین'],
  [/اندازه‌ی معامله/, 'مبلغ معامله'],
  [/گروه ورودی/, 'معامله‌های ایجادشده در دوره'],
  // A per cent sign of its own, directly behind the number.
  [/[۰-۹}] ?%/, '۲۷٪'],
  [/[۰-۹}] ٪/, '۲۷٪'],
];

const src = new URL('../src/', import.meta.url).pathname;

/** The lines of the sources that say something in Persian. */
const LINES = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !WORDS_OF_FILES.test(name))
  .flatMap((file) =>
    readFileSync(join(src, file), 'utf8')
      .split('\n')
      // What is beside the Persian text of a line: English in the same pair, a comment.
      .map((line) => ({ file, text: line.replace(/\ben: (?:'[^']*'|`[^`]*`)/g, '').replace(/\/\/.*|^ *\/?\*.*/, '') }))
      .filter(({ text }) => /\p{Script=Arabic}/u.test(text)),
  );

describe('Persian texts', () => {
  it.each(GLOSSARY)('never say %s', (never, instead) => {
    const found = LINES.filter(({ text }) => never.test(text)).map(({ file, text }) => `${file}: ${text.trim()}`);
    expect(found, `write: ${instead}`).toEqual([]);
  });

  it('are found at all', () => {
    expect(LINES.length).toBeGreaterThan(1000);
  });
});
