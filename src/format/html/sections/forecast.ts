import { forecastView } from '../../pages/sections/forecast.js';
import { asText } from './as-text.js';

export const forecastHtml = asText(forecastView);
