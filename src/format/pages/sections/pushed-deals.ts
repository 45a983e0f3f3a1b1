/** Deals whose close date was moved later again and again. */
import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import {
  type Block,
  cell,
  DROP,
  data,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { changesCommand } from '../changes-command.js';
import { moreWords } from '../cut.js';
import { reasonWords } from '../figures.js';
import {
  type Changes,
  dateWords,
  dealAmountWords,
  hasSeveral,
  left,
  right,
  CHANGES_WORDS as WORDS,
} from './changes-cells.js';

const TITLE: Text = {
  en: 'Close date moved later three times and more',
  fa: 'تاریخ بستن سه بار و بیشتر عقب رفته',
};
const NOT_TOLD: Sentence<Words> = {
  en: (why) => say`Which deals are put off again and again cannot be told: ${why}.`,
  fa: (why) => say`اینکه کدام معامله‌ها بارها عقب افتاده‌اند را نمی‌توان گفت: ${why}.`,
};

export function* pushedBlocks(
  report: Report,
  changes: Changes,
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const { reason, deals, total } = changes.pushed;
  const several = hasSeveral(changes);
  if (reason !== null) {
    if (options.detail === 'full') yield { kind: 'aside', words: NOT_TOLD[lang]([reasonWords(reason, lang)]) };
    return;
  }
  if (deals.length === 0) return;
  yield {
    kind: 'table',
    columns: [
      left(WORDS.deal, DROP.never, options, 10),
      right(WORDS.amount, DROP.figure, options),
      right(WORDS.times, DROP.never, options),
      right(WORDS.later_by, DROP.figure + 1, options),
      { title: [WORDS.closeDate[lang]], align: 'left', drop: DROP.date },
      left(WORDS.owner, DROP.figure + 2, options),
    ],
    rows: [
      { kind: 'section', words: [TITLE[lang]] },
      ...deals.map(
        (deal): Row => ({
          kind: 'cells',
          cells: [
            cell([data(deal.name ?? deal.id ?? placeText(deal))]),
            cell(dealAmountWords(deal, several, options)),
            cell(countText(deal.times, lang)),
            cell(deal.days === null ? '' : countText(deal.days, lang)),
            cell(dateWords(deal.closeDate, options)),
            cell(deal.owner === null ? '' : [data(deal.owner)]),
          ],
        }),
      ),
    ],
  };
  const more = moreWords(deals.length, total ?? deals.length, changesCommand(report, 'pushed'), lang);
  if (more !== null) yield { kind: 'aside', words: more };
}

function placeText({ places }: Changes['pushed']['deals'][number]): string {
  const [place] = places;
  return place === undefined ? '' : `${place.file}:${place.row}`;
}
