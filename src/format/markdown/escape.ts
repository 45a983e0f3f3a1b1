/**
 * Text in GitHub-flavoured Markdown: what could be read as markup is escaped, and nothing else, for people read the
 * source in mails. Sources: CommonMark 0.31, GitHub-flavoured Markdown 0.29; references and mentions as GitHub and
 * GitLab look for them in what is rendered.
 */
import { plainLine } from '../sanitize.js';

/**
 * Where a text stands: at the start of a line of its own, where a sign may begin a list or a heading; in a heading,
 * whose last `#` would be dropped; in a cell, which a bar ends.
 */
export type Place = 'line' | 'heading' | 'cell';

/** Breaks no line and is not seen: takes apart what hosts look for in the rendered text, where escapes are gone. */
const APART = '&#8203;';

/** What is markup inside a line wherever it stands. An ampersand is where it begins a character reference. */
const ACTIVE = /[\\`*[~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?[\p{L}\p{N}]{1,40};|$)/gu;
/** Starts a tag: written so that even a program that knows no escapes sees none. */
const TAG = /<(?=[A-Za-z/!?]|$)/g;
/** Words between colons become pictures. */
const EMOJI = /:(?=(?!\d+:)[\w+-]{1,40}:)/g;
/** Addresses of pages, mentions (`@name`) and references (`#1`, `GH-1`); an address of mail stays one. */
const CALLED =
  /:(?=\/\/)|(?<![\p{L}\p{N}])(?:www(?=\.)|(?:mailto|xmpp):|GH-(?=\d))|(?<![\p{L}\p{N}._-])@(?=[\p{L}\p{N}_-])|#(?=\d)/giu;

/** Lists, headings, quotes, rules and underlines, and what a build server takes for a command (`::error::`). */
const OPENING = /^(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|>|=+$|-(?=[-\s]*$)|::)/;
/** A cell that looks like the rule under a header. */
const RULE = /^:?-{2,}:?$/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

/** One line of text, made harmless already (see sanitize.ts), as Markdown that reads as exactly this text. */
export function escapeMarkdown(text: string, place: Place): string {
  const escaped = text
    .replace(ACTIVE, '\\$&')
    .replace(TAG, '&lt;')
    .replace(EMOJI, '\\$&')
    .replace(CALLED, `$&${APART}`);
  if (place === 'cell') return escaped.replaceAll('|', '&#124;').replace(RULE, '\\$&');
  if (place === 'heading') return escaped.replace(/#(?=#{0,40}$)/g, '\\#');
  return escaped.replace(OPENING, '\\$&').replace(NUMBERED, '$1\\$2');
}

/** Something to type or look up: in backticks, more of them than it holds in a row. */
export function codeMarkdown(text: string, place: Place): string {
  const clean = plainLine(text);
  if (clean === '') return '';
  // A bar ends a cell even in code, and whether its escape is shown differs; `##[` is read as a command in any line.
  if ((place === 'cell' && clean.includes('|')) || clean.includes('##['))
    return `<code>${escapeMarkdown(clean, place)}</code>`;
  if (!clean.includes('`')) return `\`${clean}\``;
  const longest = Math.max(...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${clean} ${fence}`;
}
