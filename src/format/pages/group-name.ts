import type { Lang, Text } from '../../locale/text.js';
import { data, join, type Words } from '../page.js';

const EMPTY: Text = { en: '(empty)', fa: '(خالی)' };

/** What a group is called by its values alone: `Sara · GTX`. */
export function groupNameWords(key: readonly string[], lang: Lang): Words {
  return join(
    key.map((value): Words => [value === '' ? EMPTY[lang] : data(value)]),
    ' · ',
  );
}
