/** What a model is to those who are to believe it: its formula, where it comes from, and what would make it wrong. */
import type { Text } from '../../locale/text.js';

/** Something a formula speaks of; a parameter is found from the data. */
export interface ModelSymbol {
  /** As the documents name it. */
  readonly name: string;
  /** As the formulas write it, where that is not its name. */
  readonly symbol?: string;
  readonly meaning: Text;
}

/** What must be so for the model to be right, in words that can be held against one's own sales. */
export interface Assumption<Id extends string = string> {
  /** Names the check of it on data; the same assumption of several models has the same id. */
  readonly id: Id;
  readonly text: Text;
  /** What goes wrong where it is not so. */
  readonly otherwise: Text;
}

export interface Formula {
  /** What it gives. */
  readonly of: Text;
  /** Plain text, the same in every language. */
  readonly formula: string;
}

export interface ModelDefinition<Id extends string = string> {
  readonly id: Id;
  readonly title: Text;
  readonly definition: Text;
  /** The main one first. */
  readonly formulas: readonly [Formula, ...Formula[]];
  readonly symbols: readonly ModelSymbol[];
  readonly parameters: readonly ModelSymbol[];
  /** Papers with year and pages; what is a judgement of ours is said to be one. */
  readonly source: string;
  readonly assumptions: readonly [Assumption, ...Assumption[]];
  /** When it has no answer, and what it does not tell. */
  readonly limits: readonly [Text, ...Text[]];
  /** The section of a report that rests on it. */
  readonly section: 'survival' | 'lifetime' | 'forecast' | 'changes' | 'why';
  /** The KPIs that do. */
  readonly kpis: readonly string[];
}

export function defineModel<const Id extends string>(definition: ModelDefinition<Id>): ModelDefinition<Id> {
  return definition;
}
