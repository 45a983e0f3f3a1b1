/**
 * Markup that cannot be broken by what stands in it: texts are escaped wherever they are put in, and only what this file
 * made counts as markup.
 */
import { directedText } from '../../locale/direction.js';
import type { Lang } from '../../locale/text.js';
import type { Words } from '../page.js';
import { plainLine } from '../sanitize.js';
import { tied } from '../ties.js';

const MARKUP: unique symbol = Symbol('markup');

/** Finished markup. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What may stand in a template: a text or number (escaped), markup, several of it, or nothing. */
export type Part = string | number | Html | readonly Html[] | null | undefined | false;

export const NOTHING: Html = { [MARKUP]: '' };

/** A name from a file longer than this is cut where it is shown. */
const LONGEST_NAME = 160;
/** A text of a document that is longer than this is no sentence any more. */
const LONGEST_SENTENCE = 800;

/** Markup with its parts in place. Attributes stand in double quotes; a text in them is as safe as in an element. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = '';
  fixed.forEach((piece, index) => {
    text += piece;
    const part = parts[index];
    if (part === null || part === undefined || part === false) return;
    if (typeof part === 'string') text += escaped(part);
    else if (typeof part === 'number') text += escaped(String(part));
    else if (isMarkup(part)) text += part[MARKUP];
    else for (const one of part) text += one[MARKUP];
  });
  return { [MARKUP]: text };
}

/** Several pieces of markup, one after the other. */
export function all(pieces: Iterable<Html | null>): Html {
  let text = '';
  for (const piece of pieces) if (piece !== null) text += piece[MARKUP];
  return { [MARKUP]: text };
}

/** Markup as it is written. */
export function textOf(markup: Html): string {
  return markup[MARKUP];
}

/** The pieces with a text between each two of them. */
export function joined(pieces: readonly Html[], between: string | Html): Html {
  return all(pieces.map((piece, index) => (index === 0 ? piece : html`${between}${piece}`)));
}

export function isEmpty(markup: Html): boolean {
  return markup[MARKUP] === '';
}

/** Whether markup holds elements at most, and nothing that can be read. */
export function isBlank(markup: Html): boolean {
  return !/[^\s\p{Default_Ignorable_Code_Point}]/u.test(textOf(markup).replace(/<[^<>]*>/g, ''));
}

/** Markup made elsewhere: drawings of the chart library, the sheet and the program of the page. Nothing of a file. */
export function trusted(markup: string): Html {
  return { [MARKUP]: markup };
}

/** Text from a file, a person or a finished sentence: harmless, cut where it is very long, with its own direction. */
export function data(text: string): Html {
  return html`<bdi>${nameText(text)}</bdi>`;
}

/** The same as bare text, for attributes and drawings. */
export function nameText(text: string): string {
  return cut(plainLine(text), LONGEST_NAME);
}

function cut(line: string, most: number): string {
  if (line.length <= most) return line;
  const letters = [...line];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : line;
}

/** Something to type: from left to right on every page. A line ends between its words only, not at a hyphen in one. */
export function code(text: string): Html {
  const typed = plainLine(text).split(' ');
  if (typed.length < 3) return html`<code dir="ltr">${typed.join(' ')}</code>`;
  return html`<code dir="ltr">${all(
    typed.map((word, index) => html`${index === 0 ? '' : ' '}<span>${word}</span>`),
  )}</code>`;
}

/** Words of a view as markup. What came out of a file has a direction of its own; it may be a whole sentence. */
export function words(said: Words, lang: Lang): Html {
  let out = NOTHING;
  let text = '';
  const flush = (): void => {
    if (text !== '') out = html`${out}${lang === 'fa' ? directedText(text) : text}`;
    text = '';
  };
  for (const piece of said) {
    if (typeof piece === 'string') text += tied(piece);
    // Neighbouring texts of a Persian page are looked at as one: a number may stand in two pieces.
    else if ('data' in piece && lang === 'fa') text += sentenceText(piece.data);
    else {
      flush();
      out = 'data' in piece ? html`${out}<bdi>${sentenceText(piece.data)}</bdi>` : html`${out}${code(piece.code)}`;
    }
  }
  flush();
  return out;
}

/** A finished sentence as markup; what stands in back-ticks is something to type. */
export function sentence(text: string, lang: Lang): Html {
  const pieces = sentenceText(text).split('`');
  // One that has no other belongs to a name.
  if (pieces.length === 1 || pieces.length % 2 === 0) return words([{ data: text }], lang);
  const parts = pieces.map((piece, index) => (index % 2 === 1 ? code(piece) : words([piece], lang)));
  return html`<bdi>${parts}</bdi>`;
}

function sentenceText(text: string): string {
  return cut(plainLine(text), LONGEST_SENTENCE);
}

/** Words of a narrow place: names of files that are very long are cut, as {@link data} does. */
export function shortWords(said: Words): Words {
  return said.map((piece) => (typeof piece === 'string' || 'code' in piece ? piece : { data: nameText(piece.data) }));
}

/** Words as bare text, for attributes and drawings. */
export function plainText(said: Words): string {
  return said
    .map((piece) =>
      typeof piece === 'string' ? tied(piece) : 'data' in piece ? nameText(piece.data) : plainLine(piece.code),
    )
    .join('');
}

function isMarkup(part: Html | readonly Html[]): part is Html {
  return MARKUP in part;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => REFERENCES[sign] ?? sign);
}
