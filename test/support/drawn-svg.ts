/** Drawings of the HTML page as shapes in their places, so that tests can measure them. */
import { parseHTML } from 'linkedom';

export interface Shape {
  /** Of the element or of what it stands in. */
  readonly fill: string | null;
  readonly stroke: string | null;
  /** Pixels from the left and the top of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** On hover. */
  readonly title: string | null;
}

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
}

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly rects: readonly Shape[];
  readonly lines: readonly Shape[];
  readonly dots: readonly Shape[];
  readonly texts: readonly DrawnText[];
}

interface Node {
  readonly tagName: string;
  readonly children: Iterable<Node>;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
}

/** Every drawing of a page, in its order; a figure that is drawn twice is there twice, wide and narrow. */
export function drawingsOf(html: string): Drawn[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return [...(document as unknown as Node).querySelectorAll('svg')].map(drawn);
}

function drawn(svg: Node): Drawn {
  const found = { rects: [] as Shape[], lines: [] as Shape[], dots: [] as Shape[], texts: [] as DrawnText[] };
  walk(svg, { x: 0, y: 0, fill: null, stroke: null, anchor: 'start' }, found);
  return { width: number(svg, 'width'), height: number(svg, 'height'), ...found };
}

interface Around {
  readonly x: number;
  readonly y: number;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly anchor: string;
}

function walk(
  node: Node,
  around: Around,
  found: { rects: Shape[]; lines: Shape[]; dots: Shape[]; texts: DrawnText[] },
): void {
  const moved = /translate\(\s*(-?[\d.]+)(?:[ ,]+(-?[\d.]+))?/.exec(node.getAttribute('transform') ?? '');
  const at: Around = {
    x: around.x + Number(moved?.[1] ?? 0),
    y: around.y + Number(moved?.[2] ?? 0),
    fill: node.getAttribute('fill') ?? around.fill,
    stroke: node.getAttribute('stroke') ?? around.stroke,
    anchor: node.getAttribute('text-anchor') ?? around.anchor,
  };
  const kind = node.tagName.toLowerCase();
  const shape = (x: number, y: number, width: number, height: number): Shape => ({
    fill: at.fill,
    stroke: at.stroke,
    x: at.x + x,
    y: at.y + y,
    width,
    height,
    title: node.querySelector('title')?.textContent ?? null,
  });
  if (kind === 'rect')
    found.rects.push(shape(number(node, 'x'), number(node, 'y'), number(node, 'width'), number(node, 'height')));
  if (kind === 'circle') found.dots.push(shape(number(node, 'cx'), number(node, 'cy'), 0, 0));
  if (kind === 'line') {
    const [x1, x2, y1, y2] = ['x1', 'x2', 'y1', 'y2'].map((name) => number(node, name)) as [
      number,
      number,
      number,
      number,
    ];
    found.lines.push(shape(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)));
  }
  if (kind === 'text') {
    const lines = [...node.querySelectorAll('tspan')].map(({ textContent }) => textContent ?? '');
    const text = lines.length > 0 ? lines.join('\n') : (node.textContent ?? '');
    found.texts.push({ text, x: at.x + number(node, 'x'), y: at.y, anchor: at.anchor });
    return;
  }
  for (const child of node.children) walk(child, at, found);
}

function number(node: Node, name: string): number {
  return Number.parseFloat(node.getAttribute(name) ?? '0') || 0;
}
