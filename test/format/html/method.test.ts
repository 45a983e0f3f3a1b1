import { expect, it } from 'vitest';
import { methodHtml } from '../../../src/format/html/method.js';
import { REPORT } from '../../support/documents.js';
import { htmlPage, parsed, textsOf } from '../../support/html-page.js';

const warning = (message: string) => ({ code: 'x', args: {}, message });

it('folds away all but the first of many warnings', () => {
  const warnings = Array.from({ length: 400 }, (_, at) => warning(`warning ${at + 1}`));
  const page = parsed(methodHtml({ ...REPORT, warnings }, htmlPage()));
  const [part] = page.querySelectorAll('.part');
  expect(part === undefined ? [] : textsOf(part, 'h3, summary')).toEqual(['Warnings', '392 more']);
  expect(textsOf(page, 'li').filter((text) => text.startsWith('warning'))).toHaveLength(400);
});

it('folds nothing for the sake of one', () => {
  const warnings = Array.from({ length: 9 }, (_, at) => warning(`warning ${at + 1}`));
  const [part] = parsed(methodHtml({ ...REPORT, warnings }, htmlPage())).querySelectorAll('.part');
  expect(part?.querySelector('details')).toBeNull();
});

it('cuts a warning that is no sentence any more', () => {
  const page = parsed(methodHtml({ ...REPORT, warnings: [warning('x'.repeat(10_000))] }, htmlPage()));
  expect(textsOf(page, 'li')[0]).toBe(`${'x'.repeat(800)}…`);
});
