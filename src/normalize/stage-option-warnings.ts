import { foldText } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import type { LoadWarning } from '../model/load-warnings.js';
import type { Outcome } from '../model/outcome.js';
import { BLANK_STAGE } from './outcome.js';
import { warning } from './warning.js';

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
  const said = new Set(Object.keys(stages).map(foldText));
  const open = there.filter((name) => !said.has(foldText(name)));
  return Object.entries(stages).flatMap(([name, outcome]) => {
    if (name === '*' || foldText(name) === foldText(BLANK_STAGE) || known.has(foldText(name))) return [];
    const near = suggest(foldText(name), open.map(foldText));
    const meant = open.find((one) => foldText(one) === near) ?? null;
    if (standing.includes(name) && meant === null) return [];
    const hint = meant === null ? listed(there) : { en: `Did you mean "${meant}"?`, fa: `منظورتان «${meant}» بود؟` };
    const place = standing.includes(name) ? `stages: "${name}"` : `--stage "${name}=${outcome}"`;
    return [
      warning(
        'unknown_stage_said',
        `${place}: no file has a stage "${name}", so nothing was read by it. ${hint.en}`,
        `${place}: هیچ فایلی مرحله‌ای به نام «${name}» ندارد، پس بی‌اثر ماند. ${hint.fa}`,
      ),
    ];
  });
}

function listed(names: readonly string[]): LoadWarning['text'] {
  if (names.length === 0) {
    return {
      en: 'No column holds stages (--map stage="COLUMN").',
      fa: 'هیچ ستونی مرحله ندارد (--map stage="COLUMN").',
    };
  }
  const more = names.length > LISTED ? names.length - LISTED : 0;
  const shown = names.slice(0, LISTED);
  return {
    en: `The stages are ${shown.map((name) => `"${name}"`).join(', ')}${more === 0 ? '' : ` and ${more} more`}.`,
    fa: `مرحله‌ها: ${shown.map((name) => `«${name}»`).join('، ')}${more === 0 ? '' : ` و ${more} تای دیگر`}.`,
  };
}
