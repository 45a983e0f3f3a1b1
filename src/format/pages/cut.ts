/** What is shown of all there is, and how to see the rest: nothing is cut in silence. */
import { countText } from '../../locale/numbers.js';
import type { Lang } from '../../locale/text.js';
import { code, type PageOptions, type Sentence, say, type Words } from '../page.js';

export interface Cut {
  readonly shown: string;
  readonly all: string;
}

const MORE: Sentence<{ readonly rest: string; readonly command: string }> = {
  en: ({ rest, command }) => say`${rest} more: ${code(command)}.`,
  fa: ({ rest, command }) => say`${rest} مورد دیگر: ${code(command)}.`,
};

/** `12 more: --detail full.`; null where all are shown. */
export function moreWords(shown: number, all: number, command: string, lang: Lang): Words | null {
  return shown >= all ? null : MORE[lang]({ rest: countText(all - shown, lang), command });
}

const OF: Sentence<Cut> = {
  en: ({ shown, all }) => [`${shown} of ${all} shown`],
  fa: ({ shown, all }) => [`${shown} از ${all} نشان داده شده`],
};

/** `12 of 15 shown`, for the end of a heading; empty where all are. */
export function shownWords(shown: number, all: number, lang: Lang): Words {
  return shown >= all ? [] : OF[lang]({ shown: countText(shown, lang), all: countText(all, lang) });
}

/** What shows all of a part that this detail cuts: the full detail, and beyond that the JSON. */
export function fullCommand({ detail }: Pick<PageOptions, 'detail'>): string {
  return detail === 'full' ? '--format json' : '--detail full';
}
