import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { smallPng } from '../../docs/small-png.js';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const u32 = (value: number): Buffer =>
  Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
}

/** A PNG of 8-bit RGB with the given filtered rows, written after the specification. */
function png(width: number, rows: readonly (readonly number[])[], type = 2): Buffer {
  const header = Buffer.concat([u32(width), u32(rows.length), Buffer.from([8, type, 0, 0, 0])]);
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** The colours of a PNG with a palette and rows without filters. */
function read(bytes: Buffer): string[][] {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    parts.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += length + 12;
  }
  const [header, palette] = [parts.get('IHDR') ?? SIGNATURE, parts.get('PLTE') ?? SIGNATURE];
  expect([header[8], header[9]]).toEqual([8, 3]);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(parts.get('IDAT') ?? SIGNATURE);
  const colour = (at: number): string => palette.toString('hex', at * 3, at * 3 + 3);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => colour(rows[y * (width + 1) + 1 + x] ?? 0)),
  );
}

it('undoes each filter of PNG and keeps every colour of a picture that has few', () => {
  // Two pixels a row, by hand: 0 as it is; 1 minus the left; 2 minus the one above; 3 minus their mean; 4 minus Paeth's.
  const rows = [
    [0, 10, 20, 30, 40, 50, 60],
    [1, 10, 20, 30, 30, 30, 30],
    [2, 0, 0, 0, 1, 1, 1],
    [3, 5, 10, 15, 0, 0, 0],
    [4, 1, 1, 1, 1, 1, 1],
  ];
  expect(read(smallPng(png(2, rows)))).toEqual([
    ['0a141e', '28323c'],
    ['0a141e', '28323c'],
    ['0a141e', '29333d'],
    // 5 + ⌊10/2⌋ = 10 …; right: ⌊(10 + 41)/2⌋ = 25, ⌊(20 + 51)/2⌋ = 35, ⌊(30 + 61)/2⌋ = 45
    ['0a141e', '19232d'],
    // left: up + 1; right: the predictor of left 11, up 25, corner 10 is 25 (26 is nearest to up), + 1
    ['0b151f', '1a242e'],
  ]);
});

it('gives each rare colour as the nearest of the 256 commonest', () => {
  const common = Array.from({ length: 256 }, (_, at) => [at, 0, 0]).flatMap((pixel) => [pixel, pixel]);
  const pixels = [...common, [200, 3, 0]];
  const [row = []] = read(smallPng(png(pixels.length, [[0, ...pixels.flat()]])));
  expect(new Set(row).size).toBe(256);
  expect(row.at(-1)).toBe('c80000');
});

it('takes no picture of another kind', () => {
  expect(() => smallPng(png(1, [[0, 1]], 0))).toThrow('not a PNG that a browser writes');
  expect(() => smallPng(Buffer.from('GIF89a..'))).toThrow('no PNG');
});
