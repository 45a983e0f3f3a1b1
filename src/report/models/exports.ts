/** What exports of the same deals say of the models behind the sections `changes` and `why`: read from their report. */
import type { ModelDefinition } from '../../analysis/models/definition.js';
import { CHANGE_CLASSES, DEAL_MOVES, WATERFALL_STEPS } from '../../locale/deal-changes.js';
import { isReason } from '../../locale/reasons.js';
import type { Text } from '../../locale/text.js';
import type { ExplainedModels } from '../explain.js';
import type { Report } from '../schema.js';
import type { Changes } from '../sections/parts/changes-schema.js';
import { decompositionTables } from './decompositions.js';
import type { Findings } from './definition.js';
import type { Column, Figure, Fit, Table } from './fit.js';

/** What a comparison says of its models. */
export function explainedExports(report: Report): ExplainedModels {
  const { asOf, period, filter, currency, partition, warnings } = report;
  return { head: { asOf, period, filter, currency, partition, warnings }, findings: exportFindings(report) };
}

/** The classes, the steps and all else of one comparison, by the ids of the models. */
function exportFindings({ changes, why }: Report): (model: ModelDefinition) => Findings {
  return ({ id, section }) => {
    if (section === 'why')
      return why === null ? NONE : found(why.reason, { figures: [], tables: decompositionTables(id, why) });
    if (changes === null) return NONE;
    const fit = FITS[id]?.(changes);
    return fit === undefined ? NONE : found(changes.reason, fit);
  };
}

const NONE: Findings = { reason: 'no_earlier_export', fit: null };

function found(reason: string | null, fit: Fit): Findings {
  const isEmpty = fit.figures.length === 0 && fit.tables.length === 0;
  return { reason: reason !== null && isReason(reason) ? reason : null, fit: reason !== null || isEmpty ? null : fit };
}

const FITS: Readonly<Record<string, (changes: Changes) => Fit>> = {
  deal_matching: matching,
  deal_classes: classes,
  pipeline_waterfall: waterfall,
  slippage,
  forecast_against_actual: forecast,
};

const DEALS: Column = { id: 'deals', title: { en: 'Deals', fa: 'معامله' }, unit: 'count' };
const AMOUNT: Column = { id: 'amount', title: { en: 'Amount', fa: 'مبلغ' }, unit: 'money' };

function matching({ snapshots, matching: match }: Changes): Fit {
  const count = (id: string, title: Text, value: number | undefined): Figure => ({
    id,
    title,
    unit: 'count',
    value: value ?? null,
  });
  return {
    figures: [
      count('byId', { en: 'paired by id', fa: 'جفت‌شده با شناسه' }, match?.byId),
      count('byName', { en: 'paired by name and account', fa: 'جفت‌شده با نام و مشتری' }, match?.byName),
      count('reusedIds', { en: 'ids used again for another deal', fa: 'شناسه‌های دوباره‌به‌کاررفته' }, match?.reusedIds),
      count(
        'ambiguous',
        { en: 'left apart: nothing tells which is which', fa: 'جدامانده: چیزی نمی‌گوید کدام کدام است' },
        match?.ambiguous,
      ),
    ],
    tables: [
      {
        id: 'exports',
        title: { en: 'The exports', fa: 'خروجی‌ها' },
        columns: [
          { id: 'file', title: { en: 'File', fa: 'فایل' }, unit: 'text' },
          { id: 'taken', title: { en: 'Taken', fa: 'گرفته‌شده در' }, unit: 'day' },
          { id: 'takenFrom', title: { en: 'As told by', fa: 'به گفته‌ی' }, unit: 'text' },
          DEALS,
          { id: 'open', title: { en: 'Open', fa: 'باز' }, unit: 'count' },
        ],
        rows: snapshots.map(({ files, taken, takenFrom, records, open }) => ({
          file: files.join(', '),
          taken,
          takenFrom: TAKEN_FROM[takenFrom],
          deals: records,
          open,
        })),
      },
    ],
  };
}

const TAKEN_FROM: Readonly<Record<Changes['snapshots'][number]['takenFrom'], Text>> = {
  said: { en: '--taken', fa: '--taken' },
  file_name: { en: 'its name', fa: 'نام فایل' },
  data: { en: 'its newest record', fa: 'تازه‌ترین رکورد' },
};

/** Amounts of several currencies stand in no column. */
function inMoney({ pairs: [whole] }: Changes, columns: readonly Column[]): readonly Column[] {
  return (whole?.waterfall.length ?? 0) > 1 ? [] : columns;
}

function classes(changes: Changes): Fit {
  const [whole] = changes.pairs;
  const rows = whole?.classes.filter(({ deals }) => deals > 0) ?? [];
  return {
    figures: [
      {
        id: 'deals',
        title: { en: 'deals of either export, each in one class', fa: 'معامله‌های دو خروجی، هر یک در یک دسته' },
        unit: 'count',
        value: rows.reduce((total, { deals }) => total + deals, 0),
      },
    ],
    tables: [
      {
        id: 'classes',
        title: { en: 'Classes', fa: 'دسته‌ها' },
        columns: [
          { id: 'class', title: { en: 'Class', fa: 'دسته' }, unit: 'text' },
          { id: 'id', title: { en: 'Id', fa: 'شناسه' }, unit: 'text' },
          DEALS,
          ...inMoney(changes, [
            { id: 'before', title: { en: 'Amount before', fa: 'مبلغ قبل' }, unit: 'money' },
            { id: 'after', title: { en: 'after', fa: 'بعد' }, unit: 'money' },
          ]),
        ],
        rows: rows.map(({ class: id, deals, before, after }) => ({
          class: CHANGE_CLASSES[id],
          id,
          deals,
          before,
          after,
        })),
      },
    ],
  };
}

