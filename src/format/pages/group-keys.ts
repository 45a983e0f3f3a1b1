/** What a group of a breakdown is called. */
import { joinNames } from '../../locale/name-list.js';
import { decimalText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Breakdown } from '../../report/schema.js';
import { data, join, type PageOptions, type Words } from '../page.js';
import { comma, pointWords } from './figures.js';

type Group = Breakdown['groups'][number];

const EMPTY: Text = { en: '(empty)', fa: '(خالی)' };
const NO_DAY: Text = { en: '(no date)', fa: '(بدون تاریخ)' };

/** What a breakdown is by: in Persian a field has its Persian title; in English what was typed reads as well. */
export function axesText(breakdown: Pick<Breakdown, 'by' | 'axes'>, lang: Lang): string {
  return joinNames(axisTitles(breakdown, lang), comma(lang));
}

/** The same, each by itself. */
export function axisTitles({ by, axes }: Pick<Breakdown, 'by' | 'axes'>, lang: Lang): string[] {
  return [by].flat().map((name, index) => (lang === 'fa' ? axes[index]?.title : null) ?? name);
}

/** What the groups of the whole period are named by: of a breakdown by time and something else, the something else. */
export function namingAxes({ axes, rows }: Pick<Breakdown, 'axes' | 'rows'>): Breakdown['axes'] {
  return rows === null ? axes : axes.filter(({ kind }) => kind !== 'time');
}

/** `Sara · 2024-03`: the values of a group; those of some columns only, where they are given. */
export function keyWords(
  { key, range }: Pick<Group, 'key' | 'range'>,
  axes: Breakdown['axes'],
  options: PageOptions,
  isShown: (axis: Breakdown['axes'][number]) => boolean = () => true,
): Words {
  const words = axes.flatMap((axis, index): Words[] =>
    isShown(axis) ? [valueWords(key[index] ?? '', range[index] ?? null, axis, options)] : [],
  );
  return join(words, ' · ');
}

function valueWords(
  value: string,
  range: Group['range'][number],
  { kind }: Breakdown['axes'][number],
  options: PageOptions,
): Words {
  if (value === '') return [(kind === 'time' || kind === 'days' ? NO_DAY : EMPTY)[options.lang]];
  const { from = null, to = null } = range ?? {};
  if (kind === 'numbers') return [rangeText(numberOf(from), numberOf(to), options.lang)];
  return kind !== 'values' && typeof from === 'string'
    ? [pointWords({ label: value, start: from }, options)]
    : [data(value)];
}

function numberOf(limit: number | string | null): number | null {
  return typeof limit === 'number' ? limit : null;
}

/** `400 to under 1,000`: the upper end is no part of it. */
function rangeText(from: number | null, to: number | null, lang: Lang): string {
  const [low, high] = [from, to].map((limit) => (limit === null ? null : limitText(limit, lang)));
  if (low == null) return lang === 'fa' ? `زیر ${high}` : `under ${high}`;
  if (high == null) return lang === 'fa' ? `${low} و بیشتر` : `${low} and over`;
  return lang === 'fa' ? `${low} تا زیر ${high}` : `${low} to under ${high}`;
}

function limitText(limit: number, lang: Lang): string {
  const decimals = Number.isInteger(limit) ? 0 : Math.min(6, String(limit).split('.')[1]?.length ?? 6);
  return decimalText(limit, decimals, lang);
}
