/** The parts of a figure by name: the largest customers, reasons of loss, owners of what is stalled. */
import { countText, ratioText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import { comma, currencyWords, semicolon, valueWords } from '../../../pages/figures.js';
import { type Line, linesOf } from '../../../pages/kpi-lines.js';
import { proseTitle } from '../../../pages/prose-title.js';
import { EMPTY_NAME, type RankingKind, rankingCommand, rankingKind } from '../../../pages/ranking.js';
import { bars } from '../../charts/bars.js';
import { figure } from '../../charts/figure.js';
import { drawnName, drawnText } from '../../drawn-text.js';
import { code, data, type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';

type Part = NonNullable<Line['ranking']>[number];

/** In the order in which they are read, and whether their parts are drawn: of customers the figures say more. */
const SHOWN: readonly { readonly id: string; readonly drawn: boolean }[] = [
  { id: 'revenue_concentration', drawn: false },
  { id: 'lost_reason_coverage', drawn: true },
  { id: 'quota_attainment', drawn: true },
  { id: 'stalled_deals', drawn: true },
];
const MOST_LISTED = 5;
const MOST_DRAWN = 8;

const OF: Sentence<{ readonly shown: string; readonly total: string }> = {
  en: ({ shown, total }) => say`${shown} of ${total}`,
  fa: ({ shown, total }) => say`${shown} از ${total}`,
};
const REST: Sentence<string> = {
  en: (rest) => say`The other ${rest}: `,
  fa: (rest) => say`${rest} مورد دیگر: `,
};
const WORDS = {
  n: { en: 'Deals', fa: 'معامله' },
  amount: { en: 'Amount', fa: 'مبلغ' },
} as const satisfies Record<string, Text>;

/** Every ranking that the report has and a sales leader asks for. */
export function rankingFigures(report: Report, page: Page): Html[] {
  return SHOWN.flatMap(({ id, drawn }) => {
    const entry = report.kpis.find((kpi) => kpi.id === id);
    return (entry === undefined ? [] : linesOf(entry)).flatMap((line) => {
      const parts = line.ranking ?? [];
      if (parts.length === 0) return [];
      return [drawn && parts.length > 1 ? drawing(line, parts, page) : listing(line, parts, report, page)];
    });
  });
}

/** `5 of 85, top 10 customers’ share 23.2 %`. */
function subWords(line: Line, shown: number, page: Page): Words {
  const { lang, options } = page;
  const { title, unit, value, currency } = line;
  const total = Math.max(line.rankingTotal ?? 0, line.ranking?.length ?? 0);
  const own: Words =
    value === null
      ? []
      : say`${{ data: proseTitle(title, lang) }} ${valueWords(value, { unit, currency: null }, options)}`;
  const said = [
    ...(currency === null || currency === '' ? [] : [[currencyWords(currency, lang)]]),
    ...(shown < total ? [OF[lang]({ shown: countText(shown, lang), total: countText(total, lang) })] : []),
    ...(own.length === 0 ? [] : [own]),
  ];
  return join(said, comma(lang));
}

function restHtml(line: Line, shown: number, page: Page): Html | null {
  const total = Math.max(line.rankingTotal ?? 0, line.ranking?.length ?? 0);
  if (shown >= total) return null;
  return html`${page.words(REST[page.lang](countText(total - shown, page.lang)))}${code(rankingCommand(line))}`;
}

function listing(line: Line, parts: readonly Part[], report: Report, page: Page): Html {
  const kind = rankingKind(line.id);
  const shown = parts.slice(0, MOST_LISTED);
  const rest = restHtml(line, shown.length, page);
  return html`<figure><h3>${kind.title[page.lang]}</h3><p class="sub">${page.words(subWords(line, shown.length, page))}</p><div class="tab">${partsTable(
    line,
    shown,
    kind,
    line.currency ?? report.currency,
    page,
  )}${rest === null ? null : html`<p class="note">${rest}</p>`}</div></figure>`;
}

/** A bar for each part: deals, or of quotas how much of it is reached. */
function drawing(line: Line, parts: readonly Part[], page: Page): Html {
  const { lang } = page;
  const kind = rankingKind(line.id);
  const isShare = line.id === 'quota_attainment';
  const shown = parts.slice(0, MOST_DRAWN);
  const rows = shown.map((part) => {
    const name = part.key === '' ? EMPTY_NAME[lang] : drawnName([{ data: part.key }]);
    const share = part.share === null ? null : ratioText(part.share, lang);
    const words: Words = isShare ? [share ?? ''] : say`${countText(part.n, lang)}${share === null ? '' : `  ${share}`}`;
    return {
      name,
      value: isShare ? part.share : part.n,
      previous: null,
      text: drawnText(words, page),
      title: `${name}: ${plainText(words)}`,
    };
  });
  const title = kind.title[lang];
  const rest = restHtml(line, shown.length, page);
  return figure(
    {
      title: html`${title}`,
      sub: page.words(subWords(line, shown.length, page)),
      label: `${title}: ${rows.map((row) => row.title).join(semicolon(lang))}`,
      draw: bars(rows, isShare ? 'ratio' : 'count', page),
      figures: partsTable(line, parts, kind, line.currency, page),
      note: rest,
    },
    page,
  );
}

function partsTable(line: Line, parts: readonly Part[], kind: RankingKind, currency: string | null, page: Page): Html {
  const { lang, options } = page;
  const priced = parts.some(({ amount }) => amount !== null);
  const shared = parts.some(({ share }) => share !== null);
  const unit = currency === null || currency === '' ? [] : say` (${currencyWords(currency, lang)})`;
  const rows = parts.map(({ key, n, amount, share }): TableCell[] => [
    { html: key === '' ? html`${EMPTY_NAME[lang]}` : data(key) },
    ...(priced
      ? [
          amount === null
            ? { html: NOTHING, sort: null }
            : { html: page.words(valueWords(amount, { unit: 'money', currency: null }, options)), sort: amount },
        ]
      : []),
    ...(shared
      ? [share === null ? { html: NOTHING, sort: null } : { html: html`${ratioText(share, lang)}`, sort: share }]
      : []),
    { html: html`${countText(n, lang)}`, sort: n },
  ]);
  return table(
    {
      caption: plainText(line.currency === null ? [kind.title[lang]] : say`${kind.title[lang]} ${line.currency}`),
      columns: [
        { title: html`${kind.name[lang]}`, kind: 'text' },
        ...(priced ? [{ title: page.words(say`${WORDS.amount[lang]}${unit}`), kind: 'number' as const }] : []),
        ...(shared ? [{ title: html`${kind.share[lang]}`, kind: 'number' as const }] : []),
        { title: html`${WORDS.n[lang]}`, kind: 'number' },
      ],
      rows,
      sortable: true,
    },
    page,
  );
}
