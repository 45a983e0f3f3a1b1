/** All groups of a breakdown with their figures: sortable, and filterable where they are many. */
import { capitalized } from '../../../../locale/first-letter.js';
import { countText, ratioText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { KpiEntry } from '../../../../report/schema.js';
import { type Sentence, say } from '../../../page.js';
import {
  changeTone,
  currencyValuesWords,
  kpiValueWords,
  movedText,
  rangeWords,
  valueWords,
  verdictWord,
} from '../../../pages/figures.js';
import { type Group, type GroupKpi, kpiOf } from '../../../pages/group-columns.js';
import { keyWords, namingAxes } from '../../../pages/group-keys.js';
import { FEW_CLOSED, hasFewClosed } from '../../../pages/group-kpis.js';
import { besideWords } from '../../../pages/short-label.js';
import { data, type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';
import { type GroupsView, titleBy } from './view.js';

/** More rows are no table that is read; the files of all of them are. */
const MOST_ROWS = 200;
/** A table longer than this is searched. */
const FILTERED_FROM = 12;

const WORDS = {
  share: { en: 'Share', fa: 'سهم' },
  before: { en: 'Before', fa: 'دوره‌ی قبل' },
  change: { en: 'Change', fa: 'تغییر' },
  verdict: { en: 'Chance?', fa: 'تصادف؟' },
  interval: { en: '95 % interval', fa: 'بازه‌ی ۹۵٪' },
  n: { en: 'n', fa: 'تعداد' },
} as const satisfies Record<string, Text>;
const ALL: { readonly [L in Lang]: (n: string, cut: string | null) => string } = {
  en: (n, cut) => (cut === null ? `All ${n} in a table` : `${cut} of ${n} in a table`),
  fa: (n, cut) => (cut === null ? `جدول هر ${n} گروه` : `جدول ${cut} گروه از ${n}`),
};
const REST: { readonly [L in Lang]: (n: string) => string } = {
  en: (n) => `${n} others, as one`,
  fa: (n) => `${n} گروه دیگر، یک‌جا`,
};
const BEYOND: Sentence<{ readonly rest: string; readonly command: Html }> = {
  en: ({ rest }) => say`${rest} more groups are in no table of this page: `,
  fa: ({ rest }) => say`${rest} گروه دیگر در جدول‌های این صفحه نیست: `,
};

interface Column {
  readonly title: Html;
  readonly kind: 'text' | 'number';
  readonly wideOnly?: boolean;
  readonly cellOf: (group: Pick<Group, 'kpis' | 'n'>) => TableCell;
}

/** The table, folded away, with what its marks mean; null of a breakdown without groups. */
export function groupTable(view: GroupsView, page: Page): Html {
  const { lang, options } = page;
  const { breakdown, groups, report, chosen, sum, rate } = view;
  const shown = groups.slice(0, MOST_ROWS);
  const first = [sum, rate].flatMap((entry) => (entry === null ? [] : [entry.id]));
  const entries = [...new Set([...first, ...chosen])].flatMap((id) => report.kpis.find((kpi) => kpi.id === id) ?? []);
  const columns = [...entries.flatMap((entry) => columnsOf(entry, first, view, page)), ...nColumn(view, page)];
  const ofDeals = report.partition.records > 0 && rate?.id === 'win_rate';
  const rows = shown.map((group): TableCell[] => {
    const name = keyWords(group, namingAxes(breakdown), options);
    return [
      { html: data(plainText(ofDeals && hasFewClosed(group) ? [...name, ' †'] : name)) },
      ...columns.map(({ cellOf }) => cellOf(group)),
    ];
  });
  const { rest } = breakdown;
  if (rest !== null && shown.length === groups.length) {
    rows.push([
      { html: html`${REST[lang](countText(rest.groups, lang))}`, tone: 'dim' },
      ...columns.map(({ cellOf }) => cellOf(rest)),
    ]);
  }
  const total = groups.length + (rest?.groups ?? 0);
  const title = ALL[lang](countText(total, lang), shown.length < total ? countText(shown.length, lang) : null);
  const beyond =
    shown.length < groups.length
      ? html`<p class="note">${page.words(
          BEYOND[lang]({ rest: countText(groups.length - shown.length, lang), command: NOTHING }),
        )}<code dir="ltr">--format csv</code></p>`
      : null;
  const marked = ofDeals && shown.some(hasFewClosed) ? html`<p class="note">${FEW_CLOSED[lang]}</p>` : null;
  const made = table(
    {
      caption: `${titleBy(title, view, page)}`,
      columns: [{ title: data(lang === 'en' ? capitalized(view.by) : view.by), kind: 'text' }, ...columns],
      rows,
      sortable: true,
      filterable: rows.length > FILTERED_FROM,
    },
    page,
  );
  return html`<details class="${rows.length <= PRINTED ? 'print' : ''}"><summary>${title}</summary>${made}${marked}${beyond}</details>`;
}

/** Longer tables are no use on paper. */
const PRINTED = 40;

function columnsOf(entry: KpiEntry, first: readonly string[], view: GroupsView, page: Page): Column[] {
  const { lang, options } = page;
  const { id, unit, title, better } = entry;
  const { groups, report } = view;
  const bare = { unit, currency: null };
  const of = (group: Pick<Group, 'kpis'>): GroupKpi | undefined => kpiOf(group, id);
  const some = (has: (kpi: GroupKpi) => boolean): boolean =>
    groups.some((group) => {
      const kpi = of(group);
      return kpi !== undefined && has(kpi);
    });
  /** Heads of one name stand for several figures: which one is said to whoever hears them one by one. */
  const head = (word: string): Html => html`${word}<span class="vh">, ${title}</span>`;
  const found: Column[] = [
    {
      title: html`<bdi>${title}</bdi>`,
      kind: 'number',
      cellOf: (group) => {
        const kpi = of(group);
        if (kpi === undefined) return EMPTY;
        const words =
          kpi.byCurrency === null
            ? kpiValueWords(kpi, bare, options)
            : currencyValuesWords(kpi.byCurrency, unit, options);
        return { html: page.words(words), sort: kpi.value, tone: kpi.value === null ? 'dim' : undefined };
      },
    },
  ];
  if (!first.includes(id)) return found;
  if (some(({ share }) => share !== null)) {
    found.push({
      title: head(WORDS.share[lang]),
      kind: 'number',
      cellOf: (group) => {
        const share = of(group)?.share ?? null;
        return share === null ? EMPTY : { html: html`${ratioText(share, lang)}`, sort: share };
      },
    });
  }
  if (some(({ interval }) => interval !== null)) {
    found.push({
      title: head(WORDS.interval[lang]),
      kind: 'number',
      wideOnly: true,
      cellOf: (group) => {
        const interval = of(group)?.interval ?? null;
        if (interval === null) return EMPTY;
        return {
          html: page.words(rangeWords(interval.low, interval.high, bare, options)),
          sort: interval.low,
          tone: 'dim',
        };
      },
    });
  }
  if (some(({ previous }) => previous !== null && previous.value !== null)) {
    const { comparedTo, period } = report;
    const label =
      comparedTo === null || lang === 'fa' || comparedTo.label.includes('..')
        ? WORDS.before[lang]
        : plainText([besideWords(comparedTo.label, period?.label ?? null, options)]);
    found.push({
      title: head(label),
      kind: 'number',
      cellOf: (group) => {
        const value = of(group)?.previous?.value ?? null;
        return value === null ? EMPTY : { html: page.words(valueWords(value, bare, options)), sort: value };
      },
    });
  }
  if (some(({ change }) => change !== null && change.reason !== 'cumulative')) {
    found.push({
      title: head(WORDS.change[lang]),
      kind: 'number',
      cellOf: (group) => {
        const change = of(group)?.change ?? null;
        if (change === null || change.reason === 'cumulative') return EMPTY;
        // The sign says the direction; an arrow in every row would say it again.
        const moved = movedText(change, unit, lang).replace(/^[▲▼=] /, '');
        const by = unit === 'ratio' ? change.absolute : change.relative;
        return { html: page.words([moved]), sort: by, tone: changeTone(change, better) };
      },
    });
  }
  const verdict = (kpi: GroupKpi): string | null =>
    kpi.change === null ? null : verdictWord({ ...kpi.change, likeForLike: null }, better, lang);
  if (some((kpi) => verdict(kpi) !== null)) {
    found.push({
      title: head(WORDS.verdict[lang]),
      kind: 'text',
      cellOf: (group) => {
        const kpi = of(group);
        const word = kpi === undefined ? null : verdict(kpi);
        const tone = kpi === undefined || kpi.change === null ? undefined : changeTone(kpi.change, better);
        return word === null ? EMPTY : { html: html`${word}`, tone };
      },
    });
  }
  return found;
}

const EMPTY: TableCell = { html: NOTHING, sort: null };

function nColumn({ breakdown: { nOf }, chosen, groups }: GroupsView, page: Page): Column[] {
  const { lang } = page;
  // A column of the very figure that is counted would say it twice.
  const told = nOf !== null && groups.every((group) => kpiOf(group, nOf)?.value === group.n) && chosen.includes(nOf);
  if (nOf === null || told) return [];
  return [
    {
      title: html`${WORDS.n[lang]}`,
      kind: 'number',
      wideOnly: true,
      cellOf: ({ n }) => ({ html: html`${countText(n, lang)}`, sort: n }),
    },
  ];
}
