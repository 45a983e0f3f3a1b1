import { lifetimeView } from '../../pages/sections/lifetime.js';
import { asText } from './as-text.js';

export const lifetimeHtml = asText(lifetimeView);
