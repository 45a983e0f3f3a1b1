/** The waterfall by owner, region or whatever was asked: a row a group, which adds up as it is printed. */
import { type Block, DROP, type PageOptions, type Words } from '../../page.js';
import { fullCommand, moreWords } from '../cut.js';
import { fieldNames } from '../field-names.js';
import { comma } from '../figures.js';
import { groupNameWords } from '../group-name.js';
import { type Changes, currencyPiece } from './changes-cells.js';
import { stepsTable } from './steps-table.js';

type Grouped = Changes['groups'][number];

const MOST_GROUPS = { standard: 8, full: 40 } as const;

export function* groupBlocks({ groups }: Changes, options: PageOptions): Generator<Block, void, undefined> {
  for (const grouped of groups) yield* groupTable(grouped, options);
}

function* groupTable({ by, groups }: Grouped, options: PageOptions): Generator<Block, void, undefined> {
  if (groups.length === 0) return;
  const { lang, detail } = options;
  const shown = groups.slice(0, MOST_GROUPS[detail === 'full' ? 'full' : 'standard']);
  const several = new Set(groups.map(({ currency }) => currency)).size > 1;
  const nameOf = ({ key, currency }: Grouped['groups'][number]): Words => {
    const name = groupNameWords(key, lang);
    return several && currency !== null ? [...name, comma(lang), currencyPiece(currency, options)] : name;
  };
  const title = fieldNames(by, lang);
  yield* stepsTable(
    { title: [title.charAt(0).toUpperCase() + title.slice(1)], align: 'left', drop: DROP.never, min: 8 },
    [{ words: null, rows: shown.map((group) => ({ ...group, name: nameOf(group) })) }],
    options,
  );
  const more = moreWords(shown.length, groups.length, fullCommand(options), lang);
  if (more !== null) yield { kind: 'aside', words: more };
}
