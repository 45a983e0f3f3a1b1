/** The KPI table of a report: one row per KPI, grouped; a KPI without a value says why. */
import { countText, NOT_AVAILABLE } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { KpiEntry, Report } from '../../report/schema.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  DROP,
  data,
  join,
  type PageOptions,
  type Row,
  say,
  type Words,
} from '../page.js';
import { boundsWords } from './doubts.js';
import {
  changeTone,
  changeWords,
  comma,
  kpiValueWords,
  levelText,
  likeForLikeWords,
  type Measure,
  rangeWords,
  reasonWords,
  UNNAMED,
  valueWords,
} from './figures.js';
import { bySection } from './sections.js';
import { targetCell, targetRemarks } from './targets.js';

const TITLES = {
  kpi: { en: 'KPI', fa: 'شاخص' },
  value: { en: 'Value', fa: 'مقدار' },
  interval: { en: '95 % interval', fa: 'بازه‌ی ۹۵٪' },
  median: { en: 'Median', fa: 'میانه' },
  previous: { en: 'Previous', fa: 'پیش از این' },
  change: { en: 'Change', fa: 'تغییر' },
  target: { en: 'Target', fa: 'هدف' },
  n: { en: 'n', fa: 'تعداد' },
} as const satisfies Record<string, Text>;

/** The level that the header of the interval column names; another is said in the cell. */
const USUAL_LEVEL = 0.95;

/** A line of the table: a KPI, or what it is in one of several currencies. */
export interface Line extends KpiEntry {
  /** Null where the report's own currency holds. */
  readonly currency: string | null;
}

/** Several currencies have a line each; a total of them there is none. */
export function linesOf(entry: KpiEntry): readonly Line[] {
  const { byCurrency } = entry;
  if (byCurrency === null) return [{ ...entry, currency: null }];
  return byCurrency.map((one) => ({ ...entry, ...one, target: null, byCurrency: null }));
}

interface KpiColumn extends Column {
  /** The cell of a KPI that has a value; null = nothing to show. */
  readonly cellOf: (entry: Line) => Cell | null;
  /** Stands even if it is empty. */
  readonly always?: true;
}

/** The KPIs as one table. Columns that no KPI fills are left out. */
export function kpiTable(report: Report, options: PageOptions): Block {
  const { lang } = options;
  const columns = columnsOf(report, options).filter(
    ({ always, cellOf }) =>
      always === true || report.kpis.flatMap(linesOf).some((line) => line.value !== null && cellOf(line) !== null),
  );
  const said = new Set<string>();
  const rows = bySection(shownEntries(report), lang).flatMap(({ title, entries }): Row[] => [
    { kind: 'section', words: [title] },
    ...entries.flatMap((entry) => rowsOf(entry, columns, said, options)),
  ]);
  return { kind: 'table', columns, rows };
}

/** Reasons of KPIs about what was not given at all: most files hold deals, and no subscriptions. */
const NOT_GIVEN = ['no_subscriptions', 'no_customer_dates'];
/** Nobody asks for more KPIs by their names: a longer report is one of the whole catalogue. */
const NAMED_UP_TO = 20;

/**
 * The KPIs that stand in the table: all, but for those about subscriptions where there are none, and those about deals
 * where a report is about customers or subscriptions alone. Whoever asks for one by its name sees it.
 */
export function shownEntries({ kpis, partition }: Pick<Report, 'kpis' | 'partition'>): readonly KpiEntry[] {
  if (kpis.length <= NAMED_UP_TO) return kpis;
  const folded = partition.records === 0 ? [...NOT_GIVEN, ...NO_DEALS] : NOT_GIVEN;
  const shown = kpis.filter(({ value, reason }) => value !== null || reason === null || !folded.includes(reason));
  return shown.length === 0 ? kpis : shown;
}

const NO_DEALS = ['no_deals', 'no_leads'];

function rowsOf(entry: KpiEntry, columns: readonly KpiColumn[], said: Set<string>, options: PageOptions): Row[] {
  return linesOf(entry).map((line): Row => {
    if (line.value !== null) return { kind: 'cells', cells: columns.map(({ cellOf }) => cellOf(line) ?? cell('')) };
    return {
      kind: 'note',
      label: cell([data(titleText(line, options.lang))]),
      note: cell(absentWords(line, said, options), 'dim'),
    };
  });
}

/** `Won value · EUR` where there are several currencies. */
function titleText({ title, currency }: Pick<Line, 'title' | 'currency'>, lang: Lang): string {
  return currency === null ? title : `${title} · ${currency === '' ? UNNAMED[lang] : currency}`;
}

