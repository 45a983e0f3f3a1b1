/** Every sentence in Persian, by its code. */
import type { Catalogue } from '../said.js';
import { EDGES } from './edges.js';
import { NOTES } from './notes.js';

export const SENTENCES: Catalogue = { ...NOTES, ...EDGES };
