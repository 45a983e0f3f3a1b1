/** The largest deals of each kind of change, before and after: a table each, folded but for the first. */
import { countText, differenceText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { code, type Sentence, say, type Words } from '../../../page.js';
import { changesCommand } from '../../../pages/changes-command.js';
import { shownWords } from '../../../pages/cut.js';
import { dayWords } from '../../../pages/figures.js';
import { type ChangedKind, changedKinds } from '../../../pages/sections/changed-kinds.js';
import {
  amountWords,
  type ChangedDeal,
  type Changes,
  dealAmountWords,
  hasSeveral,
  CHANGES_WORDS as WORDS,
} from '../../../pages/sections/changes-cells.js';
import { type Html, html } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, type TableColumn, table } from '../../table.js';
import { FILTERED_FROM, MOST_ROWS, numberHead, textHead } from './cells.js';
import { dealCell, nameCell, stageCell } from './deal-cells.js';

const TEXTS = {
  title: { en: 'The deals behind it', fa: 'معامله‌های پشت این‌ها' },
  sub: { en: 'The largest of each kind; a head sorts.', fa: 'بزرگ‌ترین‌های هر دسته؛ سرستون مرتب می‌کند.' },
  was: { en: 'Stage before', fa: 'مرحله‌ی پیش' },
  stage: { en: 'Stage', fa: 'مرحله' },
  amountBefore: { en: 'Amount before', fa: 'مبلغ پیش' },
  amountAfter: { en: 'Amount after', fa: 'مبلغ پس' },
  change: { en: 'Change', fa: 'تغییر' },
  dateBefore: { en: 'Close date before', fa: 'تاریخ بستن پیش' },
  dateAfter: { en: 'Close date', fa: 'تاریخ بستن' },
  moved: { en: 'Days moved', fa: 'روز جابه‌جایی' },
} as const satisfies Record<string, Text>;
const ALL: Sentence<string> = {
  en: (command) => say`All of them: ${code(command)}`,
  fa: (command) => say`همه‌ی آن‌ها: ${code(command)}`,
};

/** Null where nothing became of any deal. */
export function dealsHtml(report: Report, changes: Changes, page: Page): Html | null {
  const { lang } = page;
  const kinds = changedKinds(changes);
  if (kinds.length === 0) return null;
  const several = hasSeveral(changes);
  const cut = kinds.some(({ all, deals }) => deals.length < (all ?? 0));
  return html`<div class="kind"><h3>${TEXTS.title[lang]}</h3><p class="sub">${TEXTS.sub[lang]}</p>${kinds.map(
    (kind, index) =>
      kindHtml(kind, { isFirst: index === 0, several, command: changesCommand(report, kind.word) }, page),
  )}${cut ? html`<p class="note">${page.words(ALL[lang](changesCommand(report, 'all')))}</p>` : null}</div>`;
}

function kindHtml(
  { title, all, deals: given }: ChangedKind,
  { isFirst, several, command }: { isFirst: boolean; several: boolean; command: string },
  page: Page,
): Html {
  const { lang } = page;
  const deals = given.slice(0, MOST_ROWS);
  const name = title[lang];
  const shown = shownWords(deals.length, all ?? deals.length, lang);
  const columns = columnsOf(deals, several, page);
  const body = table(
    {
      caption: name,
      columns: columns.map(({ head }) => head),
      rows: deals.map((deal) => columns.map(({ cell }) => cell(deal))),
      sortable: true,
      filterable: deals.length > FILTERED_FROM,
    },
    page,
  );
  return html`<details class="print"${isFirst ? html` open` : null}><summary>${name}: ${countText(all ?? deals.length, lang)}</summary>${
    shown.length === 0 ? null : html`<p class="sub">${page.words(say`${shown}. ${ALL[lang](command)}`)}</p>`
  }${body}</details>`;
}

interface DealColumn {
  readonly head: TableColumn;
  readonly cell: (deal: ChangedDeal) => TableCell;
}

/** What any of the deals has something in; the stage and the date before only where one differs. */
function columnsOf(deals: readonly ChangedDeal[], several: boolean, page: Page): DealColumn[] {
  const any = (has: (deal: ChangedDeal) => boolean): boolean => deals.some(has);
  const newest = ({ before, after }: ChangedDeal) => after ?? before;
  const differ = (deal: ChangedDeal, key: 'stage' | 'closeDate'): boolean =>
    deal.before !== null && deal.after !== null && deal.before[key] !== deal.after[key];
  const columns: (DealColumn | false)[] = [
    { head: textHead(WORDS.deal, page), cell: (deal) => nameCell(deal, page) },
    any(({ account }) => account !== null) && {
      head: textHead(WORDS.account, page, true),
      cell: ({ account }) => dealCell(account, page),
    },
    any(({ owner }) => owner !== null) && {
      head: textHead(WORDS.owner, page, true),
      cell: ({ owner }) => dealCell(owner, page),
    },
    any((deal) => differ(deal, 'stage')) && {
      head: textHead(TEXTS.was, page, true),
      cell: ({ before }) => stageCell(before?.stage ?? null, page),
    },
    any((deal) => (newest(deal)?.stage ?? null) !== null) && {
      head: textHead(TEXTS.stage, page, true),
      cell: (deal) => stageCell(newest(deal)?.stage ?? null, page),
    },
    any(({ before }) => (before?.amount ?? null) !== null) && {
      head: numberHead(TEXTS.amountBefore, page),
      cell: ({ before }) => stateAmount(before, several, page),
    },
    any(({ after }) => (after?.amount ?? null) !== null) && {
      head: numberHead(TEXTS.amountAfter, page),
      cell: ({ after }) => stateAmount(after, several, page),
    },
    any(({ amountChange }) => (amountChange ?? 0) !== 0) && {
      head: numberHead(TEXTS.change, page),
      cell: ({ amountChange }) => changeCell(amountChange, page),
    },
    any((deal) => differ(deal, 'closeDate') && deal.daysMoved !== null) && {
      head: textHead(TEXTS.dateBefore, page, true),
      cell: ({ before }) => dayCell(before?.closeDate ?? null, page),
    },
    any((deal) => (newest(deal)?.closeDate ?? null) !== null) && {
      head: textHead(TEXTS.dateAfter, page),
      cell: (deal) => dayCell(newest(deal)?.closeDate ?? null, page),
    },
    any(({ daysMoved }) => daysMoved !== null) && {
      head: numberHead(TEXTS.moved, page),
      cell: ({ daysMoved }) => ({
        html: daysMoved === null ? html`` : page.words([differenceText(daysMoved, page.lang)]),
        sort: daysMoved,
      }),
    },
  ];
  return columns.filter((column) => column !== false);
}

function stateAmount(state: ChangedDeal['before'], several: boolean, page: Page): TableCell {
  if (state === null || state.amount === null) return { html: html`–`, sort: null };
  return { html: page.words(dealAmountWords(state, several, page.options)), sort: state.amount };
}

function dayCell(day: string | null, page: Page): TableCell {
  return { html: day === null ? html`–` : page.words([dayWords(day, page.options)]), sort: day };
}

/** With its sign, which an amount that grew has, too. */
function changeCell(change: number | null, page: Page): TableCell {
  if (change === null) return { html: html`–`, sort: null };
  const words: Words = [change > 0 ? '+' : '', ...amountWords(change, page.options)];
  return { html: page.words(words), sort: change };
}
