/** `--lang` names one language; of a page that can switch, several. */
import { UserError } from '../errors/user-error.js';
import { LANGS, type Lang, type Text } from '../locale/text.js';

type Said = Lang | readonly Lang[];

/** The language that messages are in, and documents first. */
export function firstLang(said: Said | undefined): Lang | undefined {
  return said === undefined ? undefined : [said].flat()[0];
}

/** The others, which a page has beside the first. */
export function otherLangs(said: Said | undefined): readonly Lang[] {
  return said === undefined ? [] : [said].flat().slice(1);
}

const ONE: Text = {
  en: `${LANGS.join(' or ')}; several are for pages alone (\`kpi report --format html\`)`,
  fa: `${LANGS.join(' یا ')}؛ چند زبان تنها برای صفحه‌هاست (\`kpi report --format html\`)`,
};

/** Refuses several languages (exit 2) where nothing can show them. */
export function requireOneLang(said: Said | undefined): void {
  if (otherLangs(said).length === 0) return;
  throw new UserError('option_value', {
    option: '--lang',
    value: [said].flat().join(','),
    expected: ONE,
    suggestion: null,
  });
}
