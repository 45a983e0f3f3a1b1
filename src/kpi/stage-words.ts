import { foldText } from '../locale/fold.js';

/**
 * The usual order of a sales process, by words that stages are named with. Used only where neither a history nor
 * numbers in the names tell the order, and only when every stage falls on a step of its own.
 */
const STEPS: readonly RegExp[] = [
  /lead|new|prospect|inquiry|enquiry|appointment|incoming|neu|سرنخ|جدید|ورودی|تماس اولیه/,
  /qualif|contact|engag|شناسایی|تماس گرفته/,
  /discover|need|نیاز/,
  /meeting|demo|present|evaluat|value prop|جلسه|دمو|ارایه|ارائه|معرفی/,
  /propos|quot|offer|pric|angebot|پیشنهاد|پیش ?فاکتور|پروپوزال/,
  /negotia|commit|verbal|verhandl|مذاکره|چانه/,
  /contract|legal|signature|vertrag|قرارداد/,
];

/** Numbers that people put before the names of stages: `1 - Lead`, `03. Demo`, `[2] Offer`. */
const NUMBERED = /^\s*\[?\(?(\d{1,3})\s*[\])\-.:–_ ]/;

/** Mean probabilities that lie closer than this do not tell which stage comes first (a judgement). */
const PROBABILITIES_APART = 0.05;

/**
 * The stages in their order, or null where nothing tells it: by the numbers in their names, else by the usual words,
 * else by the mean probability of the deals in them (NaN where none has one).
 */
export function orderByNames(
  stages: readonly string[],
  probabilitiesOf: () => readonly number[],
): readonly number[] | null {
  const numbers = stages.map((stage) => Number(NUMBERED.exec(foldText(stage))?.[1] ?? Number.NaN));
  const steps = stages.map((stage) => {
    const step = STEPS.findLastIndex((words) => words.test(foldText(stage)));
    return step < 0 ? Number.NaN : step;
  });
  const named = apart(numbers, 1) ? numbers : apart(steps, 1) ? steps : null;
  const keys = named ?? probabilitiesOf();
  if (named === null && !apart(keys, PROBABILITIES_APART)) return null;
  return stages.map((_, index) => index).sort((a, b) => (keys[a] as number) - (keys[b] as number));
}

/** Whether every stage has a key, and no two lie closer than `least`. */
function apart(keys: readonly number[], least: number): boolean {
  if (keys.some(Number.isNaN)) return false;
  const sorted = [...keys].sort((a, b) => a - b);
  // Rounding must not bring 0.15 and 0.2 closer than 0.05.
  return sorted.every((key, index) => index === 0 || key - (sorted[index - 1] as number) >= least - 1e-9);
}
