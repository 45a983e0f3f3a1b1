import { defineFormat } from '../definition.js';

export const junit = defineFormat({
  id: 'junit',
  title: { en: 'JUnit XML, a test case per rule', fa: 'JUnit XML، هر قاعده یک آزمون' },
  extensions: ['.xml'],
  check: async () => (await import('../junit/print.js')).printJunit,
  failure: async () => (await import('../failures.js')).junitFailure,
});
