import { headerKey } from '../crm/header.js';

/** The index of a header, compared as written, then without case and punctuation; −1 when there is none. */
export function findColumn(headers: readonly string[], name: string): number {
  const exact = headers.indexOf(name);
  if (exact >= 0) return exact;
  const key = headerKey(name);
  return headers.findIndex((header) => headerKey(header) === key);
}
