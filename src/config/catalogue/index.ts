/**
 * Every setting there is, each declared once: the parser, the help, completion, the config's schema, what command line
 * and config say together, the draft of `kpi init` and the pages derive from it. In the order of the config file.
 */
import type { Text } from '../../locale/text.js';
import type { SettingDefinition } from '../definition.js';
import { ASSISTANTS } from './assistants.js';
import { FIGURES } from './figures.js';
import { FILES } from './files.js';
import { GATE } from './gate.js';
import { LISTING } from './listing.js';
import { OUTPUT } from './output.js';
import { OWN_RULES } from './own-rules.js';
import { READING } from './reading.js';
import { SERVING } from './serving.js';
import { WHAT } from './what.js';

export const SETTINGS = {
  ...FILES,
  ...READING,
  ...WHAT,
  ...LISTING,
  ...FIGURES,
  ...OWN_RULES,
  ...GATE,
  ...SERVING,
  ...ASSISTANTS,
  ...OUTPUT,
} as const satisfies Record<string, SettingDefinition>;

export type SettingId = keyof typeof SETTINGS;

/** What the sections of the config are about that hold several keys, or one that may get company. */
export const CONFIG_SECTIONS: Readonly<Record<string, Text>> = {
  report: { en: 'what the report shows', fa: 'آنچه گزارش نشان می‌دهد' },
  clv: {
    en: 'lifetime values: the share of revenue that is margin, the years that a customer stays, and how far and at what rate expected ones look ahead',
    fa: 'ارزش طول عمر: سهم سود از فروش، سال‌هایی که مشتری می‌ماند، و اینکه ارزش مورد انتظار تا کجا و با چه نرخ تنزیلی پیش را می‌بیند',
  },
  forecast: { en: 'what a forecast looks at', fa: 'آنچه پیش‌بینی می‌بیند' },
};
