import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { buildFailure } from '../../src/report/failure.js';

const fileOf = (error: UserError, ...files: string[]) =>
  buildFailure(error, { lang: 'en', tool: { name: 'kpi', version: '0.0.0' }, files }).error.file;

describe('the file of a failure', () => {
  it('is the one that the error is about, not the first one given', () => {
    const empty = new UserError('no_records', { files: ['new.csv'] });
    expect(fileOf(empty, 'old.csv', 'new.csv')).toBe('new.csv');
    expect(fileOf(new UserError('no_records', { files: ['a.csv'] }, { file: 'b.csv' }), 'old.csv')).toBe('b.csv');
  });

  it('is the first one given where the error names none', () => {
    expect(fileOf(new UserError('no_records', { files: [] }), 'old.csv', 'new.csv')).toBe('old.csv');
    expect(fileOf(new UserError('no_records', { files: [] }))).toBeNull();
  });
});
