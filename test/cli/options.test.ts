import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { OPTIONS, type OptionDefinition } from '../../src/cli/options.js';
import { configSchema } from '../../src/config/schema.js';
import { LANGS } from '../../src/locale/text.js';

const options = Object.entries<OptionDefinition>(OPTIONS);

describe('the options', () => {
  it('have letters that no other option has', () => {
    const letters = ['h', 'V', ...options.flatMap(([, { short }]) => short ?? [])];
    expect(new Set(letters).size).toBe(letters.length);
  });

  it.each(options)('--%s is described in every language, without a full stop', (name, { summary }) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const lang of LANGS) expect(summary[lang]).toMatch(/[^.\s]$/);
  });

  it.each(options)('--%s belongs to a command', (name) => {
    expect(COMMANDS.some((command) => command.options.some((one) => one === name))).toBe(true);
  });

  it.each(options.filter(([, { config }]) => config !== undefined))(
    '--%s names a key of the config',
    (_, { config }) => {
      const schema = configSchema({ kpis: ['win_rate'], presets: ['hubspot'], rules: [] });
      const [section = '', key] = (config ?? '').split('.');
      const tried = schema.safeParse({ [section]: key === undefined ? -5.5 : { [key]: -5.5 } });
      // The value is wrong, but the key is known.
      expect(tried.error?.issues.map(({ code }) => code)).not.toContain('unrecognized_keys');
      expect(tried.success).toBe(false);
    },
  );
});

describe('the commands', () => {
  it.each(COMMANDS)(
    '$name takes no option twice and shows an example of itself',
    ({ name, options: taken, examples }) => {
      expect(new Set(taken).size).toBe(taken.length);
      expect(examples.length).toBeGreaterThan(0);
      for (const { command } of examples) expect(command).toMatch(new RegExp(`^kpi ${name}\\b`));
    },
  );
});
