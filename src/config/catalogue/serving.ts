/** Where a served page is to be found. */
import { setting } from '../definition.js';
import { anyText, portNumber } from '../flag-values.js';

export const SERVING = {
  port: setting({
    summary: {
      en: 'port of the page; 0 = any that is free (default: 7474)',
      fa: 'درگاه صفحه؛ 0 = هر درگاه آزاد (پیش‌فرض: 7474)',
    },
    flag: { name: 'port', value: 'N', group: 'output', commands: ['serve'], parse: portNumber },
  }),
  host: setting({
    summary: {
      en: 'address to listen on; beyond this machine everybody who reaches it reads the figures (default: 127.0.0.1)',
      fa: 'نشانی‌ای که صفحه روی آن داده می‌شود؛ بیرون از این دستگاه هر که به آن برسد اعداد را می‌خواند (پیش‌فرض: 127.0.0.1)',
    },
    flag: { name: 'host', value: 'ADDRESS', group: 'output', commands: ['serve'], parse: anyText },
  }),
} as const;
