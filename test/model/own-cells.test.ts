import { describe, expect, it } from 'vitest';
import { textsWhenAsked } from '../../src/load/kernel/stores.js';
import { FileTexts } from '../../src/load/placed-texts.js';
import type { CategoryColumn } from '../../src/model/column.js';
import { UnmadeCategory } from '../../src/model/distinct-texts.js';
import { areInBlock, livingOn } from '../../src/model/own-cells.js';
import { NO_ID, StoredIds } from '../../src/model/stored-ids.js';
import { NO_PLACE, StoredPlaces } from '../../src/model/stored-places.js';
import { ValueColumn } from '../../src/model/stored-values.js';
import { cellText } from '../../src/model/text-column.js';
import { placedFile } from '../support/placed-file.js';

/** A block of 100 bytes that threads share. */
const block = (): SharedArrayBuffer => new SharedArrayBuffer(100);

function bytesIn(buffer: SharedArrayBuffer, at: number, bytes: readonly number[]): Uint8Array {
  const view = new Uint8Array(buffer, at, bytes.length);
  view.set(bytes);
  return view;
}

function textIn(buffer: SharedArrayBuffer) {
  const offsets = new Uint32Array(buffer, 16, 3);
  offsets.set([0, 2, 3]);
  return { kind: 'plain' as const, length: 2, bytes: bytesIn(buffer, 8, [0x61, 0x62, 0x63]), offsets };
}

