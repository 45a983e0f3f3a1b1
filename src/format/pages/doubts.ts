/** How far the figures of several groups, or of several periods, depend on records in doubt. */
import { countText } from '../../locale/numbers.js';
import type { Lang } from '../../locale/text.js';
import type { KpiEntry } from '../../report/schema.js';
import { type Block, data, join, type PageOptions, type Piece, type Sentence, say, type Words } from '../page.js';
import { comma, type Measure, rangeWords } from './figures.js';

/** So many ranges are a line that is read; the JSON has all. */
const MOST = 6;

const MORE: Sentence<string> = {
  en: (rest) => say`${rest} more`,
  fa: (rest) => say`${rest} مورد دیگر`,
};

/** A part that a figure is given of, by its name. */
export interface Doubt {
  readonly name: Piece;
  readonly bounds: KpiEntry['bounds'];
}

/** One line per figure: the range of each part whose figure depends on records in doubt. */
export function* doubtBlocks(
  title: string,
  measure: Measure,
  parts: readonly Doubt[],
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const ranges = parts.flatMap(({ name, bounds }) =>
    bounds === null ? [] : [say`${name} ${rangeWords(bounds.low, bounds.high, measure, options)}`],
  );
  if (ranges.length === 0) return;
  const rest = ranges.length - MOST;
  const shown = [...ranges.slice(0, MOST), ...(rest > 0 ? [MORE[lang](countText(rest, lang))] : [])];
  yield { kind: 'aside', words: boundsWords(data(title), join(shown, comma(lang)), lang) };
}

/** Between which figures one lies, whatever became of the records in doubt; `range` names groups or periods, or none. */
export function boundsWords(title: Piece, range: Words, lang: Lang): Words {
  return lang === 'fa'
    ? say`${title}: بسته به سرنوشت رکوردهای نامعلوم، ${range}`
    : say`${title}: ${range}, however the records in doubt turn out`;
}
