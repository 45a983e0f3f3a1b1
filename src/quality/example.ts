import type { ExampleTable } from './definition.js';

/**
 * An example of many records, for rules that judge nothing below some number of them: `{n}` stands for the number of
 * the record, from 1; `last` are the records after them.
 *
 * @example manyRecords('id amount', 2, 'D{n} 100', 'D3 7') // 'id amount\nD1 100\nD2 100\nD3 7'
 */
export function manyRecords(header: string, records: number, record: string, ...last: readonly string[]): ExampleTable {
  const rows = Array.from({ length: records }, (_, index) => record.replaceAll('{n}', String(index + 1)));
  return [header, ...rows, ...last].join('\n');
}
