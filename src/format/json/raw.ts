import type { RawDocument } from '../../report/schema.js';
import { jsonText } from '../sanitize.js';

/** The table as JSON, a row on a line, in pieces: a large table is never one string. */
export function* printRawJson(document: RawDocument): Generator<string, void, undefined> {
  let separator = '{\n';
  for (const [key, value] of Object.entries(document)) {
    yield `${separator}  ${JSON.stringify(key)}: `;
    separator = ',\n';
    if (key === 'rows') yield* rowPieces(document.rows);
    else yield jsonText(JSON.stringify(value, null, 2).replaceAll('\n', '\n  '));
  }
  yield '\n}\n';
}

function* rowPieces(rows: RawDocument['rows']): Generator<string, void, undefined> {
  let separator = '[\n    ';
  for (const row of rows) {
    yield separator + jsonText(JSON.stringify(row));
    separator = ',\n    ';
  }
  yield separator.startsWith('[') ? '[]' : '\n  ]';
}
