/** The last line of a page that is sent to others: what made it, from which files, and how to see all of it. */
import { countText } from '../../locale/numbers.js';
import type { Lang } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Block, code, data, type PageOptions, type Sentence, say, type Words } from '../page.js';
import { typedText } from './command-text.js';

/** Longer commands are no help in small print. */
const LONGEST_COMMAND = 600;

const MADE: Sentence<{ version: string; file: string; more: number; moreText: string }> = {
  en: ({ version, file, more, moreText }) =>
    say`Made by kpi ${data(version)} from ${data(file)}${more === 0 ? '' : ` and ${moreText} more ${more === 1 ? 'file' : 'files'}`}.`,
  fa: ({ version, file, more, moreText }) =>
    say`ساخته‌ی kpi ${data(version)} از ${data(file)}${more === 0 ? '' : ` و ${moreText} فایل دیگر`}.`,
};
const WHOLE: Sentence<string> = {
  en: (command) => say` The whole report: ${code(command)}`,
  fa: (command) => say` گزارش کامل: ${code(command)}`,
};
const AGAIN: Sentence<string> = {
  en: (command) => say` The command: ${code(command)}`,
  fa: (command) => say` فرمان: ${code(command)}`,
};

/** Nothing where the page is not sent, or was made from nothing. */
export function* footerBlock(
  { tool, sources }: Pick<Report, 'tool' | 'sources'>,
  { lang, detail, sent }: PageOptions,
): Generator<Block, void, undefined> {
  const [first] = sources;
  if (sent === undefined || first === undefined) return;
  const more = new Set(sources.map(({ file }) => file)).size - 1;
  const made = MADE[lang]({ version: tool.version, file: first.file, more, moreText: countText(more, lang) });
  yield { kind: 'footer', words: [...made, ...commandWords(sent.command, detail === 'full', lang)] };
}

function commandWords(typed: readonly string[] | null, isFull: boolean, lang: Lang): Words {
  if (typed === null) return [];
  const end = typed.indexOf('--');
  const at = end < 0 ? typed.length : end;
  const command = typedText([...typed.slice(0, at), '--detail', 'full', ...typed.slice(at)]);
  if (command.length > LONGEST_COMMAND) return [];
  return (isFull ? AGAIN : WHOLE)[lang](command);
}
