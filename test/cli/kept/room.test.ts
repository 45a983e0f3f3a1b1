import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRoom } from '../../../src/cli/kept/room.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-room-'));
const path = join(folder, 'file');
writeFileSync(path, '0123456789');
const file = openSync(path, 'r');
afterAll(() => {
  closeSync(file);
  rmSync(folder, { recursive: true });
});

describe('the room that files are read into', () => {
  it.each([4, 10, 100])('of %d bytes gives all of a file, or a part of it', (largest) => {
    const room = createRoom(largest);
    expect(room.readAll(file).toString()).toBe('0123456789');
    expect(room.read(file, 2, 3).toString()).toBe('234');
    expect(room.read(file, 8, 100).toString()).toBe('89');
    expect(room.read(file, 10, 1).toString()).toBe('');
    expect(room.readAll(file, Buffer.from('(('), Buffer.from(')')).toString()).toBe('((0123456789)');
  });

  it('is the same memory again and again', () => {
    const room = createRoom();
    const { buffer } = room.readAll(file);
    expect(room.read(file, 2, 3).buffer).toBe(buffer);
  });
});
