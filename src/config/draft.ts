/** A config file as `kpi init` writes it: what was understood of a file, with reasons, and every other key as an example. */
import { parse } from 'yaml';
import type { Lang, Text } from '../locale/text.js';
import { commentLines, type Entry, exampleLines, settingLines } from './draft-lines.js';
import { ABOUT, KEYS } from './draft-words.js';
import type { ConfigDateOrder, ConfigOutcome } from './schema.js';

/** A column that a field was read from. */
export interface DraftColumn {
  /** `field` or `role.field`. */
  readonly field: string;
  readonly column: string;
  readonly reason: string;
  /** 0…1. */
  readonly confidence: number;
  /** Not sure enough to be silent about. */
  readonly assumed: boolean;
}

export interface DraftStage {
  readonly name: string;
  /** Null = nobody knows yet. */
  readonly outcome: ConfigOutcome | null;
  readonly reason: string;
  /** Rows that carry it; null where it was said and is in no file. */
  readonly rows: number | null;
  /** `write`: a setting; `known`: nothing to say; `ask`: a person has to answer. */
  readonly as: 'write' | 'known' | 'ask';
}

/** The answers that a file and the command line gave. Without a file, everything is null or empty. */
export interface ConfigDraft {
  readonly file: string | null;
  readonly preset: { readonly id: string; readonly reason: string } | null;
  readonly mapping: readonly DraftColumn[];
  readonly unused: readonly { readonly column: string; readonly reason: string | null }[];
  readonly ignore: readonly string[];
  readonly stages: readonly DraftStage[];
  readonly timezone: string | null;
  readonly currency: {
    /** `--currency`. */
    readonly said: string | null;
    /** The one currency that the file itself names. */
    readonly found: string | null;
  };
  readonly dateOrder: {
    readonly order: ConfigDateOrder;
    /** Cells that fit another order as well; 0 where the user said the order. */
    readonly cells: number;
    readonly columns: readonly string[];
    /** Other columns of the file are written the other way round, so that one answer cannot serve all. */
    readonly mixed: boolean;
  } | null;
  readonly sheet: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Fields of the file that a breakdown would use. */
  readonly by: readonly string[];
}

/** A draft of nothing: the template of all keys. */
export const EMPTY_DRAFT: ConfigDraft = {
  file: null,
  preset: null,
  mapping: [],
  unused: [],
  ignore: [],
  stages: [],
  timezone: null,
  currency: { said: null, found: null },
  dateOrder: null,
  sheet: null,
  encoding: null,
  delimiter: null,
  by: [],
};

