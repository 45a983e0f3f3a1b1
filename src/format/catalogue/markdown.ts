import { dateStyle } from '../date-style.js';
import { defineFormat, type Render, type RenderOptions } from '../definition.js';
import type { View } from '../page.js';

export const markdown = defineFormat({
  id: 'markdown',
  title: { en: 'Markdown for repository hosts and mail', fa: 'مارک‌داون برای میزبان مخزن و ایمیل' },
  extensions: ['.md', '.markdown'],
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
  const [view, { printMarkdown }] = await Promise.all([load(), import('../markdown/print.js')]);
  return (document, options) =>
    printMarkdown(
      view(document, {
        ...dateStyle(document, options.lang),
        short: isShort(options),
        detail: options.detail ?? 'standard',
        sent: { command: options.command ?? null },
      }),
      options,
    );
}
