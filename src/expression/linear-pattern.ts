/**
 * Regular expressions in time that grows with the text and nothing else, whatever the pattern: RE2 (R. Cox, "Regular
 * Expression Matching Can Be Simple And Fast", 2007). It leaves out what cannot be had at that price.
 */
import { RE2JS } from 're2js';
import type { Text } from '../locale/text.js';
import { badPattern, LARGE_PATTERN, LOOKAROUND, REFERENCE_BACK, unsupportedPattern } from './sentences.js';

export interface LinearPattern {
  /** Whether it fits anywhere in the text, in any letter case. */
  test(text: string): boolean;
}

/** Makes a pattern ready; throws what `refuse` makes of the sentence that says what is wrong with it. */
export function linearPattern(pattern: string, refuse: (detail: Text) => Error): LinearPattern {
  // Nothing is run here: the language's own reader names a slip by the words that its users know.
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    // "Invalid regular expression: /(/u: Unterminated group": the last part says what is wrong.
    const cause = error instanceof Error ? (error.message.split(': ').at(-1) ?? '') : '';
    throw refuse(badPattern(cause.toLowerCase()));
  }
  const { translated, missing } = translate(pattern);
  if (missing !== null) throw refuse(missing);
  try {
    return RE2JS.compile(RE2JS.translateRegExp(translated), RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    const cause = error instanceof Error ? error.message : '';
    if (cause.includes('repeat count') || cause.includes('too large')) throw refuse(LARGE_PATTERN);
    throw refuse(unsupportedPattern(/`([^`]*)`/.exec(cause)?.[1] ?? pattern));
  }
}

/** Names of classes that are written out in one language and short in the other. */
const CLASSES: Readonly<Record<string, string>> = {
  Letter: 'L',
  Lowercase_Letter: 'Ll',
  Uppercase_Letter: 'Lu',
  Mark: 'M',
  Number: 'N',
  Decimal_Number: 'Nd',
  Punctuation: 'P',
  Symbol: 'S',
  Currency_Symbol: 'Sc',
  Separator: 'Z',
  Space_Separator: 'Zs',
  Alphabetic: 'L',
};
const CLASS = /^\\([pP])\{(?:(?:Script|sc|Script_Extensions|scx|General_Category|gc)=)?(\w+)\}/;

/** The pattern with the classes' short names, or what it uses that there is no linear time for. */
function translate(pattern: string): { readonly translated: string; readonly missing: Text | null } {
  let [translated, inClass] = ['', false];
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at, at + 60);
    const named = CLASS.exec(rest);
    if (named !== null) {
      const [written = '', letter = 'p', name = ''] = named;
      translated += `\\${letter}{${CLASSES[name] ?? name}}`;
      at += written.length;
      continue;
    }
    if (rest.startsWith('\\')) {
      if (!inClass && /^\\(?:[1-9]|k<)/.test(rest)) return { translated, missing: REFERENCE_BACK };
      translated += rest.slice(0, 2);
      at += 2;
      continue;
    }
    if (!inClass && /^\(\?<?[=!]/.test(rest)) return { translated, missing: LOOKAROUND };
    const character = rest[0] ?? '';
    if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    translated += character;
    at++;
  }
  return { translated, missing: null };
}
