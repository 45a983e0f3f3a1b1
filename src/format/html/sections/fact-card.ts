/** A figure large that is no KPI of the report, with what is to be said of it; or why there is none. */

import type { Words } from '../../page.js';
import { type Measure, reasonWords } from '../../pages/figures.js';
import { type Html, html, joined } from '../markup.js';
import type { Page } from '../page.js';
import { term } from '../term.js';
import { largeNumber } from './large-number.js';

export interface Fact extends Measure {
  readonly title: string;
  /** On hover. */
  readonly definition: string;
  readonly value: number | null;
  /** Why there is no value. */
  readonly reason?: string | null;
  /** A line each, the most important first; pale from the second on. */
  readonly lines: readonly Words[];
}

export function factCards(facts: readonly Fact[], page: Page): Html {
  return html`<div class="cards of-${facts.length}">${facts.map((fact) => factCard(fact, page))}</div>`;
}

function factCard(fact: Fact, page: Page): Html {
  const { title, definition, value, reason = null } = fact;
  const said = fact.lines.map((words, index) =>
    index === 0 ? page.words(words) : html`<span class="dim">${page.words(words)}</span>`,
  );
  const why = value === null && reason !== null ? [page.words([reasonWords(reason, page.lang)])] : [];
  const lines = [...why, ...said];
  return html`<div class="card"><h3>${term({ title, definition }, page)}</h3>${
    value === null ? html`<div class="num">–</div>` : largeNumber(value, fact, page)
  }${lines.length === 0 ? null : html`<p class="ch">${joined(lines, html`<br>`)}</p>`}</div>`;
}
