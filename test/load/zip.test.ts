import { describe, expect, it } from 'vitest';
import { zipEntries, zipFault } from '../../src/load/zip.js';
import { damageText } from '../../src/locale/damage.js';
import { workbookBytes, zip } from '../support/workbook-bytes.js';

function faultOf(bytes: Buffer): string | null {
  const entries = zipEntries(bytes);
  if (entries === null) return 'no directory';
  const fault = zipFault(bytes, entries);
  return fault === null ? null : fault.kind === 'encrypted' ? 'encrypted' : damageText(fault.reason, 'en');
}

const xml = (content: string): Buffer => zip([{ name: 'xl/workbook.xml', content: Buffer.from(content) }]);

describe('the guard before an archive is unpacked', () => {
  it('lets workbooks through', () => {
    expect(faultOf(workbookBytes({ Deals: [['id'], ['D1']] }))).toBeNull();
    expect(faultOf(workbookBytes({ Deals: [['id'], ['D1']] }, { bookType: 'ods' }))).toBeNull();
    expect(faultOf(xml('<workbook/>'))).toBeNull();
  });

  it('lists the parts as the directory does', () => {
    const [entry] = zipEntries(xml('<workbook/>')) ?? [];
    expect(entry).toMatchObject({ name: 'xl/workbook.xml', method: 8, encrypted: false, size: 11, offset: 0 });
  });

  it('takes sizes and places of 64 bits from where the directory keeps them', () => {
    const parts = ['<a/>', '<workbook/>'].map((content) => ({ name: 'a.xml', content: Buffer.from(content) }));
    const wide = zip(parts.map((part) => ({ ...part, zip64: true })));
    expect(zipEntries(wide)).toEqual(zipEntries(zip(parts)));
    expect(zipEntries(wide)?.map(({ size }) => size)).toEqual([4, 11]);
    expect(faultOf(wide)).toBeNull();
  });

  it('refuses what unpacks to 200 times its size', () => {
    expect(faultOf(zip([{ name: 'a.xml', content: Buffer.alloc(60 * 1024 ** 2) }]))).toMatch(/200 times/);
  });

  it('does not mind the ratio of a small archive', () => {
    expect(faultOf(zip([{ name: 'a.xml', content: Buffer.alloc(1024 ** 2) }]))).toBeNull();
  });

  it('refuses claims above the limits before unpacking anything', () => {
    expect(faultOf(zip([{ name: 'a.xml', content: Buffer.from('x'), claimedSize: 0xfffffff0 }]))).toMatch(/2 GiB/);
  });

  it('refuses sizes that lie, in either direction', () => {
    const content = Buffer.from('x'.repeat(1000));
    expect(faultOf(zip([{ name: 'a.xml', content, claimedSize: 10 }]))).toMatch(/"a.xml" is damaged/);
    expect(faultOf(zip([{ name: 'a.xml', content, claimedSize: 2000 }]))).toMatch(/"a.xml" is damaged/);
  });

  it('refuses content that its checksum does not fit', () => {
    const bytes = xml('<workbook/>');
    const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    bytes.writeUInt32LE(0, directory + 16);
    expect(faultOf(bytes)).toMatch(/"xl\/workbook.xml" is damaged/);
  });

  it('refuses parts that overlap: together they are larger than the file', () => {
    const bytes = xml('x'.repeat(5000));
    const entries = zipEntries(bytes) ?? [];
    const fault = zipFault(bytes, Array.from({ length: 100 }, () => entries).flat());
    expect(fault).toMatchObject({ kind: 'damaged', reason: { code: 'parts_overlap' } });
  });

  it('refuses ten thousand parts and more', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: Buffer.alloc(0) }));
    expect(faultOf(zip(many))).toMatch(/10,000 parts/);
  });

  it('refuses document type declarations, which bombs and outside references need', () => {
    expect(faultOf(xml('<!DOCTYPE lolz [<!ENTITY lol "lol">]><workbook/>'))).toMatch(/DOCTYPE/);
  });

  it('tells encryption from damage', () => {
    expect(faultOf(zip([{ name: 'a.xml', content: Buffer.from('x'), encrypted: true }]))).toBe('encrypted');
  });

  it('finds no directory in an archive that ends early', () => {
    const bytes = workbookBytes({ Deals: [['id'], ['D1']] });
    expect(faultOf(bytes.subarray(0, bytes.length - 100))).toBe('no directory');
  });
});
