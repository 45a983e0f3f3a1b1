import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/crm/recognize.js';
import { say } from '../../src/locale/say.js';
import { columnsApart, ignoredColumns, ignoreWarnings } from '../../src/normalize/columns-apart.js';
import { assign, candidates } from '../../src/normalize/mapping.js';

const HEADERS = ['Record ID', 'Deal Name', 'Deal Stage', 'Amount', 'Deal value', 'Notes', 'Notes #2'];

/** What each field was read from, and why each other column was not; every cell fits. */
function mapped(
  said: Readonly<Record<string, string>>,
  ignore: readonly string[] = [],
  headers: readonly string[] = HEADERS,
): {
  fields: Record<string, { header: string; score: number; reason: string }>;
  rejected: Record<string, string>;
  ties: number;
} {
  const { preset } = recognize(headers);
  const named = new Map(Object.entries(said).map(([field, header]) => [field, headers.indexOf(header)]));
  const apart = columnsApart(headers, 'deals', ignore);
  const found = candidates(headers, 'deals', preset, named, new Set(apart.keys()));
  const { fields, rejected, ties } = assign(found, headers, 'deals', () => ({ share: 1, filled: 9 }));
  return {
    fields: Object.fromEntries(
      [...fields].map(([field, { header, score, reason }]) => [field, { header, score, reason: say(reason, 'en') }]),
    ),
    rejected: Object.fromEntries([...rejected].map(([column, reason]) => [headers[column] ?? '', say(reason, 'en')])),
    ties: ties.length,
  };
}

describe('columns to ignore', () => {
  it('are found as written, without case and punctuation, and as often as the header repeats', () => {
    expect(ignoredColumns(HEADERS, ['deal_name'])).toEqual([1]);
    expect(ignoredColumns(HEADERS, ['notes'])).toEqual([5, 6]);
    expect(ignoredColumns(HEADERS, ['Notes #2'])).toEqual([6]);
    expect(ignoredColumns(HEADERS, ['Nothing'])).toEqual([]);
  });

  it('are taken for nothing, and make room for the next one', () => {
    expect(mapped({}).fields['amount']).toEqual({ header: 'Amount', score: 1, reason: 'hubspot preset' });
    expect(mapped({}, ['Amount']).fields['amount']).toMatchObject({ header: 'Deal value' });
    expect(mapped({}, ['Amount', 'Deal value']).fields['amount']).toBeUndefined();
  });

  it('are mapped all the same where the user names them for a field', () => {
    expect(mapped({ amount: 'Amount' }, ['Amount']).fields['amount']).toMatchObject({ header: 'Amount' });
  });

  it('are told of when no file has them', () => {
    const tables = [{ plan: { head: { columns: HEADERS } } }];
    const [warning, ...more] = ignoreWarnings(['Amuont', 'Notes'], tables);
    expect(more).toEqual([]);
    expect(warning && say(warning, 'en')).toBe('no file has a column "Amuont" to ignore. Did you mean "Amount"?');
  });
});

describe('a mapping that says what is found anyway', () => {
  it('changes nothing: neither confidence nor reason, nor why other columns were not taken', () => {
    const found = mapped({});
    const said = Object.fromEntries(Object.entries(found.fields).map(([field, { header }]) => [field, header]));
    expect(Object.keys(said).sort()).toEqual(['amount', 'id', 'name', 'stage']);
    expect(found.rejected['Deal value']).toBe('"Amount" was taken for amount');
    expect(mapped(said)).toEqual(found);
  });

  it('is the user’s word where nothing else speaks for it', () => {
    expect(mapped({ amount: 'Notes' }).fields['amount']).toEqual({
      header: 'Notes',
      score: 1,
      reason: 'said with --map',
    });
    expect(mapped({ amount: 'Notes' }).rejected['Amount']).toBe('"Notes" was taken for amount');
  });

  it('settles a tie', () => {
    const headers = ['Deal', 'Stage', 'Deal value', 'Deal amount', 'Created'];
    expect(mapped({}, [], headers).ties).toBe(1);
    expect(mapped({ amount: 'Deal amount' }, [], headers)).toMatchObject({ ties: 0 });
    expect(mapped({ amount: 'Deal amount' }, [], headers).fields['amount']).toMatchObject({ header: 'Deal amount' });
  });
});
