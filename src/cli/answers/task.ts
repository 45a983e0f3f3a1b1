/** What passes between the server's thread and the one that runs commands. */
import type { Fence } from '../../disk/fence.js';
import type { Text } from '../../locale/text.js';
import type { Answer, RunProgress } from '../../mcp/definition.js';

export interface Task {
  readonly args: readonly string[];
  readonly mostBytes: number;
  readonly narrower: Text;
}

/** Known to the thread when it starts. */
export interface Place {
  /** The folder that commands are run in. */
  readonly cwd: string;
  /** What it may open. */
  readonly fence: Fence;
}

export type FromThread =
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | { readonly kind: 'answer'; readonly answer: Answer };
