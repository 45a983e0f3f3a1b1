/** What a server for assistants may read and send. */
import { setting } from '../definition.js';
import { anyText, byteSize, secondsUpTo } from '../flag-values.js';

const FLAG = { group: 'output', commands: ['mcp'] } as const;

export const ASSISTANTS = {
  root: setting({
    summary: {
      en: 'a folder whose files may be read, and those below it; nothing else is',
      fa: 'پوشه‌ای که فایل‌های آن و پوشه‌های درونش را می‌توان خواند؛ چیز دیگری خوانده نمی‌شود',
    },
    flag: { name: 'root', value: 'FOLDER', group: 'reading', commands: ['mcp'], repeatable: true, parse: anyText },
  }),
  maxResult: setting({
    summary: {
      en: 'most bytes of JSON in an answer; a longer one is refused, never cut (default: 100KB)',
      fa: 'بیشترین بایت JSON در یک پاسخ؛ پاسخ بلندتر فرستاده نمی‌شود و بریده هم نمی‌شود (پیش‌فرض: 100KB)',
    },
    flag: { name: 'max-result', value: 'SIZE', ...FLAG, parse: byteSize },
  }),
  maxMemory: setting({
    summary: {
      en: 'most memory for an answer; work that needs more is stopped (default: 2GB)',
      fa: 'بیشترین حافظه برای یک پاسخ؛ کاری که بیشتر بخواهد متوقف می‌شود (پیش‌فرض: 2GB)',
    },
    flag: { name: 'max-memory', value: 'SIZE', ...FLAG, parse: byteSize },
  }),
  timeout: setting({
    summary: {
      en: 'seconds after which work on an answer is stopped (default: 120)',
      fa: 'ثانیه‌هایی که پس از آن کار روی یک پاسخ متوقف می‌شود (پیش‌فرض: 120)',
    },
    flag: { name: 'timeout', value: 'SECONDS', ...FLAG, parse: secondsUpTo(3600) },
  }),
} as const;
