import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { commandHelp } from '../../src/cli/help.js';
import { programHelp, shortHelp } from '../../src/cli/program-help.js';
import { LANGS } from '../../src/locale/text.js';

describe('the help', () => {
  it('is short where nothing was asked', () => {
    const lines = shortHelp('en', 80).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines.join('\n')).toContain('kpi report deals.csv');
  });

  it('lists every command, the exit codes and the environment', () => {
    const help = programHelp('en', 80);
    for (const { name } of COMMANDS) expect(help).toMatch(new RegExp(`^  ${name} `, 'm'));
    for (const code of ['0', '1', '2', '3', '4', '70', '130, 143']) {
      expect(help).toMatch(new RegExp(`^  ${code}\\s+\\w`, 'm'));
    }
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'COLUMNS']) expect(help).toContain(name);
  });

  it.each([40, 80, 120])('stays within %i columns where words allow it', (width) => {
    for (const command of COMMANDS) {
      for (const line of commandHelp(command, 'en', width).split('\n')) {
        const isTerm = /^ {2}\S/.test(line) && !/\S {2,}\S/.test(line.trim());
        const isTitle = /^\S/.test(line);
        // A single long word (a range, an example) cannot be broken.
        const unbreakable =
          Math.max(
            0,
            ...line
              .trim()
              .split(' ')
              .map((word) => word.length),
          ) > 18;
        if (!isTerm && !isTitle && !unbreakable) expect(line.length, line).toBeLessThanOrEqual(Math.max(width, 58));
      }
    }
  });

  it('is there in every language', () => {
    for (const lang of LANGS) {
      for (const command of COMMANDS)
        expect(commandHelp(command, lang, 80).replace(/[\u2066-\u2069]/g, '')).toContain(command.summary[lang]);
    }
    expect(programHelp('fa', 80)).toContain('کدهای خروج');
  });
});
