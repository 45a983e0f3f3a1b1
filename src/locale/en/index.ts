/** Every sentence in English, by its code. The other languages have the same codes, about the same. */
import { EDGES } from './edges.js';
import { NOTES } from './notes.js';

export type Sentences = typeof NOTES & typeof EDGES;

export const SENTENCES: Sentences = { ...NOTES, ...EDGES };
