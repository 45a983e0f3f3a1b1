/** What changed since the earlier export. */
import { notComputed } from '../../pages/not-computed.js';
import { html } from '../markup.js';
import type { SectionHtml } from './definition.js';

export const changesHtml: SectionHtml = ({ changes }, page) => {
  if (changes === null || changes.reason === null) return null;
  return html`<p>${page.words(notComputed(changes.reason, page.options))}</p>`;
};
