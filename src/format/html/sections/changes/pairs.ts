/** Each export to the next, where there are more than two: what the open pipeline was, what led on, what it became. */
import type { Text } from '../../../../locale/text.js';
import { say } from '../../../page.js';
import { type Changes, currencyPiece, takenWords } from '../../../pages/sections/changes-cells.js';
import { type Html, html } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableRow, table } from '../../table.js';
import { textHead } from './cells.js';
import { levelCells, levelHeads, stepsIn } from './level-rows.js';

const TITLE: Text = { en: 'Each export to the next', fa: 'از هر خروجی تا بعدی' };
const BETWEEN: Text = { en: 'From – to', fa: 'از – تا' };

/** Null where there are only two. */
export function pairsHtml({ pairs }: Changes, page: Page): Html | null {
  const { lang, options } = page;
  const falls = pairs.slice(1).flatMap((pair) => pair.waterfall.map((one) => ({ pair, one })));
  if (falls.length === 0) return null;
  const steps = stepsIn(falls.map(({ one }) => one));
  const currencies = [...new Set(falls.map(({ one }) => one.currency))];
  const rows = currencies.flatMap((currency): TableRow[] => [
    ...(currencies.length > 1 ? [{ group: page.words([currencyPiece(currency ?? '', options)]) }] : []),
    ...falls
      .filter(({ one }) => one.currency === currency)
      .map(({ pair, one }) => [
        {
          html: page.words(
            say`${takenWords(pair.from, 'earlier', options)} – ${takenWords(pair.to, 'later', options)}`,
          ),
        },
        ...levelCells(one, steps, page),
      ]),
  ]);
  return html`<div class="kind"><h3>${TITLE[lang]}</h3>${table(
    { caption: TITLE[lang], columns: [textHead(BETWEEN, page), ...levelHeads(steps, page)], rows },
    page,
  )}</div>`;
}
