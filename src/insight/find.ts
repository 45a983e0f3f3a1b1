import type { Finding, InsightContext, InsightDefinition } from './definition.js';

/** A finding and its kind. */
export interface Found {
  readonly insight: InsightDefinition;
  readonly finding: Finding;
  /** From 0, of the findings of its kind. */
  readonly place: number;
}

/** The findings that are shown, and how many others there are. */
export interface FoundInsights {
  readonly shown: readonly Found[];
  readonly leftOut: number;
}

/** More than ten things to look at are none. */
export const MOST_INSIGHTS = 10;
/** Of one kind, the most costly ones: twenty owners must not hide everything else. */
export const MOST_OF_A_KIND = 3;

/**
 * What stands out: risks first, then chances and whatever has money at stake, then what is to be known, and last that
 * nothing differs. Of each the most money at stake first; without money the first finding of every kind before the second
 * of any, kinds in the order of the catalogue. `most` 0 = all of them. An insight whose fields the files do not have is not looked for.
 */
export function findInsights(
  catalogue: readonly InsightDefinition[],
  context: InsightContext,
  most: number = MOST_INSIGHTS,
): FoundInsights {
  const { population } = context.question;
  const kinds = catalogue
    .filter(({ needs }) => needs.every((field) => population.has(field)))
    .map((insight) =>
      ranked(findAll(insight, context).map((finding) => ({ insight, finding, place: 0 }))).map((found, place) => ({
        ...found,
        place,
      })),
    );
  const all = kinds.reduce((total, { length }) => total + length, 0);
  const found = ranked(kinds.flatMap((findings) => (most === 0 ? findings : findings.slice(0, MOST_OF_A_KIND))));
  const shown = most === 0 ? found : found.slice(0, most);
  return { shown, leftOut: all - shown.length };
}

/** Array.prototype.sort keeps the order of equals, which is the catalogue's. */
function ranked(found: readonly Found[]): Found[] {
  const stake = ({ finding }: Found): number => finding.impact ?? Number.NEGATIVE_INFINITY;
  return [...found].sort(
    (a, b) => rankOf(a) - rankOf(b) || (stake(a) === stake(b) ? a.place - b.place : stake(b) - stake(a)),
  );
}

function rankOf({ finding: { severity, impact, interval } }: Found): number {
  if (interval === null) return 3;
  if (severity === 'risk') return 0;
  return severity === 'opportunity' || impact !== null ? 1 : 2;
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
