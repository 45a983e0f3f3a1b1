import { type KernelParts, kernelParts } from '../../src/load/kernel/kernel.js';

/** A kernel in a memory of its own, which every Node that is supported can run. */
export function kernelHere(): KernelParts {
  const parts = kernelParts();
  if (parts === null) throw new Error('this Node cannot run the kernel');
  return parts;
}
