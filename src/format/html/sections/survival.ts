import { survivalView } from '../../pages/sections/survival.js';
import { asText } from './as-text.js';

export const survivalHtml = asText(survivalView);
