/** What stands in place of figures that there are none of. */
import { type PageOptions, type Sentence, say, type Words } from '../page.js';
import { reasonWords } from './figures.js';

const NOT_COMPUTED: Sentence<Words> = {
  en: (why) => say`Not computed: ${why}.`,
  fa: (why) => say`محاسبه نشد: ${why}.`,
};

/** `Not computed: no deals closed.` */
export function notComputed(reason: string, { lang }: Pick<PageOptions, 'lang'>): Words {
  return NOT_COMPUTED[lang]([reasonWords(reason, lang)]);
}
