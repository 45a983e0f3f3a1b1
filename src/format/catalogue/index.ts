import type { FormatDefinition } from '../definition.js';
import { csv } from './csv.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { sarif } from './sarif.js';
import { table } from './table.js';
import { tsv } from './tsv.js';

/** Every output format, in the order in which they are listed. */
export const formats = [
  table,
  json,
  markdown,
  html,
  csv,
  tsv,
  junit,
  sarif,
  github,
  gitlab,
] as const satisfies readonly FormatDefinition[];

export type FormatId = (typeof formats)[number]['id'];
