import { describe, expect, it } from 'vitest';
import { Kernel } from '../../../src/load/kernel/kernel.js';
import { KernelTable } from '../../../src/load/kernel/table.js';
import { profileOf } from '../../../src/load/several-tables.js';
import { kernelHere } from '../../support/kernel.js';

describe('the program of the reader', () => {
  it('leaves a memory as it is when it begins there: another reader may be at work in it', () => {
    const parts = kernelHere();
    const header = ['ID', 'Amount', 'Closed'];
    const table = new KernelTable(
      parts,
      {
        ...{ delimiter: ',', header, headerRow: 0, columns: 3, firstColumnIsTerse: true, wanted: [0, 1, 2] },
        ...{ widths: null, firstLine: 0, size: null, known: [], lookedTo: 0 },
        profile: profileOf(header, [['D1', '5', '2025-01-31']]),
      },
      () => 0,
    );
    expect(table.feed(Buffer.from('D1,5,2025-01-31\nD2,"1,000.50",\n'), false)).toBe(true);
    const before = Uint8Array.from(new Uint8Array(parts.memory.buffer));
    new Kernel(parts);
    expect(Buffer.from(parts.memory.buffer).equals(before)).toBe(true);
  });
});
