/** Which tools there are, by how much of single records the user lets an assistant see. */
import type { Samples } from '../report/redact.js';
import type { ToolDefinition } from './definition.js';

/** Inputs by which groups are named that may be people or customers. */
const GROUPING: readonly string[] = ['by', 'top', 'sort'];

/** The tools, without what would tell more than `samples` allows. */
export function offeredTools(tools: readonly ToolDefinition[], samples: Samples): readonly ToolDefinition[] {
  if (samples === 'full') return tools;
  return tools.flatMap((tool) => {
    const { bare, inputs } = tool;
    if (bare === 'everything') return [];
    const hidden = samples === 'none' ? [...bare, ...GROUPING] : bare;
    return { ...tool, inputs: Object.fromEntries(Object.entries(inputs).filter(([name]) => !hidden.includes(name))) };
  });
}
