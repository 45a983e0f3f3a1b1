import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/run.js';

/* The protocol's SDK stands in the bundle; this is what of it, where, and who loads it. */

const DIST = join(ROOT, 'dist');
const SDK = 'chunks/mcp-sdk.js';
const text = (file: string): string => readFileSync(join(DIST, file), 'utf8');

/** The files that are loaded with a file, because it requires them before anything runs. */
function loadedWith(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || !existsSync(join(DIST, entry))) return seen;
  seen.add(entry);
  for (const [, path = ''] of text(entry).matchAll(
    /^(?:(?:const|let) [^=\n]*= ?)?(?:\w+\.__toESM\()?require\("(\.[^"]+)"\)/gm,
  ))
    loadedWith(relative(DIST, join(DIST, dirname(entry), path)).replaceAll('\\', '/'), seen);
  return seen;
}

describe('the SDK in the bundle', () => {
  it('is a file of its own, which kpi mcp loads and nothing else', () => {
    for (const entry of ['cli/start.js', 'cli/main.js', 'index.js', 'second/worker.js', 'cli/answers/worker.js']) {
      const loaded = loadedWith(entry);
      expect(loaded.size).toBeGreaterThan(1);
      expect(loaded.has(SDK), entry).toBe(false);
    }
    const naming = readdirSync(join(DIST, 'chunks')).filter((name) => text(`chunks/${name}`).includes('mcp-sdk.js'));
    expect(naming).toEqual([expect.stringMatching(/^mcp\d*\.js$/)]);
  });

  it('has no web server, no client and no validator in it', () => {
    const modules = [...text(SDK).matchAll(/^\/\/(?:#region)? ?(node_modules\/\S+)$/gm)].map(([, path]) => path ?? '');
    expect(modules.length).toBeGreaterThan(3);
    const others = modules.filter(
      (path) =>
        !/^node_modules\/(?:@modelcontextprotocol\/sdk\/dist\/esm\/(?:server|shared|experimental|validation|types)|zod\/)/.test(
          path,
        ),
    );
    expect(others).toEqual([]);
    expect(text(SDK)).not.toMatch(/require\("(?!node:|\.)/);
  });

  it('stands beside its licence, as every package in the bundle does', () => {
    const packages = {
      [SDK]: '@modelcontextprotocol/sdk',
      'chunks/zod.js': 'zod',
      'chunks/plot.js': '@observablehq/plot',
    };
    for (const [file, name] of Object.entries(packages))
      expect(text(file)).toContain(readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8').trim());
    expect(text(SDK)).not.toContain('node_modules/zod/');
  });
});
