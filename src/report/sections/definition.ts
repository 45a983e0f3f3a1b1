/** What a section of a report is: its words, and the part of the document that it is made of. */
import type { z } from 'zod';
import type { Text } from '../../locale/text.js';
import type { Report } from '../schema.js';
import type { SectionContext } from './context.js';

/** The words of a section, from which the page, the help, the config and the pages of docs/ derive. */
export interface SectionWords<Id extends string = string, Optional extends boolean = boolean> {
  readonly id: Id;
  /** The heading of the section, in every format. */
  readonly title: Text;
  /** One sentence. */
  readonly definition: Text;
  /**
   * Whether `--sections` and `report.sections` choose it; else another option does, or nothing does: figures are chosen
   * with `--kpi`, breakdowns with `--by`.
   */
  readonly optional: Optional;
  /** No report has it unless it is named: it costs more than the others, or is no answer to what is usually asked. */
  readonly onDemand?: true;
}

export function defineSection<const Id extends string, const Optional extends boolean>(
  words: SectionWords<Id, Optional>,
): SectionWords<Id, Optional> {
  return words;
}

/** The keys that a section adds to the document, by their schema. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** The keys with their values. */
export type PartOf<S extends Shape> = { -readonly [K in keyof S]: z.output<S[K]> };

/** A part that is built from the data. */
export interface BuiltPart<S extends Shape = Shape, Context = SectionContext> {
  /** What stands in the document where the section is not asked for. A section that is not optional needs none. */
  readonly absent?: PartOf<S>;
  /** Built when all others are: another thread works for it meanwhile. */
  readonly last?: true;
  /** The same context gives the same part. */
  readonly build: (context: Context) => PartOf<S>;
  /** Where it can be built in pieces, by different threads: they have its keys, one behind the other. */
  readonly pieces?: Readonly<Record<string, (context: Context) => Partial<PartOf<S>>>>;
}

/** A part that says in short what the others say: made from the document when all of them stand in it. */
export interface SummaryPart<S extends Shape = Shape> {
  readonly absent: PartOf<S>;
  readonly summarize: (document: Report, context: SectionContext) => PartOf<S>;
}
