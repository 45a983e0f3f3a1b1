/** The whole sheet of the page, one text that never changes: its hash stands in the page's policy. */
import { AHEAD } from './ahead.js';
import { BASE } from './base.js';
import { FLOW } from './flow.js';
import { GROUPS } from './groups.js';
import { HEAT } from './heat.js';
import { PARTS } from './parts.js';
import { PLACES } from './places.js';
import { TERMS } from './terms.js';
import { TOKENS } from './tokens.js';

export const STYLE = TOKENS + BASE + PARTS + TERMS + GROUPS + HEAT + FLOW + AHEAD + PLACES;
