/** What a template prints of a document, made harmless for the language that the template writes. */
import { escapeMarkdown } from '../markdown/escape.js';
import { plainLine, spreadsheetText, terminalText, xmlText } from '../sanitize.js';

/** The language of a template, by its name without `.liquid`: `weekly.md.liquid` writes Markdown. */
export type TemplateLanguage = 'markdown' | 'html' | 'csv' | 'text';

const ENDINGS: readonly (readonly [RegExp, TemplateLanguage])[] = [
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.(?:html?|xml|svg)$/i, 'html'],
  [/\.(?:csv|tsv)$/i, 'csv'],
];

/** The language of the template with this name; text where its ending says nothing. */
export function templateLanguage(name: string): TemplateLanguage {
  const bare = name.replace(/\.liquid$/i, '');
  return ENDINGS.find(([ending]) => ending.test(bare))?.[1] ?? 'text';
}

/**
 * A text as the language has it, on one line. In Markdown it is safe at the start of a line as in the cell of a table;
 * in CSV it is a field with its quotes where it needs them, and never a formula.
 */
export const ESCAPES: { readonly [L in TemplateLanguage]: (text: string) => string } = {
  markdown: (text) => escapeMarkdown(plainLine(text), 'line').replaceAll('|', '&#124;'),
  html: xmlText,
  csv: (text) => {
    const field = spreadsheetText(text);
    return /[",;\t]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  },
  text: terminalText,
};
