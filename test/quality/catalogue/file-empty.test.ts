import { describe, expect, it } from 'vitest';
import { fileEmpty } from '../../../src/quality/catalogue/file-empty.js';
import { runRule } from '../../support/rules.js';

describe('file.empty', () => {
  it('rejects a file without a record beside one that has some', () => {
    const result = runRule(
      fileEmpty,
      'id amount\nD1 5\n# file january.csv 3\n# file february.csv 0\n# file march.csv 0',
    );
    expect([result.violations, result.applicable]).toEqual([2, 4]);
    expect(result.describe().map(({ place, message }) => [place.file, message.en])).toEqual([
      ['february.csv', 'february.csv has a header and no record'],
      ['march.csv', 'march.csv has a header and no record'],
    ]);
  });

  it('accepts files of one record', () => {
    expect(runRule(fileEmpty, 'id amount\nD1 5\n# file january.csv 1')).toMatchObject({
      outcome: 'pass',
      applicable: 2,
    });
  });
});
