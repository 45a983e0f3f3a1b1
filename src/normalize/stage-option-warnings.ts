import { foldText } from '../locale/fold.js';
import { said } from '../locale/said.js';
import { suggest } from '../locale/suggest.js';
import type { LoadWarning } from '../model/load-warnings.js';
import type { Outcome } from '../model/outcome.js';
import { BLANK_STAGE } from './outcome.js';
import { first, warning } from './warning.js';

/** Stages named in a sentence. */
const LISTED = 10;

/**
 * Stages that the user gave an outcome and that no file has, so that nothing came of it: each with the stage that was
 * probably meant. What a config says for every run (`standing`) may speak of stages that nobody is in this time; of it
 * only what looks misspelt is said. `names` are those of all files: stages, statuses of orders and subscriptions, logs.
 */
export function stageOptionWarnings(
  stages: Readonly<Record<string, Outcome>>,
  standing: readonly string[],
  names: readonly string[],
): LoadWarning[] {
  const there = [...new Set(names)].filter((name) => name !== '');
  const known = new Set(there.map(foldText));
  const named = new Set(Object.keys(stages).map(foldText));
  const open = there.filter((name) => !named.has(foldText(name)));
  return Object.entries(stages).flatMap(([name, outcome]) => {
    if (name === '*' || foldText(name) === foldText(BLANK_STAGE) || known.has(foldText(name))) return [];
    const near = suggest(foldText(name), open.map(foldText));
    const meant = open.find((one) => foldText(one) === near) ?? null;
    if (standing.includes(name) && meant === null) return [];
    const { shown, more } = meant === null ? first(there, LISTED) : { shown: [], more: 0 };
    const how = standing.includes(name) ? null : outcome;
    return [warning(said('unknown_stage_said', { stage: name, outcome: how, near: meant, stages: shown, more }))];
  });
}
