import type { Phrase } from '../locale/text.js';

/** One thing a user can cause: its exit code, what was wrong, and what to do next. */
export interface ErrorDefinition<Args> {
  readonly exit: 2 | 3 | 4;
  readonly message: Phrase<Args>;
  readonly hint: Phrase<Args>;
}

function error<Args>(definition: ErrorDefinition<Args>): ErrorDefinition<Args> {
  return definition;
}

/** ` Did you mean "x"?`, or nothing. */
const meant = (suggestion: string | null): string => (suggestion === null ? '' : ` Did you mean ${suggestion}?`);
const meantFa = (suggestion: string | null): string => (suggestion === null ? '' : ` منظورتان ${suggestion} بود؟`);

export const ERRORS = {
  // 2: usage and configuration; nothing was read
  unknown_kpi: error<{ id: string; suggestion: string | null }>({
    exit: 2,
    message: { en: ({ id }) => `there is no KPI "${id}".`, fa: ({ id }) => `شاخصی به نام «${id}» نیست.` },
    hint: {
      en: ({ suggestion }) => `${meant(suggestion)} \`kpi list kpis\` shows them all.`.trim(),
      fa: ({ suggestion }) => `${meantFa(suggestion)} همه را با \`kpi list kpis\` ببینید.`.trim(),
    },
  }),
  // 3: input
  file_not_found: error<{ file: string; suggestion: string | null }>({
    exit: 3,
    message: { en: ({ file }) => `${file}: no such file.`, fa: ({ file }) => `${file}: چنین فایلی نیست.` },
    hint: {
      en: ({ suggestion }) => meant(suggestion).trim() || 'Check the path.',
      fa: ({ suggestion }) => meantFa(suggestion).trim() || 'مسیر را بررسی کنید.',
    },
  }),
} as const;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorArgs<C extends ErrorCode> = (typeof ERRORS)[C] extends ErrorDefinition<infer Args> ? Args : never;
