import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { topicHelp } from '../../src/cli/help.js';
import { OPTIONS } from '../../src/cli/options.js';
import { TOPICS, topicMeant } from '../../src/cli/topics.js';
import { parseExpression } from '../../src/expression/parse.js';
import { LANGS } from '../../src/locale/text.js';
import { parsePeriod } from '../../src/model/period-parse.js';
import { day } from '../support/deals.js';
import { kpi } from '../support/run.js';

const typed = TOPICS.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows.map(([text]) => text)));

describe('the topics of the help', () => {
  it.each(TOPICS)('$name is told in both languages, and its page is in the package', ({ page, ...topic }) => {
    for (const lang of LANGS) {
      const text = topicHelp({ ...topic, ...(page === undefined ? {} : { page }) }, lang, 80);
      expect(text.replace(/[\u2066-\u2069]/g, '')).toContain(topic.title[lang]);
    }
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
    expect(files).toContain('docs/*.md');
    if (page !== undefined) expect(existsSync(page)).toBe(true);
  });

  it('are not called as a command is', () => {
    const names = [...COMMANDS, ...TOPICS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('name options that there are', () => {
    const named = typed.flatMap((text) => [...text.matchAll(/(?:^|[ ,])--([a-z-]+)/g)].map(([, name]) => name));
    expect(named.length).toBeGreaterThan(20);
    for (const name of named) expect(Object.keys(OPTIONS)).toContain(name);
  });

  it('show conditions and periods that are read', () => {
    const conditions = typed.flatMap((text) => /^--where (["'])(.+)\1$/.exec(text)?.[2] ?? []);
    expect(conditions.length).toBeGreaterThanOrEqual(4);
    for (const condition of conditions) expect(() => parseExpression(condition)).not.toThrow();
    const periods = [
      '2025',
      '2025-Q3',
      '2025-W36',
      '2025-01-01..2025-03-31',
      '1404-Q1',
      '۱۴۰۴-۰۱',
      'last-4-weeks',
      '2025-01..',
    ];
    const text = typed.join('\n');
    for (const period of periods) {
      expect(text).toContain(period);
      expect(parsePeriod(period, { anchor: day('2025-06-30') })).not.toBeNull();
    }
  });

  it('are printed, and found under other names', () => {
    expect(kpi(['help', 'expressions']).stdout).toContain("'Sales region' in (North, South)");
    expect(kpi(['help', 'periods', '--lang', 'fa']).stdout).toContain('دوره‌های نسبی');
    expect(kpi(['help']).stdout).toMatch(/\nTopics\n/);
    const unknown = kpi(['help', 'where']);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('Did you mean expressions?');
    expect(topicMeant('baseline')).toBe('gate');
  });
});