/** A table of each currency: the old pipeline, the steps that there were, the new one. */
function waterfall({ pairs: [whole] }: Changes): Fit {
  const tables = (whole?.waterfall ?? []).map((one, at): Table => {
    const { currency, start, startDeals, steps, end, endDeals } = one;
    return {
      id: at === 0 ? 'steps' : `steps${at + 1}`,
      title:
        currency === null || currency === ''
          ? { en: 'Step by step', fa: 'گام‌به‌گام' }
          : { en: `Step by step, ${currency}`, fa: `گام‌به‌گام، ${currency}` },
      columns: [{ id: 'step', title: { en: 'Step', fa: 'گام' }, unit: 'text' }, DEALS, AMOUNT],
      rows: [
        { step: { en: 'Before', fa: 'قبل' }, deals: startDeals, amount: start },
        ...steps
          .filter(({ deals }) => deals > 0)
          .map(({ step, deals, amount }) => ({ step: WATERFALL_STEPS[step], deals, amount })),
        { step: { en: 'After', fa: 'بعد' }, deals: endDeals, amount: end },
      ],
    };
  });
  return { figures: [], tables };
}

function slippage(changes: Changes): Fit {
  const { pairs, pushed } = changes;
  const [whole] = pairs;
  const moves = whole?.moves.filter(({ move }) => ABOUT_DATES.includes(move)) ?? [];
  return {
    figures: [
      {
        id: 'pushed',
        title: { en: 'put off three times and more', fa: 'سه بار و بیشتر عقب افتاده' },
        unit: 'count',
        value: pushed.total,
      },
    ],
    tables: [
      {
        id: 'moves',
        title: { en: 'Moves of close dates', fa: 'جابه‌جایی تاریخ‌ها' },
        columns: [
          { id: 'move', title: { en: 'Move', fa: 'جابه‌جایی' }, unit: 'text' },
          DEALS,
          ...inMoney(changes, [AMOUNT]),
          { id: 'medianDays', title: { en: 'Median days', fa: 'میانه‌ی روز' }, unit: 'days' },
        ],
        rows: moves.map(({ move, deals, amount, medianDays }) => ({
          move: DEAL_MOVES[move],
          deals,
          amount,
          medianDays,
        })),
      },
    ],
  };
}

const ABOUT_DATES: readonly string[] = ['slipped', 'pulled_in', 'date_set', 'date_removed'];

/** What was due and what became of it, what the CRM promised, and what the model expected, beside what came. */
function forecast(changes: Changes): Fit {
  const { forecast: told } = changes;
  if (told === null) return { figures: [], tables: [] };
  const { due, crm, model } = told;
  // Without amounts deals are forecast in place of money.
  const unit = model?.unit === 'deals' ? 'decimal' : 'money';
  const rows =
    due === null
      ? []
      : [
          { row: { en: 'due', fa: 'سررسیدشده' }, deals: due.deals, amount: due.amount },
          ...FATES.filter(([fate]) => due[fate].deals > 0).map(([fate, title]) => ({
            row: title,
            deals: due[fate].deals,
            amount: due[fate].amount,
          })),
        ];
  const table: Table = {
    id: 'due',
    title: { en: 'What was due, and what became of it', fa: 'آنچه سررسیدش بود، و آنچه شد' },
    columns: [
      { id: 'row', title: { en: 'Deals that were', fa: 'معامله‌هایی که' }, unit: 'text' },
      DEALS,
      ...inMoney(changes, [AMOUNT]),
    ],
    rows,
  };
  return {
    figures: [
      ...figure('crmExpected', { en: "the CRM's promise (F_crm)", fa: 'وعده‌ی CRM (F_crm)' }, crm?.expected),
      ...figure(
        'crmActual',
        { en: 'what came of the open deals (R)', fa: 'آنچه از معامله‌های باز رسید (R)' },
        crm?.actual,
      ),
      ...figure(
        'modelExpected',
        { en: 'forecast of the model', fa: 'پیش‌بینی مدل' },
        model?.expected,
        unit,
        model?.interval,
      ),
      ...figure('modelActual', { en: 'what came in all (R_all)', fa: 'آنچه روی هم رسید (R_all)' }, model?.actual, unit),
    ],
    tables: rows.length === 0 ? [] : [table],
  };
}

function figure(
  id: string,
  title: Text,
  value: number | null | undefined,
  unit: Figure['unit'] = 'money',
  interval?: Figure['interval'],
): Figure[] {
  return value === null || value === undefined ? [] : [{ id, title, unit, value, interval }];
}

const FATES = [
  ['won', { en: 'won', fa: 'برنده شدند' }],
  ['lost', { en: 'lost', fa: 'از دست رفتند' }],
  ['slipped', { en: 'open still, due later', fa: 'هنوز بازند، با سررسید دیرتر' }],
  ['still', { en: 'open still, past their day', fa: 'هنوز بازند، سررسیدگذشته' }],
  ['undated', { en: 'open still, without a day', fa: 'هنوز بازند، بی تاریخ' }],
  ['setAside', { en: 'set aside', fa: 'کنار گذاشته شدند' }],
  ['vanished', { en: 'gone', fa: 'ناپدید شدند' }],
] as const satisfies readonly (readonly [string, Text])[];
