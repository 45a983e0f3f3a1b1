/** What a command came to → what the protocol sends. */
import type { Answer } from './definition.js';

export interface ToolResult {
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly isError?: true;
}

/** @param command the command line that prints the same */
export function toolResult(answer: Answer, command: string): ToolResult {
  switch (answer.kind) {
    case 'document': {
      const document: unknown = JSON.parse(answer.json);
      return structured({ command, ...(answer.notes.length > 0 ? { notes: answer.notes } : {}), document });
    }
    case 'failure':
      return { content: [{ type: 'text', text: answer.json }], isError: true };
    case 'bug':
      return { content: [{ type: 'text', text: answer.text }], isError: true };
    case 'stopped':
      return { content: [{ type: 'text', text: 'stopped' }], isError: true };
  }
}

/** The same twice, as the protocol asks: for clients that know structured content, and as text. */
export function structured(content: Readonly<Record<string, unknown>>): ToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(content) }], structuredContent: content };
}
