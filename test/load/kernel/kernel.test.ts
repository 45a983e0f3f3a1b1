import { describe, expect, it } from 'vitest';
import { Kernel } from '../../../src/load/kernel/kernel.js';
import { kernelHere } from '../../support/kernel.js';

describe('the program of the reader', () => {
  it('leaves a memory as it is when it begins there: another reader may be at work in it', () => {
    const parts = kernelHere();
    const bytes = new Uint8Array(parts.memory.buffer).fill(0xaa);
    new Kernel(parts);
    expect(bytes.every((byte) => byte === 0xaa)).toBe(true);
    expect(parts.memory.buffer.byteLength).toBe(bytes.length);
  });
});
