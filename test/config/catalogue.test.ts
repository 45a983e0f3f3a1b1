import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { OPTIONS } from '../../src/cli/options.js';
import { CONFIG_SECTIONS, SETTINGS } from '../../src/config/catalogue/index.js';
import { COMMAND_NAMES, type SettingDefinition } from '../../src/config/definition.js';
import { draftText, EMPTY_DRAFT } from '../../src/config/draft.js';
import { KNOWN } from '../../src/config/known.js';
import { configSchema, expectedBy } from '../../src/config/schema.js';
import { LANGS } from '../../src/locale/text.js';

const settings = Object.entries<SettingDefinition>(SETTINGS);
const schema = configSchema(KNOWN);

describe.each(settings)('the setting %s', (_, { summary, flag, config }) => {
  it('has a flag, a key or both, and words in every language', () => {
    expect(flag ?? config).toBeDefined();
    for (const lang of LANGS) {
      for (const text of [summary, config?.summary, config?.expected]) {
        if (text !== undefined) expect(text[lang]).toMatch(/[^.\s]$/);
      }
    }
  });

  it('is in all that derives from it', () => {
    if (flag !== undefined) {
      expect(Reflect.get(OPTIONS, flag.name)).toMatchObject({ summary, parse: flag.parse });
      expect(flag.commands.length).toBeGreaterThan(0);
      for (const { name, options } of COMMANDS) {
        expect(options.some((one) => one === flag.name)).toBe(flag.commands.includes(name));
      }
    }
    if (config === undefined) return;
    const [name = '', inner] = config.key.split('.');
    const written = { [name]: inner === undefined ? config.example : { [inner]: config.example } };
    expect(schema.safeParse(written).error).toBeUndefined();
    expect(expectedBy(`@${config.key}`)).toBe(config.expected);
    for (const lang of LANGS) expect(draftText(EMPTY_DRAFT, lang)).toMatch(new RegExp(`^#( *)${inner ?? name}:`, 'm'));
  });
});

describe('the settings', () => {
  it('have names and keys of their own', () => {
    for (const names of [settings.map(([, { flag }]) => flag?.name), settings.map(([, { config }]) => config?.key)]) {
      const given = names.filter((name) => name !== undefined);
      expect(new Set(given).size).toBe(given.length);
    }
  });

  it('are taken by commands that there are, and sections have keys', () => {
    expect(COMMANDS.map(({ name }) => name)).toEqual([...COMMAND_NAMES]);
    for (const name of Object.keys(CONFIG_SECTIONS)) {
      expect(settings.some(([, { config }]) => config?.key.startsWith(`${name}.`))).toBe(true);
    }
  });
});
