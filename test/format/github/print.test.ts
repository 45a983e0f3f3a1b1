import { describe, expect, it } from 'vitest';
import { renderCheck } from '../../../src/format/render.js';
import type { Check } from '../../../src/report/schema.js';
import { CHECK, PASSING_CHECK, withText } from '../../support/documents.js';
import { HOSTILE } from '../../support/hostile.js';

const github = async (check: Check): Promise<readonly string[]> =>
  [...(await renderCheck(check, 'github', { lang: 'en', color: false, width: 80 }))].join('').trimEnd().split('\n');

/** A command as the runner reads a line (actions/runner, ActionCommand.TryParseV2), or null. */
function commandOf(line: string): { name: string; properties: Record<string, string>; message: string } | null {
  const end = line.indexOf('::', 2);
  if (!line.trimStart().startsWith('::') || end < 0) return null;
  const [, name = '', listed = ''] = /^(\S+) ?(.*)$/s.exec(line.slice(2, end)) ?? [];
  const properties = listed.split(',').map((one) => /^([^=]+)=(.*)$/s.exec(one)?.slice(1) ?? []);
  return {
    name,
    properties: Object.fromEntries(properties.map(([key = '', value = '']) => [key, unescaped(value)])),
    message: unescaped(line.slice(end + 2)),
  };
}

function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = { '%0A': '\n', '%0D': '\r', '%3A': ':', '%2C': ',', '%25': '%' };
  return text.replace(/%(?:0A|0D|3A|2C|25)/g, (code) => characters[code] ?? code);
}

describe('annotations of GitHub Actions', () => {
  it('are one per rule over its limit, at its first violation, and the verdict is the last line', async () => {
    const lines = await github(CHECK);
    expect(lines.map(commandOf).map((command) => command && [command.name, command.properties])).toEqual([
      ['warning', { file: 'hubspot.csv', line: '13', title: 'deal.open_past_close' }],
      ['error', { file: 'hubspot.csv', line: '7', title: 'deal.won_without_amount' }],
      ['error', { file: 'hubspot.csv', title: 'deal.closed_before_created' }], // of a workbook: rows, no lines
      ['error', { title: 'max_warnings' }],
      null,
    ]);
    expect(commandOf(lines[1] ?? '')?.message).toMatch(
      /^Won deals without an amount: 9 of 10 \(90\.0 %\), 2 of them known\nhubspot\.csv:7 D06 won/,
    );
    expect(lines.at(-1)).toBe('kpi check failed: errors 8, warnings 1, hints 0, known 2');
  });

  it('are none for a check that passes', async () => {
    expect(await github(PASSING_CHECK)).toEqual(['kpi check passed: errors 0, warnings 0, hints 0']);
  });

  it('are as many with hostile names in them, and say nothing but what they say', async () => {
    const neutral = (await github(CHECK)).map(commandOf);
    for (const text of HOSTILE) {
      const commands = (await github(withText(CHECK, text))).map(commandOf);
      expect(
        commands.map((command) => command?.name),
        text,
      ).toEqual(neutral.map((command) => command?.name));
      for (const command of commands) {
        if (command === null) continue;
        expect(['file', 'line', 'title', ''], text).toEqual(expect.arrayContaining(Object.keys(command.properties)));
        expect(command.message).not.toMatch(/(?!\n)\p{Cc}|^\s*::|##\[/mu);
      }
    }
  });

  it('point to a file whose name has commas, colons and percent signs', async () => {
    const name = '50%,a:b.csv';
    const violations = CHECK.violations.map((violation) => ({ ...violation, file: name }));
    expect(commandOf((await github({ ...CHECK, violations }))[1] ?? '')?.properties['file']).toBe(name);
  });
});
