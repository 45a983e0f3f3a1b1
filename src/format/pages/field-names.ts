/** What groups are by, where nothing but the names of fields is known: `owner`, `محصول`. */
import { fieldWords } from '../../locale/reasons.js';
import type { Lang, Text } from '../../locale/text.js';
import { fieldTitle, proseTitle } from './prose-title.js';

const AND: Text = { en: ' and ', fa: ' و ' };

/** In a sentence or a title: `regional office`, `owner and product`. */
export function fieldNames(by: readonly string[], lang: Lang): string {
  const names = by.map((name) => {
    const field = withoutEdges(name);
    return proseTitle(fieldTitle(lang === 'fa' ? fieldWords(field, lang) : field), lang);
  });
  return names.join(AND[lang]);
}

/** `amount` of `amount:0,1000`: the groups say the rest. */
function withoutEdges(name: string): string {
  return /^[a-z_]{1,40}:/.test(name) ? name.slice(0, name.indexOf(':')) : name;
}
