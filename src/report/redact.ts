import type { Lang } from '../locale/text.js';
import { knownUntil, timesText } from './finding-text.js';
import type { Check } from './schema.js';

/**
 * How much of the records a check shows. `full`: values and sentences about them. `ids`: where they stand and what they
 * are called in the CRM, but nothing that stands in them. `none`: counts only.
 */
export type Samples = 'full' | 'ids' | 'none';

/** A check without what must not leave the house: rows hold personal data, and logs of build servers are read by many. */
export function redactCheck(check: Check, samples: Samples, lang: Lang = 'en'): Check {
  if (samples === 'full') return check;
  if (samples === 'none') {
    const nameless = <Entry>(one: Entry): Entry & { recordId: null } => ({ ...one, recordId: null });
    return { ...check, violations: [], known: check.known.map(nameless), fixed: check.fixed.map(nameless) };
  }
  const titles = new Map(check.rules.map(({ id, title }) => [id, title]));
  return {
    ...check,
    violations: check.violations.map((violation) => ({
      ...violation,
      value: null,
      message: withheld(violation, titles.get(violation.rule) ?? violation.rule, lang),
    })),
  };
}

/** The rule's title in place of what stands in the record; of a finding that stands for many, how many and where. */
function withheld({ count, places, expired }: Check['violations'][number], title: string, lang: Lang): string {
  const until = expired === null ? '' : knownUntil(expired, lang);
  return `${count === 1 ? title : timesText(count, places, title, lang)}${until}`;
}
