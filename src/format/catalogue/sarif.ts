import { defineFormat } from '../definition.js';

export const sarif = defineFormat({
  id: 'sarif',
  title: { en: 'SARIF 2.1.0, for code scanning', fa: 'SARIF 2.1.0، برای اسکن کد' },
  extensions: ['.sarif', '.sarif.json'],
  check: async () => (await import('../sarif/print.js')).printSarif,
  failure: async () => (await import('../failures.js')).sarifFailure,
});