describe('columns that live on', () => {
  it('are copied out of a block of which they are little, and say what they said', () => {
    const buffer = block();
    // 15 + 2 of 100 bytes.
    const columns = [textIn(buffer), { codes: bytesIn(buffer, 40, [1, 0]), values: ['', 'Web'] }] as const;
    const own = livingOn(columns);
    const [text, category] = [own(columns[0]), own(columns[1])];
    expect([cellText(text, 0), cellText(text, 1)]).toEqual(['ab', 'c']);
    expect(text.bytes.buffer.byteLength).toBe(3);
    expect(text.offsets.buffer.byteLength).toBe(12);
    expect([...category.codes]).toEqual([1, 0]);
    expect(category.codes.buffer.byteLength).toBe(2);
    expect(category.values).toEqual(['', 'Web']);
    expect(areInBlock(columns)).toBe(true);
    expect(areInBlock([text, category])).toBe(false);
  });

  it('stay in a block of which they are a fifth, one that is there twice counted once', () => {
    const buffer = block();
    const [text, codes] = [textIn(buffer), bytesIn(buffer, 40, new Array(5).fill(1))];
    const all = [text, { codes, values: ['', 'Web'] }];
    const own = livingOn(all);
    expect(own(text).offsets).toBe(text.offsets);
    expect(own(codes)).toBe(codes);
    expect(areInBlock(all.map((cells) => own(cells)))).toBe(true);
    const fewer = codes.subarray(0, 4);
    for (const some of [
      [text, fewer],
      [text, fewer, text, fewer],
    ])
      expect(livingOn(some)(fewer).buffer.byteLength).toBe(4);
  });

  it('are numbers by code as well: of both it is asked what they are of a block', () => {
    const buffer = block();
    const codes = bytesIn(buffer, 0, [0, 1, 1]);
    const numbers = new Float64Array(buffer, 8, 2);
    numbers.set([0.5, 0.25]);
    const little = livingOn([codes])({ codes, numbers: numbers.subarray(0, 1) });
    expect([little.codes.buffer.byteLength, little.numbers.buffer.byteLength]).toEqual([3, 8]);
    expect([[...little.codes], [...little.numbers]]).toEqual([[0, 1, 1], [0.5]]);
    // 3 + 16 bytes, and one more.
    const whole = { codes, numbers };
    expect(livingOn([whole])(whole).numbers.buffer).not.toBe(buffer);
    const own = livingOn([whole, bytesIn(buffer, 40, [1])])(whole);
    expect([own.codes.buffer, own.numbers.buffer]).toEqual([buffer, buffer]);
    expect(areInBlock([whole])).toBe(true);
  });

  it('are texts that nobody has asked for: there they are not made, elsewhere they are', () => {
    const buffer = new SharedArrayBuffer(400);
    const offsets = new Uint32Array(buffer, 0, 3);
    offsets.set([0, 0, 4]);
    const bytes = bytesIn(buffer, 12, [...Buffer.from('Zoë')]);
    const codes = bytesIn(buffer, 20, [1, 0]);
    const column = new UnmadeCategory(codes, textsWhenAsked({ bytes, offsets, length: 2 }));
    expect(areInBlock([new UnmadeCategory(Uint8Array.of(1), column.unmade)])).toBe(true);
    // 18 of 400 bytes.
    const copied: CategoryColumn = livingOn([column])(column);
    expect(copied.unmade).toBeUndefined();
    expect([[...copied.codes], copied.values]).toEqual([
      [1, 0],
      ['', 'Zoë'],
    ]);
    expect(areInBlock([copied])).toBe(false);
    // 62 more are a fifth: with the texts themselves, and not without them.
    const more = bytesIn(buffer, 100, new Array(62).fill(1));
    expect(livingOn([column, more])(column)).toBe(column);
    expect(livingOn([column, more.subarray(1)])(column)).not.toBe(column);
    // Codes of its own do not keep the block of the texts.
    const ownCodes = new UnmadeCategory(Uint8Array.of(1, 0), column.unmade);
    expect(areInBlock([livingOn([ownCodes])<CategoryColumn>(ownCodes)])).toBe(false);
  });

  it('count for their own block only', () => {
    const [much, little] = [bytesIn(block(), 0, new Array(95).fill(1)), bytesIn(block(), 0, [1])];
    const own = livingOn([much, little]);
    expect(own(much)).toBe(much);
    expect(own(little).buffer.byteLength).toBe(1);
  });

  it('are ids that are stored as numbers, with the other texts, there as elsewhere', () => {
    const buffer = new SharedArrayBuffer(400);
    const ids = new Uint32Array(buffer, 0, 3);
    ids.set([7, NO_ID, 12]);
    const rows = new Uint32Array(buffer, 16, 1);
    rows.set([1]);
    const offsets = new Uint32Array(buffer, 24, 2);
    offsets.set([0, 2]);
    const others = { rows, bytes: bytesIn(buffer, 32, [0x61, 0x62]), offsets };
    const form = { beginning: Uint8Array.of(0x44), digits: 0 };
    const column = new ValueColumn(3, new StoredIds({ ids, form, empty: 0, others }));
    const textsOf = (one: ValueColumn): string[] => [0, 1, 2].map((row) => cellText(one, row));
    expect(areInBlock([column])).toBe(true);
    // 26 of 400 bytes.
    const copied = livingOn([column])(column);
    expect(textsOf(copied)).toEqual(['D7', 'ab', 'D12']);
    expect(areInBlock([copied])).toBe(false);
    const codes = bytesIn(buffer, 100, new Array(60).fill(1));
    const kept = livingOn([column, codes])(column);
    expect(textsOf(kept)).toEqual(['D7', 'ab', 'D12']);
    expect(kept.stored.kind === 'ids' && kept.stored.ids).toBe(ids);
  });

  it('are places of texts that stay in the file, and that file', () => {
    const buffer = new SharedArrayBuffer(400);
    const places = new Uint32Array(buffer, 0, 3);
    const file = placedFile('Name\nAlpha,1\nBeta,2\n');
    places.set([5, NO_PLACE, 13]);
    const others = {
      rows: new Uint32Array(buffer, 16, 0),
      bytes: bytesIn(buffer, 20, []),
      offsets: new Uint32Array(1),
    };
    const column = new ValueColumn(3, new StoredPlaces({ places, texts: new FileTexts(file), empty: 1, others }));
    const copied = livingOn([column])(column);
    expect([0, 1, 2].map((row) => cellText(copied, row))).toEqual(['Alpha', '', 'Beta']);
    expect([areInBlock([column]), areInBlock([copied])]).toEqual([true, false]);
    expect(copied.stored.empty).toBe(1);
  });

  it('are the same where they have memory of their own, be it shared or not', () => {
    const amounts = new Float64Array(new SharedArrayBuffer(16));
    const days = Int32Array.of(1, 2);
    const codes = Uint8Array.of(0, 1);
    const all = [amounts, days, { codes, values: ['', 'a'] }];
    const own = livingOn(all);
    expect(own(amounts)).toBe(amounts);
    expect(own(days)).toBe(days);
    expect(own({ codes, values: ['', 'a'] }).codes).toBe(codes);
    expect(areInBlock(all)).toBe(false);
  });
});
