import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createScreen } from '../../../src/cli/live/screen.js';

function stream(isTTY: boolean) {
  const out = Object.assign(new PassThrough(), { isTTY });
  return { out, text: () => String(out.read() ?? '') };
}

describe('a page that is drawn again', () => {
  it('takes the place of the one before on a terminal', async () => {
    const { out, text } = stream(true);
    const screen = createScreen(out, {});
    await screen.draw(['one\n']);
    await screen.draw(['two\n']);
    expect(text()).toBe('\u001b[H\u001b[2J\u001b[3Jone\n\u001b[H\u001b[2J\u001b[3Jtwo\n');
  });

  it('stands behind the one before, with a form feed between, in a pipe and on a dumb terminal', async () => {
    for (const [isTTY, env] of [
      [false, {}],
      [true, { TERM: 'dumb' }],
    ] as const) {
      const { out, text } = stream(isTTY);
      const screen = createScreen(out, env);
      await screen.draw(['one\n']);
      await screen.draw(['two\n']);
      screen.cursor(false);
      expect(text()).toBe('one\n\ftwo\n');
    }
  });

  it('hides the cursor, and gives it back', () => {
    const { out, text } = stream(true);
    const screen = createScreen(out, {});
    screen.cursor(true);
    screen.cursor(false);
    screen.cursor(false);
    screen.cursor(true);
    expect(text()).toBe('\u001b[?25l\u001b[?25h');
  });
});
