import type { FormatDefinition } from '../definition.js';
import { csv } from './csv.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { table } from './table.js';

/** Every output format, in the order in which they are listed. */
export const formats = [table, json, markdown, csv] as const satisfies readonly FormatDefinition[];

export type FormatId = (typeof formats)[number]['id'];
