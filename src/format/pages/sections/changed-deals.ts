/** The largest deals of each kind of change, before and after. */
import { countText, differenceText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { type Block, type Cell, cell, code, DROP, data, type PageOptions, type Row, type Words } from '../../page.js';
import { changesCommand } from '../changes-command.js';
import { changedKinds } from './changed-kinds.js';
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

/** Deals of each that are shown. */
const MOST = { standard: 3, full: 8 } as const;

const TITLE: Text = { en: 'Largest deals', fa: 'بزرگ‌ترین معامله‌ها' };
const DATE_MOVED: Text = { en: 'Date moved', fa: 'جابه‌جایی تاریخ' };

export function* changedDealBlocks(
  report: Report,
  changes: Changes,
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang, detail } = options;
  const most = MOST[detail === 'full' ? 'full' : 'standard'];
  const kinds = changedKinds(changes).map((kind) => ({ ...kind, deals: kind.deals.slice(0, most) }));
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
    rows: kinds.flatMap(({ title, word, all, deals }): Row[] => [
      { kind: 'section', words: kindWords(title[lang], all, deals.length, changesCommand(report, word), lang) },
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

/** `Won: 12 · kpi compare --list won`, the command where not all are shown. */
function kindWords(title: string, all: number | null, shown: number, command: string, lang: Lang): Words {
  if (all === null) return [title];
  const count = `${title}: ${countText(all, lang)}`;
  return shown >= all ? [count] : [count, ' · ', code(command)];
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
