import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinNames, splitNames } from '../../src/locale/name-list.js';

describe('names in one text', () => {
  it.each([
    ['owner', ['owner']],
    [' stage , owner ', ['stage', 'owner']],
    ['"City, State"', ['City, State']],
    ['"City, State",owner', ['City, State', 'owner']],
    ['owner , "City, State" ', ['owner', 'City, State']],
    ['"say ""hi"", you"', ['say "hi", you']],
    // A quote within a name, and one that is never closed, are parts of it.
    ['5" pipe,owner', ['5" pipe', 'owner']],
    ['"open,owner', ['"open', 'owner']],
    ['"City" of,owner', ['"City" of', 'owner']],
    ['owner,,', ['owner']],
    [' , ', []],
    ['""', []],
  ])('%s', (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });

  it('are the same after they were joined', () => {
    const name = fc.stringMatching(/^[ab",]+$/);
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(splitNames(joinNames(names))).toEqual(names);
      }),
    );
  });
});
