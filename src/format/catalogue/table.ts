import { dateStyle } from '../date-style.js';
import { defineFormat, type Render } from '../definition.js';
import type { View } from '../page.js';

export const table = defineFormat({
  id: 'table',
  title: { en: 'Tables for a terminal', fa: 'جدول برای پایانه' },
  extensions: ['.txt'],
  report: () => printed(async () => (await import('../pages/report.js')).reportView),
  check: () => printed(async () => (await import('../pages/check.js')).checkView),
  inspection: () => printed(async () => (await import('../pages/inspection.js')).inspectionView),
  explanation: () => printed(async () => (await import('../pages/explanation.js')).explanationView),
  failure: () => printed(async () => (await import('../pages/failure.js')).failureView),
});

async function printed<Document extends object>(load: () => Promise<View<Document>>): Promise<Render<Document>> {
  const [view, { printTerminal, isNarrow }] = await Promise.all([load(), import('../terminal/print.js')]);
  return (document, options) =>
    printTerminal(view(document, { ...dateStyle(document, options.lang), narrow: isNarrow(options.width) }), options);
}
