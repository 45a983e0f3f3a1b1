/** Violations as they are listed: one by one, and those that are one fault as one finding. */

import type { Said } from '../locale/said.js';
import type { Deals } from '../model/deals.js';
import type { Findings, Rule } from './definition.js';
import { type DescribedViolation, describe } from './describe.js';
import { type Gap, saidOfGap } from './gaps.js';

/** A finding: a violation, or many that are one fault, told by the first of them. */
export interface Listed extends DescribedViolation {
  /** How many violations it stands for. */
  readonly count: number;
  /** What they have in common, before it is words; null where there is one. */
  readonly common: Said | null;
  /** The first of many, the one that is told included; empty where there is one. */
  readonly first: readonly Pick<DescribedViolation, 'place' | 'recordId'>[];
}

/** Rows of a finding that are named; its count is never cut. */
const FEW_ROWS = 5;

/** What is listed of a rule: what it found, and which of its violations are one fault. */
export interface Listable {
  readonly rule: Rule;
  readonly found: Findings<unknown>;
  readonly deals: Deals;
  readonly gaps: readonly Gap[];
}

/**
 * The first findings, in order of file and row, of the violations with the given ascending indexes; all of them, with
 * all their rows, where `most` is left out.
 */
export function list({ rule, found, deals, gaps }: Listable, indexes: Uint32Array, most?: number): readonly Listed[] {
  if (gaps.length === 0) return describe(rule, found, deals, indexes.subarray(0, most)).map(alone);
  const gapOf = gapsByIndex(gaps);
  const counts = new Uint32Array(gaps.length);
  for (const index of indexes) {
    const gap = gapOf.get(index);
    if (gap !== undefined) counts[gap] = (counts[gap] as number) + 1;
  }
  const listed: Listed[] = [];
  const told = new Set<number>();
  for (const index of indexes) {
    if (listed.length === most) break;
    const at = gapOf.get(index);
    const gap = at === undefined ? undefined : gaps[at];
    if (at === undefined || gap === undefined || counts[at] === 1) {
      listed.push(...describe(rule, found, deals, Uint32Array.of(index)).map(alone));
      continue;
    }
    if (told.has(at)) continue;
    told.add(at);
    const own = indexes.filter((one) => gapOf.get(one) === at);
    const first = describe(rule, found, deals, own.subarray(0, most === undefined ? own.length : FEW_ROWS));
    const [one] = first;
    if (one === undefined) continue;
    listed.push({
      ...one,
      recordId: null,
      identity: { entity: gap.key, field: gap.field, label: null },
      count: own.length,
      common: saidOfGap(gap.about, own.length, gap.of),
      first: first.map(({ place, recordId }) => ({ place, recordId })),
    });
  }
  return listed;
}

function alone(violation: DescribedViolation): Listed {
  return { ...violation, count: 1, common: null, first: [] };
}

/** Which of the gaps each violation is in; none: undefined. */
export function gapsByIndex(gaps: readonly Gap[]): { get(index: number): number | undefined } {
  const last = gaps.reduce((most, { indexes }) => Math.max(most, indexes.at(-1) ?? 0), 0);
  // One more than the gap: 0 is none.
  const gapOf = new Uint32Array(gaps.length === 0 ? 0 : last + 1);
  gaps.forEach(({ indexes }, gap) => {
    for (let at = 0; at < indexes.length; at++) gapOf[indexes[at] as number] = gap + 1;
  });
  return {
    get(index) {
      const gap = gapOf[index] ?? 0;
      return gap === 0 ? undefined : gap - 1;
    },
  };
}
