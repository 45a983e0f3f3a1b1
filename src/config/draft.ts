/** A config file as `kpi init` writes it: what was understood of a file, with reasons, and every other key as an example. */
import { parse } from 'yaml';
import { localDigits } from '../locale/digits.js';
import type { Lang, Text } from '../locale/text.js';
import { ANSWERED, type Answered, aboutKey, exampleOf, exampleSections } from './draft-examples.js';
import { commentLines, type Entry, exampleLines, settingLines } from './draft-lines.js';
import { ABOUT, KEYS } from './draft-words.js';
import type { ConfigDateOrder, ConfigOutcome } from './known-words.js';
import type { Config } from './schema.js';

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
  readonly file: string;
  /** A file before it has the field in another column: one key cannot say both. */
  readonly taken: boolean;
}

/** What the cells of some columns left open, and how it was taken. */
export interface DraftAnswer<Value> {
  readonly value: Value;
  /** Cells that fit another answer as well; 0 where the user gave it. */
  readonly cells: number;
  readonly columns: readonly string[];
  /** Other columns are written otherwise, so that one answer cannot serve all. */
  readonly mixed: boolean;
}

/** A setting that holds for all files, where the files differ in it. */
export interface DraftDifference {
  readonly file: string;
  readonly value: string;
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
  readonly files: readonly string[];
  readonly preset: { readonly id: string; readonly reason: string } | null;
  readonly mapping: readonly DraftColumn[];
  readonly unused: readonly { readonly file: string; readonly column: string; readonly reason: string | null }[];
  readonly ignore: readonly string[];
  readonly stages: readonly DraftStage[];
  readonly timezone: string | null;
  readonly currency: {
    /** `--currency`. */
    readonly said: string | null;
    /** The one currency that the file itself names. */
    readonly found: string | null;
  };
  readonly dateOrder: DraftAnswer<ConfigDateOrder> | null;
  readonly decimal: DraftAnswer<'point' | 'comma'> | null;
  readonly repeatedIds: string | null;
  readonly sheet: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Settings that are left alone because the files differ in them. */
  readonly differing: { readonly [K in 'preset' | 'sheet' | 'encoding']?: readonly DraftDifference[] };
  /** Fields of the file that a breakdown would use. */
  readonly by: readonly string[];
  /** What the columns hold today, as demands; null where nobody asked. */
  readonly contract: Pick<Config, 'columns' | 'unexpectedColumns'> | null;
}

/** A draft of nothing: the template of all keys. */
export const EMPTY_DRAFT: ConfigDraft = {
  files: [],
  preset: null,
  mapping: [],
  unused: [],
  ignore: [],
  stages: [],
  timezone: null,
  currency: { said: null, found: null },
  dateOrder: null,
  decimal: null,
  repeatedIds: null,
  sheet: null,
  encoding: null,
  delimiter: null,
  differing: {},
  by: [],
  contract: null,
};

