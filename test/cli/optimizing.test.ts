import { expect, it } from 'vitest';
import { optimizeLate } from '../../src/cli/optimizing.js';

it('sets no flag of a V8 that has none of that name, which would say so on the error stream', () => {
  for (const v8 of ['12.4.254.21-node.33', '13.6.233.10-node.28', '14.1.146.11-node.14', '111.3.1']) {
    expect(optimizeLate(v8)).toBe(false);
  }
});
