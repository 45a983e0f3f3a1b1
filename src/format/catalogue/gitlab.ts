import { defineFormat } from '../definition.js';

export const gitlab = defineFormat({
  id: 'gitlab',
  title: { en: 'code quality report of GitLab', fa: 'گزارش کیفیت کد GitLab' },
  extensions: [],
  check: async () => (await import('../gitlab/print.js')).printGitlab,
  failure: async () => (await import('../failures.js')).gitlabFailure,
});
