import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConfig } from '../../src/config/discover.js';

let root = '';
const at = (...names: string[]): string => join(root, ...names);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'kpi-config-')));
  mkdirSync(at('home/project/data'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('findConfig', () => {
  it('finds the nearest config upward, and names it from here', async () => {
    writeFileSync(at('home/project/kpi.config.yml'), '');
    expect(await findConfig(at('home/project/data'), at('home'))).toBe('../kpi.config.yml');
    writeFileSync(at('home/project/data/kpi.config.json'), '');
    expect(await findConfig(at('home/project/data'), at('home'))).toBe('kpi.config.json');
  });

  it('looks into the root of a git repository and no further', async () => {
    writeFileSync(at('home/kpi.config.yaml'), '');
    mkdirSync(at('home/project/.git'));
    expect(await findConfig(at('home/project/data'), at('home'))).toBeNull();
    writeFileSync(at('home/project/kpi.config.yaml'), '');
    expect(await findConfig(at('home/project/data'), at('home'))).toBe('../kpi.config.yaml');
  });

  it('looks into the home folder and no further', async () => {
    writeFileSync(at('kpi.config.yaml'), '');
    expect(await findConfig(at('home/project'), at('home'))).toBeNull();
    writeFileSync(at('home/kpi.config.yaml'), '');
    expect(await findConfig(at('home/project'), at('home'))).toBe('../kpi.config.yaml');
  });

  it('ends at the root where there is no home', async () => {
    expect(await findConfig('/', undefined)).toBeNull();
  });

  it('refuses to choose between two in one folder', async () => {
    writeFileSync(at('home/kpi.config.yaml'), '');
    writeFileSync(at('home/kpi.config.json'), '');
    await expect(findConfig(at('home'), undefined)).rejects.toMatchObject({
      code: 'config_ambiguous',
      args: { folder: '.', files: ['kpi.config.yaml', 'kpi.config.json'] },
    });
  });
});
