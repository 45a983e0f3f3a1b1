/** Lines of a YAML file that people edit: settings, examples with a # before them, and prose. */
import { Document, isScalar, Pair, Scalar, visit, YAMLMap } from 'yaml';
import { printable } from '../errors/printable.js';

/** A key with its value, and a note behind it. A value of null leaves the place behind the key empty. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly note?: string | undefined;
}

/** Prose is wrapped at this width. */
const WIDTH = 118;
/** No text is folded or broken: one line per setting, whatever is in it. */
const PRINTED = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER, nullStr: '' } as const;
/** The schema's words, which need no quotes; every other text is quoted, so that it cannot be read as anything else. */
const PLAIN_WORD = /^[a-z][a-z0-9_-]*$/i;

/** Settings as they are read, below each other. */
export function settingLines(entries: readonly Entry[], indent = 0): string[] {
  return entries.flatMap((entry) => printed(entry).map((line) => ' '.repeat(indent) + line));
}

/** The same as examples: without the # they are settings. */
export function exampleLines(entries: readonly Entry[], indent = 0): string[] {
  return entries.flatMap((entry) => printed(entry).map((line) => `${' '.repeat(indent)}#${line}`));
}

/** Prose, wrapped: a # and one space before each line. */
export function commentLines(text: string, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH - indent - 2) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `${' '.repeat(indent)}# ${one}`);
}

function printed({ key, value, note }: Entry): string[] {
  const document = new Document();
  const node = document.createNode(value);
  const name = new Scalar(key);
  if (!PLAIN_KEY.test(key)) name.type = Scalar.QUOTE_DOUBLE;
  const map = new YAMLMap();
  map.items.push(new Pair(name, node));
  document.contents = map;
  visit(document, (at, node) => {
    if (at !== 'key' && isScalar(node) && typeof node.value === 'string' && !PLAIN_WORD.test(node.value)) {
      node.type = Scalar.QUOTE_DOUBLE;
    }
  });
  const lines = document.toString(PRINTED).trimEnd().replaceAll(EVERY_UNSEEN, escaped).split('\n');
  const last = lines.length - 1;
  return lines.map((line, at) => {
    const setting = line.trimEnd();
    return at === last && note !== undefined && note !== '' ? `${setting} # ${oneLine(note)}` : setting;
  });
}

/** What turns the direction of the line or is not seen: a name with it would show as another setting than it is. */
const EVERY_UNSEEN = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** As YAML 1.2 writes it between double quotes. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const PLAIN_KEY = /^[a-z][a-z0-9_.]*$/i;

/** Text of a file in a comment: no line break or control character ends the comment or hides what follows. */
function oneLine(text: string): string {
  return printable(text, text.length);
}
