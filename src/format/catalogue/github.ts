import { defineFormat } from '../definition.js';

export const github = defineFormat({
  id: 'github',
  title: { en: 'annotations of GitHub Actions', fa: 'یادداشت‌های GitHub Actions' },
  extensions: [],
  check: async () => (await import('../github/print.js')).printGithub,
  failure: async () => (await import('../failures.js')).githubFailure,
});
