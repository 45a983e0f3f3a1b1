import { html, joined } from '../markup.js';
import type { SectionHtml } from './definition.js';

/** The sentences to repeat: the first as loud as a title, the others one paragraph below it. */
export const headlineHtml: SectionHtml = ({ headline }, page) => {
  const [first, ...others] = headline.map(({ message }) => page.sentence(message));
  if (first === undefined) return null;
  const rest = joined(others, ' ');
  return html`<p class="headline">${first}</p>${others.length === 0 ? null : html`<p class="lead">${rest}</p>`}`;
};
