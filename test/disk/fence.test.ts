import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenceOfThread, isWithin, isWrittenWithin } from '../../src/disk/fence.js';

describe('a folder', () => {
  it.each([
    ['/a/b', true],
    ['/a/b/c', true],
    ['/a/b/..c', true],
    ['/a/bc', false],
    ['/a', false],
    ['/', false],
    ['/a/c', false],
    ['/x/y/z', true],
  ])('and what lies below it: %s %s', (path, within) => {
    expect(isWithin(['/a/b', '/x/y'], path)).toBe(within);
  });

  it('holds nothing that is written with a way out', () => {
    const part = fc.constantFrom('..', '.', 'x', 'b', '..x', '');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const stack: string[] = ['a', 'b'];
        for (const one of parts)
          if (one === '..') stack.pop();
          else if (one !== '.' && one !== '') stack.push(one);
        const fence = { folders: ['/a/b'], named: [], largest: 1 };
        expect(isWrittenWithin(fence, ['/a/b', ...parts].join('/'))).toBe(stack[0] === 'a' && stack[1] === 'b');
      }),
    );
  });
});

it('is not up unless somebody put it up', () => {
  expect(fenceOfThread()).toBeNull();
});
