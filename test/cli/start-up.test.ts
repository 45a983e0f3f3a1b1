import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/run.js';

/** The packages that a built file loads before anything runs, itself or by what it imports. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const sources = [...text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)";|^import "([^"]+)";/gm)];
  return sources.flatMap(([, from, bare]) => {
    const source = from ?? bare ?? '';
    if (source.startsWith('.')) return packagesOf(join(dirname(file), source), seen);
    return source.startsWith('node:') ? [] : [source];
  });
}

describe('the help', () => {
  it('loads what parses arguments and days, and nothing that reads, validates or computes', () => {
    const packages = new Set(packagesOf(`${ROOT}dist/cli/main.js`));
    expect([...packages].sort()).toEqual(['commander', 'jalaali-js']);
  });
});
