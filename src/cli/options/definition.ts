/** What an option is: its name, what it takes and means. */
import type { Text } from '../../locale/text.js';
import type { Parse } from '../values.js';

/** The heading of the help that an option stands under, in this order. */
export const OPTION_GROUPS = {
  what: { en: 'What to compute', fa: 'چه چیزی محاسبه شود' },
  gate: { en: 'Rules and gate', fa: 'قاعده‌ها و آستانه' },
  reading: {
    en: 'How files are read (detected when left out)',
    fa: 'شیوه‌ی خواندن فایل‌ها (اگر نیاید، تشخیص داده می‌شود)',
  },
  output: { en: 'Output', fa: 'خروجی' },
} as const satisfies Record<string, Text>;

export type OptionGroup = keyof typeof OPTION_GROUPS;

export interface OptionDefinition<T = unknown> {
  /** One letter, without the dash. */
  readonly short?: string;
  /** What stands for its value in the help; a switch has none. */
  readonly value?: string;
  readonly group: OptionGroup;
  readonly summary: Text;
  /** May be given several times; every value counts, in the order given. Otherwise the last one does. */
  readonly repeatable?: true;
  /** The key of the config file that says the same. */
  readonly config?: string;
  /** The value of what was typed. Throws a UserError (exit 2) that names the option. */
  readonly parse: Parse<T>;
}

export function option<T>(definition: OptionDefinition<T>): OptionDefinition<T> {
  return definition;
}

export function repeated<T>(definition: OptionDefinition<T>): OptionDefinition<T> & { readonly repeatable: true } {
  return { ...definition, repeatable: true };
}

export function toggle(definition: Omit<OptionDefinition<true>, 'parse' | 'value'>): OptionDefinition<true> {
  return { ...definition, parse: () => true };
}
