import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Opened, Page } from './open.js';

/** A rule of axe-core that a page breaks, with the elements that break it. */
export interface Fault {
  readonly rule: string;
  readonly elements: readonly string[];
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core finds wrong with a page as it stands. It is put into the page by the browser's own tools, to which the
 * page's policy does not apply. With `rules`, those alone are checked (`['color-contrast']`: a second scheme).
 */
export async function axe({ devtools }: Opened, rules?: readonly string[] | 'all but contrast'): Promise<Fault[]> {
  const only = typeof rules === 'object' ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const off = rules === 'all but contrast' ? { 'color-contrast': { enabled: false } } : {};
  const found = await devtools.send('Runtime.evaluate', {
    expression: `typeof axe === 'undefined' && eval(${JSON.stringify(AXE)});
      axe.run(document, { runOnly: ${JSON.stringify(only)}, rules: ${JSON.stringify(off)}, resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ target, failureSummary }) =>
          target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' ')) })))`,
    awaitPromise: true,
    returnByValue: true,
    allowUnsafeEvalBlockedByCSP: true,
  });
  if (found.exceptionDetails !== undefined)
    throw new Error(found.exceptionDetails.exception?.description ?? 'axe failed');
  return found.result.value as Fault[];
}

/** Elements that stick out of the window sideways, the outermost first, unless a region that scrolls holds them. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const named = (element: Element): string => {
      const { left, right } = element.getBoundingClientRect();
      const classes = [...element.classList].map((name) => `.${name}`).join('');
      const text = element.localName === 'text' ? ` “${element.textContent}”` : '';
      return `${element.localName}${classes}${text} from ${Math.round(left)} to ${Math.round(right)} of ${width}`;
    };
    const scrolls = (element: Element): boolean => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
    const found: string[] = [];
    const visit = (element: Element): void => {
      const box = element.getBoundingClientRect();
      const shown = element.checkVisibility() && box.width > 1 && box.height > 1;
      // What a group of a drawing holds may lie beside what it clips: its parts are looked at.
      const isGroup = element.localName === 'g';
      if (!isGroup && shown && (box.right > width + 1 || box.left < -1)) found.push(named(element));
      else if (!scrolls(element)) for (const child of element.children) visit(child);
    };
    for (const child of document.body.children) visit(child);
    if (document.documentElement.scrollWidth > width) found.push(`the page: ${document.documentElement.scrollWidth}`);
    return found;
  });
}

/** Elements whose text is cut off by their own edge: wider or higher than what they show, and nothing to scroll with. */
export function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string): boolean => /hidden|clip/.test(overflow);
      // On paper nothing scrolls either; one pixel is rounding, and a box of one pixel is for screen readers.
      const paper = matchMedia('print').matches;
      const cut = (overflow: string): boolean => hides(overflow) || (paper && overflow !== 'visible');
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      if (!element.checkVisibility() || clientWidth <= 1 || clientHeight <= 1 || element.closest('svg')) return [];
      const [x, y] = [
        cut(overflowX) && scrollWidth > clientWidth + 1,
        cut(overflowY) && scrollHeight > clientHeight + 1,
      ];
      if (!x && !y) return [];
      const classes = [...element.classList].map((name) => `.${name}`).join('');
      return [`${element.localName}${classes}: ${scrollWidth}×${scrollHeight} in ${clientWidth}×${clientHeight}`];
    }),
  );
}

/** A page printed on A4: how many sheets, and the bytes of the PDF. */
export async function printed(page: Page): Promise<{ sheets: number; pdf: Buffer }> {
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
  return { sheets: pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, pdf };
}
