import { foldText } from '../locale/fold.js';

/** Letters that folding leaves and keyboards do without: `KAZANILDI`, `Zamknieta`, `Avslutt`. */
const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', ß: 'ss' };

/** The comparison form of a stage's name: folded, without apostrophes inside words. */
export function foldStage(value: string): string {
  return foldText(value)
    .replace(/[ıłøđæß]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(\p{L})['’`´](?=\p{L})/gu, '$1');
}

const STEP =
  'stage|phase|step|fase|etapa|etape|etap|stufe|schritt|asama|adim|этап|стадия|шаг|مرحله|阶段|階段|フェーズ|단계';
/** Numbers, letters and codes in front of a name; each is taken off once more where another one follows. */
const FRONT: readonly RegExp[] = [
  /^[^\p{L}\p{N}([]+/u,
  /^[[(](?:\d{1,3}|[a-z])[\])]\s*/u,
  /^(?:c|dt)\d+(?:_\d+)*:/u,
  new RegExp(`^(?:(?:${STEP})\\s*)?(?:\\d{1,2}(?:\\.\\d{1,2})?[a-z]?|[a-z]\\d{0,2}|[ivx]{2,4})\\s*[.):|]+\\s*`, 'u'),
  new RegExp(`^(?:(?:${STEP})\\s*)?(?:\\d{1,2}[a-z]?|[a-z]\\d{0,2}|[ivx]{2,4})(?:\\s+[-–—]+\\s*|\\s*[–—]+\\s*)`, 'u'),
  /^\d{1,2}\s*[-_]+\s*/u,
  new RegExp(`^(?:${STEP})\\s*\\d{1,2}\\s*`, 'u'),
  /^\d{1,2}\s+(?=\p{L})/u,
  /^\d{1,3}\s*[%٪]\s*[-–:]?\s*/u,
];
const SHARE_BEHIND = /\s*[-–(]?\s*\d{1,3}\s*[%٪]\s*\)?$/u;

/** Words of plain letters, as most names are: nothing is taken off them. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** The name without numbering and shares, folded; separators and brackets stay. */
export function coreOf(value: string): string {
  const folded = foldText(value);
  if (folded.length <= LONGEST && PLAIN.test(folded)) return folded;
  let core = foldStage(value).slice(0, LONGEST).replace(SHARE_BEHIND, '');
  for (let times = 0; times < 3; times++) {
    const before = core;
    for (const front of FRONT) {
      const rest = core.replace(front, '');
      if (/[\p{L}\p{N}]/u.test(rest)) core = rest;
    }
    if (core === before) break;
  }
  return core;
}

/** Names of stages are short; what is longer is told by how it begins. */
const LONGEST = 200;

/** The form in which names are compared: `07 - Closed/Won (100 %)` and `closed won` are equal. */
export function stageKey(value: string): string {
  return keyOf(coreOf(value));
}

/** The comparison form of a core, or of a part of it. */
export function keyOf(core: string): string {
  if (PLAIN.test(core)) return core;
  return core
    .replace(/[_\-–—./\\()[\]{}:,;|>»→+•·]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
}
