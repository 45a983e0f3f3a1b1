/** Why main figures changed. */
import { notComputed } from '../../pages/not-computed.js';
import { html } from '../markup.js';
import type { SectionHtml } from './definition.js';

export const whyHtml: SectionHtml = ({ why }, page) => {
  if (why === null || why.reason === null) return null;
  return html`<p>${page.words(notComputed(why.reason, page.options))}</p>`;
};
