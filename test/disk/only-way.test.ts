import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/run.js';

/** Files of src/ that know the file system beside `disk`, and what they may ask it for. */
const OTHERS: Readonly<Record<string, string>> = {
  'load/bytes.ts': 'reading from a descriptor that disk opened',
  'load/checksum-ahead.ts': 'reading from a descriptor that disk opened',
  'load/placed-bytes.ts': 'reading from a descriptor that disk opened',
  'load/read-part.ts': 'reading from a descriptor that disk opened',
  'cli/answers/runner.ts': 'whether our own program is there',
  'cli/kept/compile.ts': 'the program itself, to compile it',
  'cli/kept/keep.ts': 'what was compiled, in the folder for it',
  'cli/kept/place.ts': 'whose the folder for it is',
  'cli/kept/room.ts': 'reading from descriptors that the two above opened',
  'cli/closed-output.ts': 'what its own descriptors are',
  'cli/version.ts': 'its own manifest',
  'cli/output.ts': 'writing, which a fence refuses',
  'cli/start.ts': 'writing to its own output, and how large a file is',
  'cli/history.ts': 'the lock of a file that is written',
  'cli/commands/init.ts': 'whether a file that is to be written is there',
  'live/look.ts': 'whether files have changed, for a page that no fence is put up for',
  'mcp/roots.ts': 'the folders themselves',
  'mcp/list-files.ts': 'the names in the folders',
};

it('is through disk that files are opened to be read', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const knowing = files
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /from 'node:fs(\/promises)?'/.test(readFileSync(join(ROOT, 'src', name), 'utf8')));
  expect(knowing.filter((name) => !name.startsWith('disk/')).sort()).toEqual(Object.keys(OTHERS).sort());
});

it('knows every place that starts a thread, for each must put up the fence there', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const starting = files.filter((name) => /new Worker\(/.test(readFileSync(join(ROOT, 'src', name), 'utf8')));
  expect(starting.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([
    'cli/answers/runner.ts',
    'disk/thread.ts',
  ]);
});
