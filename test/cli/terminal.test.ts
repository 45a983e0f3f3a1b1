import { describe, expect, it } from 'vitest';
import { canRedraw, isAsciiOnly, wantsColor, widthOf } from '../../src/cli/terminal.js';

const TTY = { isTTY: true, columns: 132 };
const PIPE = {};

describe('wantsColor', () => {
  it.each([
    ['a terminal', TTY, {}, false, true],
    ['a pipe', PIPE, {}, false, false],
    ['--no-color', TTY, { FORCE_COLOR: '1' }, true, false],
    ['NO_COLOR', TTY, { NO_COLOR: '1' }, false, false],
    ['NO_COLOR=0, which is a value like any other', TTY, { NO_COLOR: '0' }, false, false],
    ['an empty NO_COLOR', TTY, { NO_COLOR: '' }, false, true],
    ['NO_COLOR before FORCE_COLOR', TTY, { NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
    ['FORCE_COLOR in a pipe', PIPE, { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR before TERM=dumb', TTY, { FORCE_COLOR: '3', TERM: 'dumb' }, false, true],
    ['FORCE_COLOR=0', TTY, { FORCE_COLOR: '0' }, false, false],
    ['an empty FORCE_COLOR', PIPE, { FORCE_COLOR: '' }, false, false],
    ['TERM=dumb', TTY, { TERM: 'dumb' }, false, false],
  ] as const)('%s', (_, stream, env, noColor, colored) => {
    expect(wantsColor(stream, env, noColor)).toBe(colored);
  });
});

describe('widthOf', () => {
  it('is COLUMNS, else the terminal; 100 for files and pipes', () => {
    expect(widthOf(TTY, { COLUMNS: '100' })).toBe(100);
    expect(widthOf(PIPE, { COLUMNS: '200' })).toBe(200);
    expect(widthOf(TTY, {})).toBe(132);
    expect(widthOf(PIPE, {})).toBe(100);
  });

  it('does not believe nonsense', () => {
    for (const COLUMNS of ['0', '-5', '', 'wide', '1e9', '00']) expect(widthOf(PIPE, { COLUMNS })).toBe(100);
    expect(widthOf({ isTTY: true, columns: 0 }, {})).toBe(80);
    expect(widthOf({ isTTY: true }, {})).toBe(80);
    expect(widthOf(PIPE, { COLUMNS: '3' })).toBe(20);
  });
});

describe('isAsciiOnly', () => {
  it.each([
    ['a terminal that says nothing', TTY, {}, false],
    ['UTF-8', TTY, { LANG: 'en_US.UTF-8' }, false],
    ['utf8', TTY, { LANG: 'C.utf8' }, false],
    ['the C locale', TTY, { LANG: 'C' }, true],
    ['Latin-1', TTY, { LANG: 'de_DE.ISO-8859-1' }, true],
    ['LC_ALL before LANG', TTY, { LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' }, true],
    ['LC_CTYPE before LANG', TTY, { LC_CTYPE: 'fa_IR.UTF-8', LANG: 'C' }, false],
    ['an empty LC_ALL', TTY, { LC_ALL: '', LANG: 'fa_IR.UTF-8' }, false],
    ['a dumb terminal', TTY, { TERM: 'dumb', LANG: 'en_US.UTF-8' }, true],
    ['a pipe, which is the same everywhere', PIPE, { TERM: 'dumb', LANG: 'C' }, false],
  ] as const)('%s', (_, stream, env, ascii) => {
    expect(isAsciiOnly(stream, env)).toBe(ascii);
  });
});

describe('canRedraw', () => {
  it('needs a terminal that knows how', () => {
    expect(canRedraw(TTY, {})).toBe(true);
    expect(canRedraw(TTY, { TERM: 'dumb' })).toBe(false);
    expect(canRedraw(PIPE, { FORCE_COLOR: '1' })).toBe(false);
  });
});
