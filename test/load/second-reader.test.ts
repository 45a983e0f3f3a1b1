import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import type { BytePlan } from '../../src/load/byte-table.js';
import type { KernelParts } from '../../src/load/kernel/kernel.js';
import { KernelTable } from '../../src/load/kernel/table.js';
import { checksumOf, type PartAnswer, type PartTask, type ReadMessage, readPart } from '../../src/load/read-part.js';
import { guessBoundary } from '../../src/load/second-reader.js';
import { cellText } from '../../src/model/text-column.js';
import { kernelHere } from '../support/kernel.js';
import { writtenPlaces } from '../support/row-places.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kpi-second-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(folder, 'deals.csv');
  writeFileSync(path, text);
  return path;
}

const RECORD = 'D1,Alpha,5\n';
const plan: BytePlan = {
  widths: null,
  delimiter: ',',
  header: ['id', 'name', 'amount'],
  headerRow: 0,
  columns: 3,
  firstColumnIsTerse: true,
  wanted: [0, 2],
  firstLine: 0,
  size: null,
  profile: { header: ['id', 'name', 'amount'], digits: [true, false, true], data: [false, false, true], values: [] },
  known: [],
  lookedTo: 0,
};

describe('the boundary between two readers', () => {
  it.each([0.2, 0.5])('is where a record starts, behind %d of the file', async (share) => {
    const text = RECORD.repeat(100);
    const boundary = await guessBoundary(file(text), share * text.length, plan);
    expect((boundary?.from ?? 1) % RECORD.length).toBe(0);
    expect(boundary?.from).toBeGreaterThan(share * text.length);
    expect(boundary?.from).toBeLessThanOrEqual(share * text.length + 2 * RECORD.length);
  });

  it('is behind a long note, too', async () => {
    const long = `D2,"${'x'.repeat(150_000)}",5\n`;
    const text = RECORD.repeat(50) + long + RECORD.repeat(50);
    const boundary = await guessBoundary(file(text), 60 * RECORD.length, plan);
    expect(boundary?.from).toBe(50 * RECORD.length + long.length);
  });

  it('is not inside a note with line ends, where quotes stand out of place', async () => {
    const record = `1,"${'a line\n'.repeat(40)}",2\n`;
    const text = record.repeat(60);
    const boundary = await guessBoundary(file(text), text.length / 2, plan);
    expect((boundary?.from ?? 1) % record.length).toBe(0);
  });

  it('is nowhere in a file that is too short, or whose records end with CR', async () => {
    expect(await guessBoundary(file(RECORD), RECORD.length / 2, plan)).toBeNull();
    const text = RECORD.repeat(100).replaceAll('\n', '\r');
    expect(await guessBoundary(file(text), text.length / 2, plan)).toBeNull();
  });
});

/** What a first reader, which has read the names of the columns, finds in the memory where a part was read. */
function joined(kernel: KernelParts, part: PartAnswer): unknown {
  const table = new KernelTable(kernel, plan, () => 0);
  table.feed(Buffer.from(`${plan.header?.join(',')}\n`), false);
  if (part === null || !table.absorb(part)) return null;
  const { places, columns, ...contents } = table.finish();
  const cells = [...columns].map(([column, texts]) => [
    column,
    texts && Array.from({ length: texts.length }, (_, row) => cellText(texts, row)),
  ]);
  return { ...contents, ...writtenPlaces(places), cells };
}

/** What the second thread answers to a task, until it has answered all. */
async function answersTo(task: PartTask, ahead: string | null = null): Promise<unknown[]> {
  const worker = new Worker(join(dist, 'second', 'worker.js'), { workerData: { fence: null, ahead } });
  const { port1, port2 } = new MessageChannel();
  const answers: unknown[] = [];
  port1.on('message', (answer) => answers.push(answer));
  worker.postMessage({ read: task, answers: port2 } satisfies ReadMessage, [port2]);
  await new Promise((resolve, reject) => {
    port1.once('close', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
  return answers;
}

describe('the second reader', () => {
  it('declines where the names of columns decide: only the first knows them', () => {
    const table = `Product,Price,Stock\n${'Bolt,5,2024-01-05\n'.repeat(30)}`;
    const path = file(`${RECORD.repeat(3)}\n${table}`);
    expect(readPart({ path, from: RECORD.length, plan, kernel: kernelHere(), places: 0 })).toBeNull();
  });

  it('is in the build, and reads there what it reads here, where the first sees it', async () => {
    const kernel = kernelHere();
    const task: PartTask = { path: file(RECORD.repeat(9)), from: 2 * RECORD.length, plan, kernel, places: 0 };
    const [answer] = (await answersTo(task)) as [PartAnswer];
    expect(answer).toMatchObject({ records: 7, lines: 7, kept: 7, findings: [] });
    const here = { ...task, kernel: kernelHere() };
    const table = joined(here.kernel, readPart(here));
    expect(table).toMatchObject({
      size: 7,
      rowOf: [2, 3, 4, 5, 6, 7, 8],
      lineOf: [1, 2, 3, 4, 5, 6, 7],
      cells: [
        [0, new Array(7).fill('D1')],
        [2, new Array(7).fill('5')],
      ],
    });
    expect(joined(kernel, answer)).toEqual(table);
  });

  it('sends the checksum of the whole file behind its part, where it is asked to', async () => {
    const path = file('abc\n'.repeat(2));
    // sha256sum of the eight bytes.
    const known = 'efbaea14f77d3395edd863ea7f247511362a2574db213338ae5c3a6027ff1341';
    expect(checksumOf(path)).toBe(known);
    const task: PartTask = { path, from: 4, plan, kernel: kernelHere(), places: 0, checksum: true };
    expect(await answersTo(task)).toEqual([expect.objectContaining({ records: 1 }), known]);
  });

  it('sends a checksum that was begun before: of the bytes of the file, though doubled quotes become one where they are read', async () => {
    // Another cell is text, so that the kernel takes the record by itself; the checksum is not at the end when it begins.
    const text = 'D1,"Al ""pha""",Beta 5\n'.repeat(200_000);
    const path = file(text);
    const known = createHash('sha256').update(text).digest('hex');
    const whole = { ...plan, wanted: [0, 1, 2] };
    const task: PartTask = { path, from: 23 * 100_000, plan: whole, kernel: kernelHere(), places: 0, checksum: true };
    expect(await answersTo(task, path)).toEqual([expect.objectContaining({ records: 100_000 }), known]);
  });

  it('is found from where the build put the code that starts it', () => {
    const chunks = ['', 'chunks', 'cli'].flatMap((part) =>
      readdirSync(join(dist, part))
        .filter((name) => name.endsWith('.js'))
        .map((name) => join(dist, part, name)),
    );
    const starting = chunks.filter((path) => readFileSync(path, 'utf8').includes('second/worker.js'));
    expect(starting.length).toBeGreaterThan(0);
    for (const path of starting) {
      expect(['../second/worker.js', './second/worker.js'].some((place) => existsSync(join(path, '..', place)))).toBe(
        true,
      );
    }
  });
});
