import type { Finding, InsightContext, InsightDefinition } from './definition.js';

/** A finding and its kind. */
export interface Found {
  readonly insight: InsightDefinition;
  readonly finding: Finding;
}

/** More than ten things to look at are none. */
export const MOST_INSIGHTS = 10;
/** Of one kind, the most costly ones: twenty owners must not hide everything else. */
export const MOST_OF_A_KIND = 3;

/**
 * What stands out, most money at stake first; findings without money follow, in the order of the catalogue. `most` 0 =
 * all of them. An insight whose fields the files do not have is not looked for.
 */
export function findInsights(
  catalogue: readonly InsightDefinition[],
  context: InsightContext,
  most: number = MOST_INSIGHTS,
): Found[] {
  const { population } = context.question;
  const found = catalogue
    .filter(({ needs }) => needs.every((field) => population.has(field)))
    .flatMap((insight) => {
      const findings = ranked(findAll(insight, context).map((finding) => ({ insight, finding })));
      return most === 0 ? findings : findings.slice(0, MOST_OF_A_KIND);
    });
  return most === 0 ? ranked(found) : ranked(found).slice(0, most);
}

/** Array.prototype.sort keeps the order of equals, which is the catalogue's. */
function ranked(found: readonly Found[]): Found[] {
  const stake = ({ finding }: Found): number => finding.impact ?? Number.NEGATIVE_INFINITY;
  return [...found].sort((a, b) => (stake(a) === stake(b) ? 0 : stake(b) - stake(a)));
}

function findAll(insight: InsightDefinition, context: InsightContext): readonly Finding[] {
  try {
    return insight.find(context);
  } catch (cause) {
    throw new Error(`the insight ${insight.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
