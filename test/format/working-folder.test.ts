import { describe, expect, it } from 'vitest';
import { fromWorkingFolder, inWorkingFolder } from '../../src/format/working-folder.js';
import { CHECK } from '../support/documents.js';

describe('a path from the working folder', () => {
  it.each([
    ['deals.csv', '/home/a/repo', 'deals.csv'],
    ['./exports/./deals.csv', '/home/a/repo', 'exports/deals.csv'],
    ['exports/../deals.csv', '/home/a/repo', 'deals.csv'],
    ['/home/a/repo/exports/deals.csv', '/home/a/repo', 'exports/deals.csv'],
    ['/home/a/repo/deals.csv', '/home/a/repo/', 'deals.csv'],
    // The folder again, by way of the one above it.
    ['../repo/deals.csv', '/home/a/repo', 'deals.csv'],
    // Outside: above where it was named so, else absolute.
    ['../deals.csv', '/home/a/repo', '../deals.csv'],
    ['../../b/deals.csv', '/home/a/repo', '../../b/deals.csv'],
    ['/data/deals.csv', '/home/a/repo', '/data/deals.csv'],
    ['/home/a/repository/deals.csv', '/home/a/repo', '/home/a/repository/deals.csv'],
    // Windows writes other separators, and does not tell letter cases apart.
    ['exports\\deals.csv', 'C:\\work\\repo', 'exports/deals.csv'],
    ['c:\\Work\\repo\\deals.csv', 'C:\\work\\repo', 'deals.csv'],
    ['..\\deals.csv', 'C:\\work\\repo', '../deals.csv'],
    ['D:\\data\\deals.csv', 'C:\\work\\repo', 'D:/data/deals.csv'],
    // Elsewhere a backslash is a letter of a name.
    ['a\\b.csv', '/home/a', 'a\\b.csv'],
    // Nobody knows the folder.
    ['./in/deals.csv', '', 'in/deals.csv'],
    ['../deals.csv', '', '../deals.csv'],
    ['/data/deals.csv', '', '/data/deals.csv'],
    ['-', '/home/a', '-'],
  ])('%s in %s is %s', (file, folder, path) => {
    expect(fromWorkingFolder(file, folder)).toBe(path);
  });

  it('stands at every source and violation of a check', () => {
    const there = { ...CHECK, violations: CHECK.violations.map((one) => ({ ...one, file: '/w/in/deals.csv' })) };
    const files = inWorkingFolder(there, '/w').violations.map(({ file }) => file);
    expect(new Set(files)).toEqual(new Set(['in/deals.csv']));
  });
});
