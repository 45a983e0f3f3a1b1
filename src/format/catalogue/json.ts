import { defineFormat, type Render } from '../definition.js';

export const json = defineFormat({
  id: 'json',
  title: { en: 'JSON, complete and for programs', fa: 'جی‌سون، کامل و برای برنامه‌ها' },
  extensions: ['.json'],
  report: printed,
  check: printed,
  inspection: printed,
  explanation: printed,
  deals: printed,
  customers: printed,
  comparison: printed,
  failure: printed,
  raw: async () => (await import('../json/raw.js')).printRawJson,
});

async function printed(): Promise<Render<unknown>> {
  const { printJson } = await import('../json/print.js');
  return (document) => printJson(document);
}
