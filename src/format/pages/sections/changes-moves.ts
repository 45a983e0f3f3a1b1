/** What was moved of the deals that are open in both exports: dates, amounts, stages, owners. */
import { DEAL_MOVES } from '../../../locale/deal-changes.js';
import { arrowBetween } from '../../../locale/direction.js';
import { daysText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import { type Block, cell, DROP, data, type PageOptions, type Row } from '../../page.js';
import { fullCommand, moreWords } from '../cut.js';
import {
  type Changes,
  countWords,
  left,
  right,
  stageWords,
  sumWords,
  CHANGES_WORDS as WORDS,
} from './changes-cells.js';
import { lackingWords, MOVES_SAY } from './untold-moves.js';

export function* moveBlocks({ pairs }: Changes, options: PageOptions): Generator<Block, void, undefined> {
  const [pair] = pairs;
  if (pair === undefined) return;
  const { lang } = options;
  const moves = pair.moves.filter(({ deals }) => deals !== null && deals > 0);
  if (moves.length > 0) {
    const dated = moves.some(({ medianDays }) => medianDays !== null);
    yield {
      kind: 'table',
      columns: [
        left(WORDS.moved, DROP.never, options, 12),
        right(WORDS.deals, DROP.never, options),
        right(WORDS.amount, DROP.never, options),
        ...(dated ? [right(WORDS.days, DROP.figure, options)] : []),
      ],
      rows: moves.map(
        (one): Row => ({
          kind: 'cells',
          cells: [
            cell([DEAL_MOVES[one.move][lang]]),
            cell(countWords(one.deals ?? 0, options)),
            cell(sumWords(one, options)),
            ...(dated ? [cell(one.medianDays === null ? '' : daysText(one.medianDays, lang))] : []),
          ],
        }),
      ),
    };
    yield { kind: 'aside', words: [MOVES_SAY[lang]] };
  }
  const lacking = lackingWords(pair, lang);
  if (lacking !== null) yield { kind: 'aside', words: lacking };
}

/** Stage moves that are shown. */
const MOST_STAGES = { standard: 8, full: 40 } as const;
const BACK: Text = { en: 'back', fa: 'بازگشت' };
const STAGE_MOVES: Text = { en: 'From stage → to stage', fa: 'از مرحله ← به مرحله' };

export function* stageBlocks({ pairs }: Changes, options: PageOptions): Generator<Block, void, undefined> {
  const { moves = [] } = pairs[0]?.stages ?? {};
  if (moves.length === 0) return;
  const { lang } = options;
  const most = MOST_STAGES[options.detail === 'full' ? 'full' : 'standard'];
  const shown = moves.slice(0, most);
  const several = new Set(moves.map(({ pipeline }) => pipeline)).size > 1;
  yield {
    kind: 'table',
    columns: [
      left(STAGE_MOVES, DROP.never, options, 16),
      right(WORDS.deals, DROP.never, options),
      right(WORDS.amount, DROP.never, options),
      { title: [], align: 'left', drop: DROP.figure },
    ],
    rows: shown.map(
      (one): Row => ({
        kind: 'cells',
        cells: [
          cell([
            ...(several && one.pipeline !== null ? [data(one.pipeline), ' · '] : []),
            stageWords(one.from, options),
            ` ${arrowBetween(one.from, one.to, lang)} `,
            stageWords(one.to, options),
          ]),
          cell(countWords(one.deals, options)),
          cell(sumWords(one, options)),
          cell(one.direction === 'moved_back' ? [BACK[lang]] : ''),
        ],
      }),
    ),
  };
  const more = moreWords(shown.length, moves.length, fullCommand(options), lang);
  if (more !== null) yield { kind: 'aside', words: more };
}
