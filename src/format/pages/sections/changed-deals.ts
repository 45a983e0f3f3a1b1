/** The largest deals of each kind of change, before and after. */
import { CHANGE_CLASSES, DEAL_MOVES } from '../../../locale/deal-changes.js';
import { countText, differenceText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import { type Block, type Cell, cell, DROP, data, type PageOptions, type Row, type Words } from '../../page.js';
import {
  type ChangedDeal,
  type Changes,
  dateWords,
  dealAmountWords,
  hasSeveral,
  left,
  right,
  stageWords,
  CHANGES_WORDS as WORDS,
} from './changes-cells.js';

type Class = ChangedDeal['class'];
type Move = ChangedDeal['moves'][number];

/** What deals are listed by, in the order in which a manager asks. */
const KINDS: readonly ({ readonly class: Class } | { readonly move: Move })[] = [
  { class: 'won' },
  { class: 'lost' },
  { class: 'new' },
  { class: 'new_won' },
  { class: 'new_lost' },
  { move: 'slipped' },
  { move: 'pulled_in' },
  { class: 'grown' },
  { class: 'shrunk' },
  { class: 'vanished' },
  { class: 'reopened' },
  { move: 'moved_back' },
  { class: 'priced' },
  { class: 'unpriced' },
  { class: 'currency_changed' },
  { class: 'set_aside' },
  { class: 'taken_back' },
];
/** Deals of each that are shown. */
const MOST = { standard: 3, full: 8 } as const;

const TITLE: Text = { en: 'Largest deals', fa: 'بزرگ‌ترین معامله‌ها' };
const DATE_MOVED: Text = { en: 'Date moved', fa: 'جابه‌جایی تاریخ' };

export function* changedDealBlocks(changes: Changes, options: PageOptions): Generator<Block, void, undefined> {
  const { lang, detail } = options;
  const most = MOST[detail === 'full' ? 'full' : 'standard'];
  const kinds = KINDS.flatMap((kind) => {
    const isMove = 'move' in kind;
    const deals = changes.deals.filter((deal) => (isMove ? deal.moves.includes(kind.move) : deal.class === kind.class));
    const title = isMove ? DEAL_MOVES[kind.move] : CHANGE_CLASSES[kind.class];
    return deals.length === 0
      ? []
      : [{ title, all: countOf(changes, kind), deals: largest(deals, isMove).slice(0, most) }];
  });
  if (kinds.length === 0) return;
  const shown = kinds.flatMap(({ deals }) => deals);
  const dated = shown.some(({ daysMoved }) => daysMoved !== null);
  const several = hasSeveral(changes);
  yield {
    kind: 'table',
    columns: [
      left(TITLE, DROP.never, options, 14),
      right(WORDS.before, DROP.figure + 1, options),
      right(WORDS.after, DROP.never, options),
      { title: [WORDS.closeDate[lang]], align: 'left', drop: DROP.date },
      ...(dated ? [right(DATE_MOVED, DROP.figure, options)] : []),
      left(WORDS.stage, DROP.detail, options),
      left(WORDS.owner, DROP.figure + 2, options),
    ],
    rows: kinds.flatMap(({ title, all, deals }): Row[] => [
      { kind: 'section', words: all === null ? [title[lang]] : [`${title[lang]}: ${countText(all, lang)}`] },
      ...deals.map(
        (deal): Row => ({
          kind: 'cells',
          cells: [
            cell([data(nameOf(deal))]),
            stateCell(deal.before, several, options),
            stateCell(deal.after, several, options),
            cell(dateWords((deal.after ?? deal.before)?.closeDate ?? null, options)),
            ...(dated ? [cell(movedWords(deal, options))] : []),
            cell(
              (deal.after ?? deal.before) === null
                ? ''
                : [stageWords((deal.after ?? deal.before)?.stage ?? '', options)],
            ),
            cell(deal.owner === null ? '' : [data(deal.owner)]),
          ],
        }),
      ),
    ]),
  };
}

/** Deals that moved their date are those of most money; what grew and shrank stands by its change already. */
function largest(deals: readonly ChangedDeal[], isMove: boolean): readonly ChangedDeal[] {
  if (!isMove) return deals;
  const size = ({ before, after }: ChangedDeal): number =>
    Math.max(Math.abs(before?.amount ?? 0), Math.abs(after?.amount ?? 0));
  return [...deals].sort((a, b) => size(b) - size(a));
}

function countOf({ pairs: [pair] }: Changes, kind: (typeof KINDS)[number]): number | null {
  if (pair === undefined) return null;
  if ('move' in kind) return pair.moves.find(({ move }) => move === kind.move)?.deals ?? null;
  return pair.classes.find((one) => one.class === kind.class)?.deals ?? null;
}

function nameOf({ name, id, places: [place] }: ChangedDeal): string {
  return name ?? id ?? (place === undefined ? '' : `${place.file}:${place.row}`);
}

function stateCell(state: ChangedDeal['before'], several: boolean, options: PageOptions): Cell {
  if (state === null || state.amount === null) return cell('');
  return cell(dealAmountWords(state, several, options));
}

const DAYS: Text = { en: ' d', fa: ' روز' };

function movedWords({ daysMoved }: ChangedDeal, { lang }: PageOptions): Words {
  return daysMoved === null ? [] : [differenceText(daysMoved, lang) + DAYS[lang]];
}
