/** The parts of every change that was taken apart, as tables. */
import type { Text } from '../../locale/text.js';
import type { FitUnit } from '../model-schema.js';
import type { Why, WhyChange, WhyPartEntry } from '../sections/parts/why-schema.js';
import type { Table } from './fit.js';

type Part<K extends WhyPartEntry['kind']> = Extract<WhyPartEntry, { readonly kind: K }>;

/** A table of each change: of its factors, or of the groups of the column that tells most of it. */
export function decompositionTables(model: string, { changes }: Why): Table[] {
  return changes.flatMap((change) => {
    // Where a figure is told of several currencies, each is a change of its own.
    const several = changes.filter(({ figure }) => figure === change.figure).length > 1;
    const name = several ? { ...change, title: `${change.title}, ${change.currency ?? ''}` } : change;
    for (const part of change.parts) {
      if (model === 'factor_decomposition' && part.kind === 'factors') return [factorTable(name, part)];
      if (model === 'mix_rate_decomposition' && part.kind === 'mix_rate') return [groupTable(name, part)];
    }
    return [];
  });
}

const ALL: Text = { en: 'All', fa: 'جمع' };
const REST: Text = { en: 'The rest', fa: 'باقی' };
const EMPTY: Text = { en: '(empty)', fa: '(خالی)' };
const BEFORE: Text = { en: 'Before', fa: 'قبل' };
const AFTER: Text = { en: 'After', fa: 'بعد' };

function factorTable(change: WhyChange, { factors }: Part<'factors'>): Table {
  return {
    id: idOf('factors', change),
    title: titleOf(change),
    columns: [
      { id: 'factor', title: { en: 'Factor', fa: 'عامل' }, unit: 'text' },
      { id: 'before', title: BEFORE, unit: 'number' },
      { id: 'after', title: AFTER, unit: 'number' },
      { id: 'effect', title: { en: 'Adds', fa: 'اثر' }, unit: effectUnit(change) },
    ],
    rows: [
      ...factors.map(({ title, before, after, effect }) => ({ factor: title, before, after, effect })),
      { factor: ALL, before: change.before, after: change.after, effect: change.change },
    ],
  };
}

function groupTable(change: WhyChange, { by, groups, mix, rate }: Part<'mix_rate'>): Table {
  const unit = effectUnit(change);
  return {
    id: idOf('mix_rate', change),
    title: titleOf(change),
    columns: [
      { id: 'group', title: { en: `By ${by}`, fa: `به تفکیک ${by}` }, unit: 'text' },
      { id: 'before', title: BEFORE, unit },
      { id: 'after', title: AFTER, unit },
      { id: 'mix', title: { en: 'Mix', fa: 'ترکیب' }, unit },
      { id: 'rate', title: { en: 'Within', fa: 'درون گروه' }, unit },
    ],
    rows: [
      ...groups.map(({ key, before, after, mix: own, rate: inside }) => ({
        group: key === null ? REST : key === '' ? EMPTY : key,
        before: before.value,
        after: after.value,
        mix: own,
        rate: inside,
      })),
      { group: ALL, before: change.before, after: change.after, mix, rate },
    ],
  };
}

function idOf(kind: WhyPartEntry['kind'], { figure, currency }: WhyChange): string {
  return [kind, figure, ...(currency === null ? [] : [currency])].join('_');
}

/** The title is in the language of the report already. */
function titleOf({ title }: WhyChange): Text {
  return { en: title, fa: title };
}

function effectUnit({ unit }: WhyChange): FitUnit {
  if (unit === 'money' || unit === 'ratio' || unit === 'days') return unit;
  return 'decimal';
}
