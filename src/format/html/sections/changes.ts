/** What changed since the earlier export. */
import { data } from '../../page.js';
import { notComputed } from '../../pages/not-computed.js';
import { html } from '../markup.js';
import type { SectionHtml } from './definition.js';

export const changesHtml: SectionHtml = ({ changes }, page) => {
  if (changes === null) return null;
  if (changes.reason !== null) return html`<p>${page.words(notComputed(changes.reason, page.options))}</p>`;
  const said = [...changes.headline, ...changes.notes];
  return html`${said.map(({ message }) => html`<p>${page.words([data(message)])}</p>`)}`;
};
