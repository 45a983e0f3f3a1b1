/** What was moved of the deals that are open in both exports: dates, amounts, stages, owners. */
import { DEAL_MOVES } from '../../../locale/deal-changes.js';
import { daysText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import {
  type Block,
  cell,
  DROP,
  data,
  join,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { fullCommand, moreWords } from '../cut.js';
import { reasonWords, semicolon } from '../figures.js';
import {
  type Changes,
  countWords,
  left,
  right,
  stageWords,
  sumWords,
  CHANGES_WORDS as WORDS,
} from './changes-cells.js';

const NOT_TOLD: Sentence<Words> = {
  en: (why) => say`Not told: ${why}.`,
  fa: (why) => say`گفته نشد: ${why}.`,
};
/** Of moves that one of the exports lacks the field of. */
const LACKS: { readonly [F in 'expected_close' | 'amount' | 'stage' | 'owner']: Text } = {
  expected_close: {
    en: 'which close dates moved, since not every export has expected close dates',
    fa: 'جابه‌جایی تاریخ بستن، چون همه‌ی خروجی‌ها تاریخ احتمالی بستن ندارند',
  },
  amount: {
    en: 'which deals grew and shrank, since not every export has amounts',
    fa: 'بزرگ و کوچک شدن معامله‌ها، چون همه‌ی خروجی‌ها مبلغ ندارند',
  },
  stage: {
    en: 'which stages changed, since not every export has stages',
    fa: 'تغییر مرحله‌ها، چون همه‌ی خروجی‌ها مرحله ندارند',
  },
  owner: {
    en: 'which owners changed, since not every export has owners',
    fa: 'تغییر مسئول‌ها، چون همه‌ی خروجی‌ها مسئول ندارند',
  },
};
const SAYS: Text = {
  en: 'Of deals open in both exports; one deal may have made several moves. Amounts are those of the later export, and of grown and shrunk deals the change.',
  fa: 'از معامله‌هایی که در هر دو خروجی باز است؛ یک معامله می‌تواند چند جابه‌جایی داشته باشد. مبلغ از خروجی تازه است و برای بزرگ‌تر و کوچک‌ترشده‌ها خود تغییر.',
};

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
    yield { kind: 'aside', words: [SAYS[lang]] };
  }
  const lacking = [...new Set(pair.moves.flatMap(({ reason }) => reason ?? []))];
  if (lacking.length === 0) return;
  const why = lacking.map((reason): Words => {
    const lack = LACKS[reason.replace('missing_field:', '') as keyof typeof LACKS] as Text | undefined;
    return [lack === undefined ? reasonWords(reason, lang) : lack[lang]];
  });
  yield { kind: 'aside', words: NOT_TOLD[lang](join(why, semicolon(lang))) };
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
  const arrow = { en: '→', fa: '←' }[lang];
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
            ` ${arrow} `,
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
