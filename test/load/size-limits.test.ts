import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { bytesSource, openBytes, PIECE } from '../../src/load/bytes.js';
import { openSource } from '../../src/load/open.js';
import { mostInMemory, type SizeLimits, sizeLimits } from '../../src/load/size-limits.js';
import { zip } from '../support/workbook-bytes.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const MIB = 1024 ** 2;
const HEAD = 'Deal ID,Amount,Stage\n';

/** Opens and reads all of it, as a file of the given bytes. */
async function outcome(bytes: Buffer, maxSize?: number): Promise<number | string> {
  const path = place.put('input', '');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(path, bytes);
  return outcomeOf(path, sizeLimits(maxSize), maxSize);
}

async function outcomeOf(path: string, limits: SizeLimits, maxSize?: number): Promise<number | string> {
  try {
    const table = await openSource(await openBytes(path, PIECE, limits), maxSize === undefined ? {} : { maxSize });
    return (await table.read()).size;
  } catch (cause) {
    if (cause instanceof UserError) return cause.code;
    throw cause;
  }
}

describe('what is packed', () => {
  const rows = Buffer.from(HEAD + 'D1,100,Won\n'.repeat(20_000));

  it('is read up to the limit, and refused beyond it', async () => {
    const bytes = gzipSync(rows);
    expect(await outcome(bytes)).toBe(20_000);
    expect(await outcome(bytes, rows.length)).toBe(20_000);
    expect(await outcome(bytes, rows.length - 1)).toBe('too_large');
  });

  it('is refused in a ZIP archive too, by the claim of its directory', async () => {
    const bytes = zip([{ name: 'deals.csv', content: rows }]);
    expect(await outcome(bytes)).toBe(20_000);
    expect(await outcome(bytes, 1000)).toBe('damaged_archive');
  });

  it('never limits a file that is as it is', async () => {
    expect(await outcome(rows, 1000)).toBe(20_000);
  });

  it('may not be a web page, or an archive, that is many times as long', async () => {
    const page = '<html><table><tr><td>Deal ID</td><td>Amount</td></tr>';
    expect(await outcome(gzipSync(page + ' '.repeat(70 * MIB)))).toBe('too_large');
    expect(await outcome(gzipSync(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(70 * MIB)])))).toBe(
      'too_large',
    );
  });

  it('is judged by how well it packs only as long as nobody names a limit', () => {
    expect(mostInMemory(sizeLimits(undefined), 10 * MIB, 20)).toBe(200 * MIB);
    expect(mostInMemory(sizeLimits(undefined), 1000, 20)).toBe(64 * MIB);
    expect(mostInMemory(sizeLimits(undefined), null, 20)).toBe(512 * MIB);
    expect(mostInMemory(sizeLimits(4 * 1024 * MIB), 1000, 20)).toBe(4 * 1024 * MIB);
  });

  it('is sound in memory as on disk', async () => {
    const table = await openSource(await bytesSource('deals.csv.gz', gzipSync(rows)), {});
    expect((await table.read()).size).toBe(20_000);
  });
});

describe('an input without an end', () => {
  it('is told by its beginning where that is no table', async () => {
    expect(await outcomeOf('/dev/zero', sizeLimits(undefined))).toBe('not_a_table');
    expect(await outcomeOf('/dev/urandom', sizeLimits(undefined))).toBe('not_a_table');
  });

  it('that is empty is an empty file', async () => {
    expect(await outcomeOf('/dev/null', sizeLimits(undefined))).toBe('empty_file');
  });
});
