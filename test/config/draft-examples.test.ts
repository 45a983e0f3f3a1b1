import { describe, expect, it } from 'vitest';
import { exampleSections } from '../../src/config/draft-examples.js';
import { LANGS } from '../../src/locale/text.js';

describe('keys that no file answers', () => {
  it.each(LANGS)('are all comments, each key below what it means (%s)', (lang) => {
    const sections = exampleSections({ by: [], contract: null }, lang);
    for (const lines of sections) {
      expect(lines.every((line) => line.startsWith('#'))).toBe(true);
      expect(lines[0]).toMatch(/^# \S/);
      expect(lines.filter((line) => /^#\w+:/.test(line)).length).toBe(1);
    }
    expect(new Set(sections.map((lines) => lines.join('\n'))).size).toBe(sections.length);
  });

  it('break down by fields of the file where it has some', () => {
    const report = (by: readonly string[]) => exampleSections({ by, contract: null }, 'en').flat().join('\n');
    expect(report(['source'])).toMatch(/#report:\n# +by:\n# +- source\n/);
    expect(report([])).toMatch(/#report:\n# +by:\n# +- owner\n/);
  });
});
