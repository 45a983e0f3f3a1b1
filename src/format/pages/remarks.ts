/** What must be known beside the figures: what they left out, what they rest on; one line per thing, naming the KPIs. */
import { countText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { KpiEntry } from '../../report/schema.js';
import { data, join, type PageOptions, say, type Words } from '../page.js';
import { COULD_BE } from './absent-kpis.js';
import { boundsWords } from './doubts.js';
import { comma, likeForLikeWords, rangeWords, reasonWords } from './figures.js';
import { linesOf, titleText } from './kpi-lines.js';
import { targetRemarks } from './targets.js';

/** Of one figure or of all: whoever reads the figure alone is misled. Everything else explains the method. */
const CHANGE_THE_READING: readonly string[] = [
  'provisional',
  'curve_end',
  'closings_begin',
  'none_open',
  'median_open_end',
  'two_humps',
  'running_period',
  'period_not_over',
  'data_begins',
  'data_ends',
  'not_compared',
  'few_customers',
  'not_representative',
  'priced',
  'priced_won_lost',
  'priced_customers',
  'quota_without_deals',
];

const MEANS: Text = {
  en: 'the mean lies where hardly any record does; go by the median',
  fa: 'میانگین جایی است که کمتر رکوردی هست؛ میانه را ببینید',
};

/** Remarks by what they are for. */
export interface Remarks {
  /** What changes how a figure is read. */
  readonly reading: readonly Words[];
  /** What was left out, and how figures came about. */
  readonly method: readonly Words[];
}

/** What the KPIs left out, and what must be known beside them. */
export function kpiRemarks(entries: readonly KpiEntry[], currency: string | null, options: PageOptions): Remarks {
  const { lang, detail } = options;
  // The figures of the two humps are for whoever asks for all; the others need to know that the mean misleads.
  const isShort = (code: string): boolean => code === 'two_humps' && detail !== 'full';
  const withValue = entries.filter(({ value, byCurrency }) => value !== null || byCurrency !== null);
  const lines = withValue.flatMap(linesOf).map((line) => ({ ...line, title: titleText(line, lang) }));
  // What is said of the total needs not be said of each currency again.
  const noted = entries.flatMap((entry) => [
    entry,
    ...(entry.byCurrency === null ? [] : linesOf(entry)).map((line) => ({
      title: titleText(line, lang),
      notes: line.notes.filter(({ message }) => !entry.notes.some((own) => own.message === message)),
    })),
  ]);
  const notes = grouped(
    noted,
    (entry) => entry.notes.filter(({ code }) => code !== COULD_BE),
    ({ code, message }) => (isShort(code) ? code : `${code} ${message}`),
  ).map(({ of, titles }) => ({
    code: of.code,
    words: say`${named(titles, lang)}: ${isShort(of.code) ? MEANS[lang] : data(of.message)}`,
  }));
  const bounds = lines.flatMap((line) => {
    if (line.bounds === null) return [];
    const measure = { unit: line.unit, currency: line.currency ?? currency };
    const range = rangeWords(line.bounds.low, line.bounds.high, measure, options);
    return [boundsWords(data(line.title), range, lang)];
  });
  const excluded = grouped(
    entries,
    (entry) => entry.excluded,
    ({ reason, n }) => `${n} ${reason}`,
  ).map(({ of, titles }) => leftOut(of, titles, lang));
  const isReading = ({ code }: { readonly code: string }): boolean => CHANGE_THE_READING.includes(code);
  return {
    reading: [
      ...targetRemarks(entries, currency, options),
      ...bounds,
      ...notes.filter(isReading).map(({ words }) => words),
    ],
    method: [...excluded, ...notes.filter((note) => !isReading(note)).map(({ words }) => words)],
  };
}

/** All there is to know, of one figure. */
export function allRemarks(
  entries: readonly KpiEntry[],
  currency: string | null,
  options: PageOptions,
): readonly Words[] {
  const { reading, method } = kpiRemarks(entries, currency, options);
  return [...alikeRemarks(entries, currency, options), ...method, ...reading];
}

/** Of figures that are not alike: why, and what was compared instead. */
export function alikeRemarks(
  entries: readonly KpiEntry[],
  currency: string | null,
  options: PageOptions,
): readonly Words[] {
  return entries.flatMap(({ change, title, unit }) => {
    const words = change === null ? null : likeForLikeWords(change, { unit, currency }, options);
    return words === null ? [] : [say`${data(title)}: ${words}`];
  });
}

function leftOut({ reason, n }: KpiEntry['excluded'][number], titles: readonly string[], lang: Lang): Words {
  const count = countText(n, lang);
  return lang === 'fa'
    ? say`${count} ${reasonWords(reason, lang)}: کنار گذاشته از ${enumeration(titles, lang)}`
    : say`${count} ${reasonWords(reason, lang)}: left out of ${enumeration(titles, lang)}`;
}

/** So many titles are a list that is read; more are a number (the JSON has the note at each KPI). */
const MOST_TITLES = 6;

function named(titles: readonly string[], lang: Lang): Words {
  if (titles.length <= MOST_TITLES) return enumeration(titles, lang);
  const count = countText(titles.length, lang);
  return lang === 'fa' ? say`${count} شاخص` : say`${count} KPIs`;
}

function enumeration(titles: readonly string[], lang: Lang): Words {
  return join(
    titles.map((title) => [data(title)]),
    comma(lang),
  );
}

/** The same thing said of several KPIs, once. */
function grouped<Entry extends Pick<KpiEntry, 'title'>, Thing>(
  entries: readonly Entry[],
  things: (entry: Entry) => readonly Thing[],
  key: (thing: Thing) => string,
): readonly { readonly of: Thing; readonly titles: readonly string[] }[] {
  const groups = new Map<string, { of: Thing; titles: string[] }>();
  for (const entry of entries) {
    for (const thing of things(entry)) {
      const group = groups.get(key(thing));
      if (group === undefined) groups.set(key(thing), { of: thing, titles: [entry.title] });
      else group.titles.push(entry.title);
    }
  }
  return [...groups.values()];
}
