import { parseHTML } from 'linkedom';
import { type Html, textOf } from '../../src/format/html/markup.js';
import { openPage, type Page } from '../../src/format/html/page.js';
import type { Lang } from '../../src/locale/text.js';

/** A page as the HTML report opens it. */
export function htmlPage(lang: Lang = 'en'): Page {
  return openPage({
    lang,
    calendar: lang === 'fa' ? 'jalali' : 'gregorian',
    short: true,
    detail: 'standard',
    sent: { command: null },
  });
}

/** What a test asks of a node; the compiler has no names of a browser's. */
export interface Node {
  readonly textContent: string;
  readonly tagName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
}

/** Markup as a document that can be asked. */
export function parsed(markup: Html | null): Node {
  const text = markup === null ? '' : textOf(markup);
  const { document } = parseHTML(`<!doctype html><html><body>${text}</body></html>`);
  return document.body as unknown as Node;
}

/** The texts of the nodes that a selector finds, without marks of direction and with common spaces. */
export function textsOf(node: Node, selector: string): string[] {
  return [...node.querySelectorAll(selector)].map(({ textContent }) =>
    textContent
      .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
      .replaceAll('\u00a0', ' ')
      .trim(),
  );
}

/** A table as texts: its heads, then its rows. */
export function tableTexts(node: Node): string[][] {
  const rows = [...node.querySelectorAll('tr')];
  return rows.map((row) => textsOf(row, 'th, td'));
}

/** The rectangles of a colour in a drawing, as places in pixels. */
export function rectsOf(drawing: Node, fill: string): { x: number; y: number; width: number; height: number }[] {
  return [...drawing.querySelectorAll(`g[fill="var(--${fill})"] rect, rect[fill="var(--${fill})"]`)].map((rect) => {
    const number = (name: string): number => Number(rect.getAttribute(name));
    return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
  });
}
