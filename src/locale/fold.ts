/**
 * One form for texts that mean the same: compatibility forms folded, invisible marks removed, Arabic letters and
 * digits as Persian keyboards and exports mix them folded to one, lower case, single spaces.
 */

const INVISIBLE = /\u200d|[\u200b\u200e\u200f\u00ad\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const SPACES = /[\s\u00a0\u200c\u202f]+/g;

/** Persian ye and kaf for the Arabic ones (decoded windows-1256 and Arabic keyboards give the latter), heh for teh marbuta. */
function foldArabic(text: string): string {
  return text
    .replace(/[\u064a\u0649]/g, '\u06cc')
    .replace(/\u0643/g, '\u06a9')
    .replace(/\u0629/g, '\u0647');
}

/** Persian (U+06F0…) and Arabic-Indic (U+0660…) digits as ASCII digits. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

const NEEDS_FOLDING = /[^\x20-\x7e]/;

/** Up to this length a text is looked at letter by letter, which is quicker than any pattern. */
const SHORT = 64;
const [SPACE, LAST_PLAIN] = [0x20, 0x7e];

/** Whether a text is ASCII with single spaces between its words: of hundreds of thousands of names nearly all are. */
function isClean(text: string): boolean {
  // A space at the beginning is one too many, as one behind another is.
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code > LAST_PLAIN || (code === SPACE && before === SPACE)) return false;
    before = code;
  }
  return before !== SPACE;
}

/** The text as a person sees it: trimmed, invisible marks out, inner white space single. Keeps case and letters. */
export function cleanText(text: string): string {
  if (text.length <= SHORT && isClean(text)) return text;
  if (!NEEDS_FOLDING.test(text)) {
    const trimmed = text.trim();
    return trimmed.includes('  ') ? trimmed.replace(/ {2,}/g, ' ') : trimmed;
  }
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/** The comparison form of a text: what must be equal for two values to be the same. */
export function foldText(text: string): string {
  if (text.length <= SHORT && isClean(text)) return text.toLowerCase();
  if (!NEEDS_FOLDING.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return asciiDigits(foldArabic(text.normalize('NFKC').replace(INVISIBLE, '')))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')
    .replace(SPACES, ' ')
    .trim();
}
