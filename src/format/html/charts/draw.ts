/** Observable Plot drawn into a document of our own: one drawing serves light, dark and print. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Html, textOf, trusted } from '../markup.js';

export type Drawing = Plot.PlotOptions;

/** How much room a drawing has, in pixels. */
export interface Room {
  readonly width: number;
  readonly narrow: boolean;
}

/** The part of linkedom's nodes that is used here; the compiler has no names of a browser's. */
interface Element {
  readonly tagName: string;
  readonly children: Iterable<Element>;
  readonly outerHTML: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  remove(): void;
  removeAttribute(name: string): void;
  setAttribute(name: string, value: string): void;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/**
 * The drawing as SVG. What Plot says in `<style>`, `style=` and classes goes: the page's sheet says it, and its policy
 * allows nothing else. The figures stand in a table beneath, so a screen reader passes the drawing by.
 */
export function svg(drawing: Drawing): Html {
  const node = Plot.plot({ ...drawing, document } as Drawing) as unknown as Element;
  clean(node);
  node.setAttribute('aria-hidden', 'true');
  node.setAttribute('focusable', 'false');
  return trusted(node.outerHTML);
}

/** What is written into every element and says nothing that the sheet does not. */
const DROPPED = /^(?:style|class|font-family|font-size|font-variant|aria-.*|stroke-miterlimit)$/;

function clean(element: Element): void {
  for (const child of [...element.children]) {
    if (child.tagName.toLowerCase() === 'style') child.remove();
    else clean(child);
  }
  for (const { name, value } of [...element.attributes]) {
    if (DROPPED.test(name)) element.removeAttribute(name);
    else if (/\.\d\d/.test(value)) element.setAttribute(name, rounded(value));
  }
}

/** A tenth of a pixel is more than can be seen; sixteen digits are half of a page. Of places, never of texts. */
function rounded(text: string): string {
  return text.replace(/(?<!\d)\d{1,9}\.\d{2,20}/g, (number) => String(Number(Number(number).toFixed(1))));
}

/** Drawn for a wide and for a narrow place; the sheet shows one: letters of a drawing that is scaled cannot be read. */
export function twice(draw: (room: Room) => Drawing, wide = 500): Html {
  const [large, small] = [svg(draw({ width: wide, narrow: false })), svg(draw({ width: NARROW, narrow: true }))];
  return trusted(`<div class="w">${textOf(large)}</div><div class="n">${textOf(small)}</div>`);
}

/** A phone of 390 pixels less its margins. */
const NARROW = 350;
