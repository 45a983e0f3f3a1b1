import { expect } from 'vitest';
import { kpi } from '../run.js';
import type { Opened, Page } from './open.js';

/** The page that the command makes of files: arguments of `kpi report`, without the format. */
export function pageOf(args: readonly string[], options: { readonly cwd?: string } = {}): string {
  const run = kpi(['report', ...args, '--format', 'html'], options);
  if (run.stdout === '') throw new Error(`kpi report ${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
  return run.stdout;
}

/** Nothing on the console, nothing thrown, nothing refused by the page's policy, nothing asked of any network. */
export function expectQuiet({ complaints }: Opened): void {
  expect(complaints).toEqual({ console: [], errors: [], refused: [], requests: [] });
}

/** Opens whatever a reader can open: details, and definitions, which then stand below their words instead of over others. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const sheet = new CSSStyleSheet(); // what is made so is not under the page's policy
    sheet.replaceSync(
      '.term .tip { display: block !important; position: static !important; max-height: none !important; }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Elements and attributes that a report has no use for: what a name of a file could have put there. */
export function foreign(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const elements = document.querySelectorAll(
      'script, style, link, base, img, picture, video, audio, iframe, frame, object, embed, form, foreignObject, image, use, animate, set',
    );
    const own = [...elements].filter(({ localName, parentElement }) =>
      localName === 'style'
        ? parentElement === document.head
        : localName === 'script' && parentElement === document.body,
    );
    const found = [...elements].filter((element) => !own.includes(element)).map(({ outerHTML }) => outerHTML);
    if (own.length > 2) found.push(`${own.length} scripts and sheets`);
    for (const { localName, attributes } of document.querySelectorAll('*')) {
      for (const { name, value } of attributes) {
        const address =
          /^(href|src|action|formaction|xlink:href|srcdoc|ping|data)$/.test(name) && !value.startsWith('#');
        if (name.startsWith('on') || name === 'style' || address) found.push(`${localName} ${name}=${value}`);
      }
    }
    return found.map((one) => one.slice(0, 200));
  });
}
