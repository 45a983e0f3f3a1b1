import { dateStyle } from '../date-style.js';
import { defineFormat, type Render, type RenderOptions } from '../definition.js';
import type { View } from '../page.js';

export const table = defineFormat({
  id: 'table',
  title: { en: 'Tables for a terminal', fa: 'جدول برای پایانه' },
  extensions: ['.txt'],
  report: () => printed(async () => (await import('../pages/report.js')).reportView, isCompared),
  check: () => printed(async () => (await import('../pages/check.js')).checkView),
  inspection: () => printed(async () => (await import('../pages/inspection.js')).inspectionView),
  explanation: () => printed(async () => (await import('../pages/explanation.js')).explanationView),
  deals: () => printed(async () => (await import('../pages/deal-list.js')).dealListView),
  customers: () => printed(async () => (await import('../pages/customer-list.js')).customerListView, isCompared),
  comparison: () => printed(async () => (await import('../pages/changed-list.js')).changedListView),
  failure: () => printed(async () => (await import('../pages/failure.js')).failureView),
});

/** A report is read to compare its figures; its full detail has every digit. */
const isCompared = ({ detail }: RenderOptions): boolean => detail !== 'full';

async function printed<Document extends object>(
  load: () => Promise<View<Document>>,
  isShort: (options: RenderOptions) => boolean = () => false,
): Promise<Render<Document>> {
  const [view, { printTerminal, isNarrow }] = await Promise.all([load(), import('../terminal/print.js')]);
  return (document, options) => {
    const short = isShort(options) || isNarrow(options.width);
    return printTerminal(
      view(document, { ...dateStyle(document, options.lang), short, detail: options.detail ?? 'standard' }),
      options,
    );
  };
}
