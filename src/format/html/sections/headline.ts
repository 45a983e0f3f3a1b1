import { html } from '../markup.js';
import type { SectionHtml } from './definition.js';

/** The sentences to repeat, the first as loud as a title. */
export const headlineHtml: SectionHtml = ({ headline }, page) =>
  headline.length === 0
    ? null
    : html`${headline.map(({ message }) => html`<p class="headline">${page.words([{ data: message }])}</p>`)}`;
