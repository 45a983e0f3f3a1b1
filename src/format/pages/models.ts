/** Models on a page: formulas, what they speak of, what files say of them, and what would make them wrong. */
import { countText, decimalText, moneyText, NOT_AVAILABLE, ratioText } from '../../locale/numbers.js';
import type { Lang, Phrase, Text } from '../../locale/text.js';
import type { FitUnit, ModelEntry, ModelFit } from '../../report/model-schema.js';
import { type Block, type Cell, cell, code, data, type Item, type PageOptions, say, type Words } from '../page.js';
import { dayWords, reasonWords } from './figures.js';

const WORDS = {
  id: { en: 'id', fa: 'شناسه' },
  source: { en: 'source', fa: 'منبع' },
  formulas: { en: 'Formulas', fa: 'فرمول‌ها' },
  parameters: { en: 'Parameters', fa: 'پارامترها' },
  parameter: { en: 'Parameter', fa: 'پارامتر' },
  value: { en: 'Value', fa: 'مقدار' },
  standardError: { en: 'Standard error', fa: 'خطای معیار' },
  meaning: { en: 'Meaning', fa: 'معنا' },
  fit: { en: 'Fit', fa: 'برازش' },
  wrong: { en: 'What would make it wrong', fa: 'چه چیزی آن را نادرست می‌کند' },
  limits: { en: 'Limits', fa: 'محدودیت‌ها' },
} as const satisfies Record<string, Text>;

const AGAIN: Phrase<string> = {
  en: (n) => `And, of those that stand above: ${n}.`,
  fa: (n) => `و از آنچه بالاتر آمده: ${n} مورد.`,
};

/** Whether an assumption holds, before it. */
const VERDICTS = {
  true: { en: 'Holds in these files', fa: 'در این فایل‌ها برقرار است' },
  false: { en: 'Does not hold in these files', fa: 'در این فایل‌ها برقرار نیست' },
  null: { en: 'These files do not tell', fa: 'این فایل‌ها نمی‌گویند' },
} as const satisfies Record<string, Text>;

/**
 * @param alone whether the page is about this model, and has said already what it is
 * @param told assumptions that the page has said already, of models before; those of this one are added
 */
export function* modelBlocks(
  model: ModelEntry,
  { alone, files, told }: { readonly alone: boolean; readonly files: boolean; readonly told: Set<string> },
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const right = alone ? {} : { right: [code(model.id)] };
  const heading = (title: Text): Block => ({ kind: 'heading', words: [title[lang]], ...right });
  if (!alone) {
    yield { kind: 'heading', words: [data(model.title)] };
    yield { kind: 'paragraph', words: [data(model.definition)] };
    yield {
      kind: 'facts',
      facts: [
        { name: WORDS.id[lang], value: [code(model.id)] },
        { name: WORDS.source[lang], value: [data(model.source)] },
      ],
    };
  }
  yield heading(WORDS.formulas);
  yield { kind: 'facts', facts: model.formulas.map(({ of, formula }) => ({ name: of, value: [code(formula)] })) };
  const estimated = model.parameters.some(({ value }) => value !== null);
  const spoken = estimated ? model.symbols : [...model.symbols, ...model.parameters];
  if (spoken.length > 0) {
    yield { kind: 'facts', facts: spoken.map(({ symbol, meaning }) => ({ name: symbol, value: [data(meaning)] })) };
  }
  if (model.reason !== null) {
    yield { kind: 'paragraph', words: notFitted(model.reason, lang), tone: 'warn' };
  }
  if (estimated) {
    yield heading(WORDS.parameters);
    yield parameterTable(model, lang);
  }
  if (model.fit !== null) yield* fitBlocks(model.fit, heading, options);
  yield heading(WORDS.wrong);
  const fresh = model.assumptions.filter(({ id }) => !told.has(id));
  const again = model.assumptions.length - fresh.length;
  yield {
    kind: 'list',
    items: [
      ...fresh.map((one) => assumptionItem(one, files, lang)),
      ...(again === 0 ? [] : [{ ...cell([AGAIN[lang](countText(again, lang))]), marker: '·' as const }]),
    ],
  };
  for (const { id } of fresh) told.add(id);
  yield heading(WORDS.limits);
  yield { kind: 'list', items: model.limits.map((one) => cell([data(one)])) };
}

