import type { Text } from '../../locale/text.js';

/** Something that belongs to no single command: `kpi help expressions`. */
export interface HelpTopic {
  /** What is typed behind `kpi help`. */
  readonly name: string;
  readonly title: Text;
  readonly sections: readonly TopicSection[];
  /** The page that says it at length, in the package. */
  readonly page?: string;
}

export interface TopicSection {
  readonly title: Text;
  /** What is typed, and what it means. */
  readonly rows: readonly (readonly [typed: string, meaning: Text])[];
}
