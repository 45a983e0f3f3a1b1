/** Texts that are hard for a pattern: what its parts fit, one after the other, then one part over and over, then a misfit. */

const CLASSES: Readonly<Record<string, string>> = {
  d: '1',
  w: 'a',
  s: ' ',
  S: 'x',
  W: '-',
  D: 'x',
  n: '\n',
  r: '\r',
  t: '\t',
};
const PROPERTIES: readonly (readonly [RegExp, string])[] = [
  [/^N/, '1'],
  [/^Sc/, '€'],
  [/^M/, '\u0301'],
  [/^Lu/, 'A'],
  [/Arab/, 'ب'],
  [/Cyr/, 'б'],
  [/^P/, '-'],
  [/^Z/, ' '],
];
const ESCAPE =
  /^\\(?:u\{(?<point>[\da-f]+)\}|u(?<unit>[\da-f]{4})|x(?<byte>[\da-f]{2})|[pP]\{(?<property>[^}]+)\}|(?<one>.))/is;
const GROUP = /^\((?:\?(?:<[a-z]\w*>|<?[=!]|:))?/i;
const QUANTIFIER = /^(?:[*+?^$|)]|\{\d+,?\d*\})/;

/** Characters that each part of a pattern fits, in order; how often, and in which alternative, is not looked at. */
export function partsOf(pattern: string): string[][] {
  const parts: string[][] = [];
  let rest = pattern;
  const take = (text: string): void => {
    rest = rest.slice(text.length);
  };
  const escaped = (): string[] => {
    const match = ESCAPE.exec(rest);
    if (match === null) throw new Error(`no escape: ${rest}`);
    take(match[0]);
    const { point, unit, byte, property, one = '' } = match.groups ?? {};
    const code = point ?? unit ?? byte;
    if (code !== undefined) return [String.fromCodePoint(Number.parseInt(code, 16))];
    if (property !== undefined) return [PROPERTIES.find(([name]) => name.test(property))?.[1] ?? 'a'];
    return /[bB1-9]/.test(one) ? [] : [CLASSES[one] ?? one];
  };
  while (rest !== '') {
    const syntax = GROUP.exec(rest)?.[0] ?? QUANTIFIER.exec(rest)?.[0];
    if (syntax !== undefined) {
      take(syntax);
      continue;
    }
    if (rest.startsWith('\\')) parts.push(escaped());
    else if (rest.startsWith('[')) {
      take('[');
      const not = rest.startsWith('^');
      if (not) take('^');
      const members: string[] = [];
      while (!rest.startsWith(']')) {
        if (rest.startsWith('\\')) members.push(...escaped());
        else {
          members.push(rest.charAt(0));
          take(rest.charAt(0));
        }
      }
      take(']');
      parts.push(
        not ? ['x', ' ', '1', '"'].filter((one) => !members.includes(one)) : [...new Set(members)].slice(0, 6),
      );
    } else {
      const one = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      take(one);
      parts.push(one === '.' ? ['x', ' '] : [one]);
    }
  }
  return parts.filter((part) => part.length > 0);
}

export interface Pumped {
  readonly before: string;
  readonly over: string;
  readonly behind: string;
}

/** Some dozen texts, each to be repeated in the middle as often as one wants. */
export function pumpedTexts(pattern: string): Pumped[] {
  const parts = partsOf(pattern);
  const first = parts.map(([one = '']) => one);
  const singles = new Set([' ', ...parts.flat()]);
  const overs = [...singles].slice(0, 16);
  first.slice(0, 16).forEach((one, index) => {
    overs.push(one + (first[index + 1] ?? ''), one + (first[index + 1] ?? '') + (first[index + 2] ?? ''));
  });
  const befores = new Set(['', first[0] ?? '', '1', first.slice(0, 2).join(''), first.slice(0, 4).join('')]);
  return [...befores].flatMap((before) =>
    [...new Set(overs)].flatMap((over) => ['\u0001', 'a!'].map((behind) => ({ before, over, behind }))),
  );
}