/** The note that belongs beside the reason why there is no figure. */
const COULD_BE = 'could_be';

/**
 * A column that could be the missing field is named at the first KPI that lacks it (`said` holds what was): `n/a: …;
 * "arr" could be it (--map amount="arr")`.
 */
function absentWords({ reason, notes }: KpiEntry, said: Set<string>, { lang }: PageOptions): Words {
  const hints = notes
    .filter(({ code, message }) => code === COULD_BE && !said.has(message))
    .flatMap(({ message }) => say`${lang === 'fa' ? '؛ ' : '; '}${data(message)}`);
  for (const { message } of notes) said.add(message);
  const why = reason === null ? [] : [...say`: ${reasonWords(reason, lang)}`, ...hints];
  return [NOT_AVAILABLE[lang], ...why];
}

function columnsOf({ currency }: Report, options: PageOptions): readonly KpiColumn[] {
  const { lang } = options;
  const measure = (line: Line): Measure => ({ unit: line.unit, currency: line.currency ?? currency });
  return [
    {
      title: [TITLES.kpi[lang]],
      align: 'left',
      drop: 0,
      min: 10,
      always: true,
      cellOf: (line) => cell([data(titleText(line, lang))]),
    },
    {
      title: [TITLES.value[lang]],
      align: 'right',
      drop: 0,
      always: true,
      cellOf: (entry) => cell(kpiValueWords(entry, measure(entry), options), 'strong'),
    },
    {
      title: [TITLES.interval[lang]],
      align: 'right',
      drop: DROP.interval,
      cellOf: (entry) => intervalCell(entry, measure(entry), options),
    },
    {
      title: [TITLES.median[lang]],
      align: 'right',
      drop: DROP.detail,
      cellOf: (entry) =>
        entry.distribution === null ? null : cell(valueWords(entry.distribution.median, bare(measure(entry)), options)),
    },
    {
      title: [TITLES.previous[lang]],
      align: 'right',
      drop: DROP.never,
      cellOf: (entry) =>
        entry.previous === null ? null : cell(valueWords(entry.previous.value, bare(measure(entry)), options)),
    },
    {
      title: [TITLES.change[lang]],
      align: 'left',
      drop: DROP.never,
      min: 11,
      cellOf: ({ change, unit, better }) =>
        change === null ? null : cell(changeWords(change, unit, better, lang), changeTone(change, better)),
    },
    {
      title: [TITLES.target[lang]],
      align: 'left',
      drop: DROP.never,
      min: 8,
      cellOf: (entry) => targetCell(entry, measure(entry), options),
    },
    {
      title: [TITLES.n[lang]],
      align: 'right',
      drop: DROP.n,
      always: true,
      cellOf: ({ n }) => cell(countText(n, lang)),
    },
  ];
}

/** Beside the value, which says the currency. */
const bare = ({ unit }: Measure): Measure => ({ unit, currency: null });

function intervalCell({ interval }: KpiEntry, measure: Measure, options: PageOptions): Cell | null {
  if (interval === null) return null;
  const range = rangeWords(interval.low, interval.high, measure, options);
  return cell(interval.level === USUAL_LEVEL ? range : say`${range} (${levelText(interval.level, options.lang)})`);
}

/** What the KPIs left out, and what must be known beside them: one line per thing, naming the KPIs it concerns. */
export function kpiRemarks(
  entries: readonly KpiEntry[],
  currency: string | null,
  options: PageOptions,
): readonly Words[] {
  const { lang } = options;
  const excluded = grouped(
    entries,
    (entry) => entry.excluded,
    ({ reason, n }) => `${n} ${reason}`,
  ).map(({ of, titles }) => leftOut(of, titles, lang));
  const lines = entries.flatMap(linesOf).map((line) => ({ ...line, title: titleText(line, lang) }));
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
    ({ code, message }) => `${code} ${message}`,
  ).map(({ of, titles }) => say`${named(titles, lang)}: ${data(of.message)}`);
  const bounds = lines.flatMap((line) => {
    if (line.bounds === null) return [];
    const measure = { unit: line.unit, currency: line.currency ?? currency };
    const range = rangeWords(line.bounds.low, line.bounds.high, measure, options);
    return [boundsWords(data(line.title), range, lang)];
  });
  const alike = entries.flatMap(({ change, title, unit }) => {
    const words = change === null ? null : likeForLikeWords(change, { unit, currency }, options);
    return words === null ? [] : [say`${data(title)}: ${words}`];
  });
  return [...targetRemarks(entries, currency, options), ...alike, ...excluded, ...bounds, ...notes];
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