/** The text of the file, ending in a line break. The same draft gives the same text. */
export function draftText(draft: ConfigDraft, lang: Lang): string {
  const say = (text: Text): string[] => commentLines(text[lang]);
  const sections: readonly (readonly string[])[] = [
    say(draft.file === null ? ABOUT.template : ABOUT.file(draft.file)).concat(say(ABOUT.how)),
    presetSection(draft, lang),
    mappingSection(draft, lang),
    [...say(KEYS.ignore), ...setting('ignore', draft.ignore.length > 0 ? draft.ignore : null, ['Internal note'])],
    stagesSection(draft, lang),
    currencySection(draft, lang),
    [...say(KEYS.timezone), ...setting('timezone', draft.timezone, 'Europe/Berlin')],
    dateSection(draft, lang),
    [...say(KEYS.sheet), ...setting('sheet', draft.sheet, 'Deals')],
    [...say(KEYS.encoding), ...setting('encoding', draft.encoding, 'windows-1256')],
    [...say(KEYS.delimiter), ...setting('delimiter', draft.delimiter, 'semicolon')],
    [...say(KEYS.fiscalYearStart), ...exampleLines([{ key: 'fiscalYearStart', value: 1 }])],
    [...say(KEYS.retention), ...exampleLines([{ key: 'retention', value: { window: 365 } }])],
    [...say(KEYS.assumeComplete), ...exampleLines([{ key: 'assumeComplete', value: true }])],
    [
      ...say(KEYS.report),
      ...exampleLines([
        { key: 'report', value: { by: draft.by.length > 0 ? draft.by : ['owner'], kpis: ['win_rate', 'revenue_won'] } },
      ]),
    ],
    [
      ...say(KEYS.rules),
      ...exampleLines([
        {
          key: 'rules',
          value: {
            'deal.owner_missing': 'off',
            'deal.won_without_amount': { severity: 'error', maxRate: 0.05 },
            'deal.open_past_close': { severity: 'warn', maxViolations: 10 },
          },
        },
      ]),
    ],
    [...say(KEYS.lang), ...exampleLines([{ key: 'lang', value: lang }])],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The same for a file that takes no comments: the settings alone. */
export function draftJson(draft: ConfigDraft): string {
  return `${JSON.stringify(parse(draftText(draft, 'en')) ?? {}, null, 2)}\n`;
}

/** A key with its value, or as an example where nothing is known of it. */
function setting(key: string, value: unknown, example: unknown, note?: string): string[] {
  return value === null ? exampleLines([{ key, value: example }]) : settingLines([{ key, value, note }]);
}

function presetSection({ preset }: ConfigDraft, lang: Lang): string[] {
  const lines = commentLines(KEYS.preset[lang]);
  if (preset === null) return [...lines, ...exampleLines([{ key: 'preset', value: 'hubspot' }])];
  // The generic preset is what everything else is read with: to fix it would keep a second file from being recognized.
  const entry: Entry = { key: 'preset', value: preset.id, note: preset.reason };
  return [...lines, ...(preset.id === 'generic' ? exampleLines([entry]) : settingLines([entry]))];
}

const ASSUMED: Text = { en: 'assumed: check', fa: 'assumed: check، فرض شده است؛ بررسی کنید' };

function mappingSection({ mapping, unused }: ConfigDraft, lang: Lang): string[] {
  const entries = mapping.map(({ field, column, reason, confidence, assumed }): Entry => {
    const why = `${reason}, ${Math.round(confidence * 100)} %`;
    return { key: field, value: column, note: assumed ? `${ASSUMED[lang]} (${why})` : why };
  });
  const rest = unused.map(({ column, reason }) => `- ${quoted(column)}${reason === null ? '' : ` (${reason})`}`);
  return [
    ...commentLines(KEYS.mapping[lang]),
    ...(entries.length === 0
      ? exampleLines([{ key: 'mapping', value: { amount: 'Deal value', 'leads.id': 'Lead ID' } }])
      : ['mapping:', ...settingLines(entries, 2)]),
    ...(rest.length === 0 ? [] : [...commentLines(KEYS.unused[lang]), ...rest.flatMap((line) => commentLines(line))]),
  ];
}

const ROWS: { readonly [L in Lang]: (rows: number) => string } = {
  en: (rows) => `${rows} ${rows === 1 ? 'row' : 'rows'}`,
  fa: (rows) => `${rows} سطر`,
};

function stagesSection({ stages }: ConfigDraft, lang: Lang): string[] {
  const note = ({ reason, rows }: DraftStage): string =>
    [...(reason === '' ? [] : [reason]), ...(rows === null ? [] : [ROWS[lang](rows)])].join(', ');
  const entry = (stage: DraftStage): Entry => ({ key: stage.name, value: stage.outcome, note: note(stage) });
  const of = (as: DraftStage['as']): DraftStage[] => stages.filter((stage) => stage.as === as);
  const [written, known, asked] = [of('write').map(entry), of('known'), of('ask').map(entry)];
  const open = asked.length === 0 ? [] : [...commentLines(KEYS.ask[lang], 2), ...exampleLines(asked, 2)];
  return [
    ...commentLines(KEYS.stages[lang]),
    ...(known.length === 0 ? [] : commentLines(KEYS.known[lang])),
    ...known.flatMap((stage) => commentLines(`- ${quoted(stage.name)}: ${stage.outcome} (${note(stage)})`)),
    ...(written.length > 0
      ? ['stages:', ...settingLines(written, 2)]
      : asked.length > 0
        ? ['stages:']
        : exampleLines([{ key: 'stages', value: { Signed: 'won', '*': 'open' } }])),
    ...open,
  ];
}

const FOUND: { readonly [L in Lang]: (currency: string) => string } = {
  en: (currency) => `The file says itself that its amounts are in ${currency}.`,
  fa: (currency) => `خود فایل می‌گوید که مبلغ‌ها به ${currency} است.`,
};

function currencySection({ currency: { said, found } }: ConfigDraft, lang: Lang): string[] {
  return [
    ...commentLines(KEYS.currency[lang]),
    ...(found === null || said !== null ? [] : commentLines(FOUND[lang](found))),
    ...setting('currency', said, found ?? 'EUR'),
  ];
}

const CELLS: { readonly [L in Lang]: (cells: number, columns: string) => string } = {
  en: (cells, columns) => `assumed: check (${cells} cells of ${columns} fit another order as well)`,
  fa: (cells, columns) => `assumed: check، فرض شده است (${cells} سلول از ${columns} با ترتیب دیگری هم می‌خواند)`,
};
const MIXED: Text = {
  en: 'Columns of the file are written in different orders; this key would hold for all of them.',
  fa: 'ستون‌های فایل به ترتیب‌های گوناگون نوشته شده‌اند؛ این کلید برای همه‌ی آن‌ها خواهد بود.',
};

function dateSection({ dateOrder }: ConfigDraft, lang: Lang): string[] {
  const lines = commentLines(KEYS.dateOrder[lang]);
  if (dateOrder === null) return [...lines, ...exampleLines([{ key: 'dateOrder', value: 'dmy' }])];
  const { order, cells, columns, mixed } = dateOrder;
  const note = cells === 0 ? undefined : CELLS[lang](cells, columns.map(quoted).join(', '));
  const entry: Entry = { key: 'dateOrder', value: order, note };
  return mixed
    ? [...lines, ...commentLines(MIXED[lang]), ...exampleLines([entry])]
    : [...lines, ...settingLines([entry])];
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