function notFitted(reason: string, lang: Lang): Words {
  return lang === 'fa'
    ? say`برای این فایل‌ها محاسبه نشد: ${reasonWords(reason, lang)}.`
    : say`Not fitted to these files: ${reasonWords(reason, lang)}.`;
}

function parameterTable({ parameters }: ModelEntry, lang: Lang): Block {
  const figure = (value: number | null): string =>
    value === null ? NOT_AVAILABLE[lang] : significantText(value, lang);
  return {
    kind: 'table',
    columns: [
      { title: [WORDS.parameter[lang]], align: 'left', drop: 0 },
      { title: [WORDS.value[lang]], align: 'right', drop: 0 },
      { title: [WORDS.standardError[lang]], align: 'right', drop: 0 },
      { title: [WORDS.meaning[lang]], align: 'left', drop: 1, min: 24 },
    ],
    rows: parameters.map(({ symbol, meaning, value, standardError }) => ({
      kind: 'cells',
      cells: [cell([data(symbol)]), cell(figure(value)), cell(figure(standardError)), cell([data(meaning)])],
    })),
  };
}

/** Digits that count of a parameter: four, so that what a paper prints can be compared. */
const DIGITS = 4;

function significantText(value: number, lang: Lang): string {
  const places = value === 0 ? 0 : Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))));
  return decimalText(value, Math.min(places, 6), lang);
}

function* fitBlocks(
  { figures, tables }: ModelFit,
  heading: (title: Text) => Block,
  options: PageOptions,
): Generator<Block, void, undefined> {
  if (figures.length > 0) {
    yield heading(WORDS.fit);
    yield {
      kind: 'facts',
      facts: figures.map(({ title, unit, value, low, high }) => ({
        name: title,
        value:
          low === null || high === null
            ? fitWords(value, unit, options)
            : say`${fitWords(value, unit, options)} (${fitWords(low, unit, options)} … ${fitWords(high, unit, options)})`,
      })),
    };
  }
  for (const { title, columns, rows } of tables) {
    yield { kind: 'heading', words: [data(title)] };
    yield {
      kind: 'table',
      columns: columns.map(({ title: name, unit }, at) => ({
        title: [data(name)],
        align: unit === 'text' || unit === 'day' ? 'left' : 'right',
        drop: at === 0 ? 0 : at,
      })),
      rows: rows.map((row) => ({
        kind: 'cells',
        cells: columns.map(({ id, unit }): Cell => cell(fitWords(row[id] ?? null, unit, options))),
      })),
    };
  }
}

function fitWords(value: number | string | null, unit: FitUnit, options: PageOptions): Words {
  const { lang } = options;
  if (value === null) return [NOT_AVAILABLE[lang]];
  if (typeof value === 'string') return [unit === 'day' ? dayWords(value, options) : data(value)];
  switch (unit) {
    case 'ratio':
      return [ratioText(value, lang)];
    case 'money':
      return [moneyText(value, lang)];
    case 'count':
      return [Number.isInteger(value) ? countText(value, lang) : decimalText(value, 1, lang)];
    case 'decimal':
      return [decimalText(value, 2, lang)];
    case 'days':
    case 'weeks':
      return [decimalText(value, Number.isInteger(value) ? 0 : 1, lang)];
    default:
      return [significantText(value, lang)];
  }
}

function assumptionItem(
  { text, otherwise, holds, evidence }: ModelEntry['assumptions'][number],
  files: boolean,
  lang: Lang,
): Item {
  const verdict = VERDICTS[`${holds}`][lang];
  const judged = files
    ? [
        {
          ...cell(
            evidence === null ? [`${verdict}.`] : say`${verdict}: ${data(evidence)}.`,
            holds === null ? 'dim' : holds ? 'good' : 'warn',
          ),
        },
      ]
    : [];
  return {
    ...cell([data(text)]),
    marker: holds === false ? '!' : holds === true ? '=' : '·',
    details: [...judged, cell([data(otherwise)])],
  };
}
