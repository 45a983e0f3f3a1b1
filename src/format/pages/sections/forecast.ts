import { notComputed } from '../not-computed.js';
import type { SectionView } from './definition.js';

export const forecastView: SectionView = function* ({ forecast }, options, title) {
  if (forecast === null) return;
  yield { kind: 'heading', words: title, id: 'forecast' };
  if (forecast.reason !== null) yield { kind: 'paragraph', words: notComputed(forecast.reason, options) };
};
