import type { WhyFactor, WhyStep } from '../../locale/why-figures.js';

/** One way of taking a change apart. The effects of a part add up to the change, without a rest. */
export type WhyPart = FactorsPart | MixRatePart | SumPart | BridgePart;

/** A figure that is a product: what each factor adds, the same whatever the order of the factors. */
export interface FactorsPart {
  readonly kind: 'factors';
  readonly factors: readonly FactorEffect[];
}

export interface FactorEffect {
  readonly factor: WhyFactor;
  /** Null where the side has nothing that it could be taken of, as a win rate without a closed deal. */
  readonly before: number | null;
  readonly after: number | null;
  /** In the unit of the figure. */
  readonly effect: number;
}

/** A rate or a mean: what comes from the sizes of the groups, and what from the figure within them. */
export interface MixRatePart {
  readonly kind: 'mix_rate';
  /** Field or column. */
  readonly by: string;
  readonly mix: number;
  readonly rate: number;
  /** Largest effect first; where there are more than are named, the last one is all the others. */
  readonly groups: readonly MixRateGroup[];
}

/** A group's records, and the rate or mean of them; null without a record. */
export interface GroupSide {
  readonly size: number;
  readonly value: number | null;
}

export interface MixRateGroup extends GroupName {
  readonly before: GroupSide;
  readonly after: GroupSide;
  /** By growing or shrinking, centred: only what is better than the rest adds by growing. */
  readonly mix: number;
  /** By its own rate or mean. */
  readonly rate: number;
}

/** A figure that is a sum: what each group adds. */
export interface SumPart {
  readonly kind: 'sum';
  readonly by: string;
  /** Largest effect first; where there are more than are named, the last one is all the others. */
  readonly groups: readonly SumGroup[];
}

export interface SumGroup extends GroupName {
  readonly before: number;
  readonly after: number;
  readonly effect: number;
}

export interface GroupName {
  /** As the file writes it, '' = the cell is empty; null = all groups that are not named. */
  readonly key: string | null;
  /** Groups that it stands for: one, unless it is the rest. */
  readonly groups: number;
}

/** A level that is moved by kinds of events: from the one to the other. */
export interface BridgePart {
  readonly kind: 'bridge';
  readonly steps: readonly { readonly step: WhyStep; readonly effect: number }[];
}

/** The effects of a part in its order: they add up to the change. */
export function effectsOf(part: WhyPart): number[] {
  switch (part.kind) {
    case 'factors':
      return part.factors.map(({ effect }) => effect);
    case 'mix_rate':
      return part.groups.map(({ mix, rate }) => mix + rate);
    case 'sum':
      return part.groups.map(({ effect }) => effect);
    case 'bridge':
      return part.steps.map(({ effect }) => effect);
  }
}