/** The text of the file, ending in a line break. The same draft gives the same text. */
export function draftText(draft: ConfigDraft, lang: Lang): string {
  const say = (text: Text): string[] => commentLines(text[lang]);
  const sections: readonly (readonly string[])[] = [
    say(draft.files.length === 0 ? ABOUT.template : ABOUT.files(draft.files.join(', '))).concat(say(ABOUT.how)),
    ...ANSWERED.map((key) => SECTIONS[key](draft, lang)),
    ...exampleSections(draft, lang),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What a file said of the keys that it can answer. */
const SECTIONS: { readonly [K in Answered]: (draft: ConfigDraft, lang: Lang) => string[] } = {
  preset: presetSection,
  mapping: mappingSection,
  ignore: ({ ignore }, lang) => setting('ignore', ignore.length > 0 ? ignore : null, lang),
  stages: stagesSection,
  currency: currencySection,
  timezone: ({ timezone }, lang) => setting('timezone', timezone, lang),
  dateOrder: ({ dateOrder }, lang) => answer('dateOrder', dateOrder, lang),
  decimal: ({ decimal }, lang) => answer('decimal', decimal, lang),
  repeatedIds: ({ repeatedIds }, lang) => setting('repeatedIds', repeatedIds, lang),
  sheet: (draft, lang) => setting('sheet', draft.sheet, lang, differing(draft, 'sheet', lang)),
  encoding: (draft, lang) => setting('encoding', draft.encoding, lang, differing(draft, 'encoding', lang)),
  delimiter: ({ delimiter }, lang) => setting('delimiter', delimiter, lang),
};

/** The same for a file that takes no comments: the settings alone. */
export function draftJson(draft: ConfigDraft): string {
  return `${JSON.stringify(parse(draftText(draft, 'en')) ?? {}, null, 2)}\n`;
}

/** A key with its value, or as an example where nothing is known of it. */
function setting(key: Answered, value: unknown, lang: Lang, more: readonly string[] = []): string[] {
  const entry = { key, value: value ?? exampleOf(key) };
  return [...aboutKey(key, lang), ...more, ...(value === null ? exampleLines([entry]) : settingLines([entry]))];
}

const DIFFER: Text = {
  en: 'This key holds for all files, which differ in it:',
  fa: 'این کلید برای همه‌ی فایل‌هاست، ولی فایل‌ها در آن یکسان نیستند:',
};

function differing({ differing }: ConfigDraft, key: keyof ConfigDraft['differing'], lang: Lang): string[] {
  const differences = differing[key] ?? [];
  if (differences.length === 0) return [];
  return [DIFFER[lang], ...differences.map(({ file, value }) => `- ${file}: ${value}`)].flatMap((line) =>
    commentLines(line),
  );
}

function presetSection(draft: ConfigDraft, lang: Lang): string[] {
  const { preset } = draft;
  const lines = [...aboutKey('preset', lang), ...differing(draft, 'preset', lang)];
  if (preset === null) return [...lines, ...exampleLines([{ key: 'preset', value: exampleOf('preset') }])];
  // The generic preset is what everything else is read with: to fix it would keep a second file from being recognized.
  const entry: Entry = { key: 'preset', value: preset.id, note: preset.reason };
  return [...lines, ...(preset.id === 'generic' ? exampleLines([entry]) : settingLines([entry]))];
}

const ASSUMED: Text = { en: 'assumed: check', fa: 'assumed: check، فرض شده است؛ بررسی کنید' };

const TAKEN: Text = {
  en: 'found by itself; the key above names the column of another file',
  fa: 'خودبه‌خود پیدا می‌شود؛ کلید بالا ستون فایل دیگری را می‌گوید',
};

function mappingSection({ files, mapping, unused }: ConfigDraft, lang: Lang): string[] {
  const entries = files.flatMap((file) => {
    const mine = mapping.filter((one) => one.file === file);
    const title = files.length > 1 && mine.length > 0 ? commentLines(`${file}:`, 2) : [];
    return [...title, ...mine.flatMap((one) => columnLines(one, lang))];
  });
  const rest = unused.map(({ file, column, reason }) => {
    const named = files.length > 1 ? `${file}: ${quoted(column)}` : quoted(column);
    return `- ${named}${reason === null ? '' : ` (${reason})`}`;
  });
  return [
    ...aboutKey('mapping', lang),
    ...(entries.length === 0
      ? exampleLines([{ key: 'mapping', value: exampleOf('mapping') }])
      : ['mapping:', ...entries]),
    ...(rest.length === 0 ? [] : [...commentLines(KEYS.unused[lang]), ...rest.flatMap((line) => commentLines(line))]),
  ];
}

function columnLines({ field, column, reason, confidence, assumed, taken }: DraftColumn, lang: Lang): string[] {
  const sure =
    lang === 'fa'
      ? `، ${localDigits(String(Math.round(confidence * 100)), lang)}٪`
      : `, ${Math.round(confidence * 100)} %`;
  const why = `${reason}${sure}`;
  if (taken) return commentLines(`- ${field}: ${quoted(column)} (${why}; ${TAKEN[lang]})`, 2);
  return settingLines([{ key: field, value: column, note: assumed ? `${ASSUMED[lang]} (${why})` : why }], 2);
}

const ROWS: { readonly [L in Lang]: (rows: number) => string } = {
  en: (rows) => `${rows} ${rows === 1 ? 'row' : 'rows'}`,
  fa: (rows) => `${localDigits(String(rows), 'fa')} سطر`,
};

function stagesSection({ stages }: ConfigDraft, lang: Lang): string[] {
  const note = ({ reason, rows }: DraftStage): string =>
    [...(reason === '' ? [] : [reason]), ...(rows === null ? [] : [ROWS[lang](rows)])].join(
      lang === 'fa' ? '، ' : ', ',
    );
  const entry = (stage: DraftStage): Entry => ({ key: stage.name, value: stage.outcome, note: note(stage) });
  const of = (as: DraftStage['as']): DraftStage[] => stages.filter((stage) => stage.as === as);
  const [written, known, asked] = [of('write').map(entry), of('known'), of('ask').map(entry)];
  const open = asked.length === 0 ? [] : [...commentLines(KEYS.ask[lang], 2), ...exampleLines(asked, 2)];
  return [
    ...aboutKey('stages', lang),
    ...(known.length === 0 ? [] : commentLines(KEYS.known[lang])),
    ...known.flatMap((stage) => commentLines(`- ${quoted(stage.name)}: ${stage.outcome} (${note(stage)})`)),
    ...(written.length > 0
      ? ['stages:', ...settingLines(written, 2)]
      : asked.length > 0
        ? ['stages:']
        : exampleLines([{ key: 'stages', value: exampleOf('stages') }])),
    ...open,
  ];
}

const FOUND: { readonly [L in Lang]: (currency: string) => string } = {
  en: (currency) => `The file says itself that its amounts are in ${currency}.`,
  fa: (currency) => `خود فایل می‌گوید که مبلغ‌ها به ${currency} است.`,
};

function currencySection({ currency: { said, found } }: ConfigDraft, lang: Lang): string[] {
  const entry = { key: 'currency', value: said ?? found ?? exampleOf('currency') };
  return [
    ...aboutKey('currency', lang),
    ...(found === null || said !== null ? [] : commentLines(FOUND[lang](found))),
    ...(said === null ? exampleLines([entry]) : settingLines([entry])),
  ];
}

const CELLS: { readonly [L in Lang]: (cells: number, columns: string) => string } = {
  en: (cells, columns) => `assumed: check (${cells} cells of ${columns} fit another reading as well)`,
  fa: (cells, columns) => `assumed: check، فرض شده است (${cells} سلول از ${columns} جور دیگری هم خوانده می‌شود)`,
};
const MIXED: Text = {
  en: 'Columns are written in different ways; this key would hold for all of them.',
  fa: 'ستون‌ها به شیوه‌های گوناگون نوشته شده‌اند؛ این کلید برای همه‌ی آن‌ها خواهد بود.',
};

function answer(key: Answered, given: DraftAnswer<string> | null, lang: Lang): string[] {
  if (given === null) return setting(key, null, lang);
  const { value, cells, columns, mixed } = given;
  const note = cells === 0 ? undefined : CELLS[lang](cells, columns.map(quoted).join(', '));
  const entry: Entry = { key, value, note };
  const lines = mixed ? [...commentLines(MIXED[lang]), ...exampleLines([entry])] : settingLines([entry]);
  return [...aboutKey(key, lang), ...lines];
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
