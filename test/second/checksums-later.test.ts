import { describe, expect, it } from 'vitest';
import { withChecksums } from '../../src/index.js';

describe('checksums that nobody waited for', () => {
  it('come into the document by the place of their file, and leave what is there', async () => {
    const document = {
      sources: [
        { file: 'a', sha256: '' },
        { file: 'b', sha256: '0b' },
        { file: 'c', sha256: '' },
      ],
      n: 1,
    };
    const laterChecksums = [Promise.resolve('0a'), undefined, Promise.resolve('0c')];
    expect(await withChecksums(document, { laterChecksums })).toEqual({
      sources: [
        { file: 'a', sha256: '0a' },
        { file: 'b', sha256: '0b' },
        { file: 'c', sha256: '0c' },
      ],
      n: 1,
    });
    expect(await withChecksums(document, {})).toEqual(document);
  });

  it('are not made up where the file can be read no longer', async () => {
    const gone = Promise.reject(new Error('gone'));
    await expect(withChecksums({ sources: [{ sha256: '' }] }, { laterChecksums: [gone] })).rejects.toThrow('gone');
  });
});
