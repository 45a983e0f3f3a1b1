import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/load/sniff.js';
import { cpuTime } from '../support/cpu-time.js';

const kind = (content: string | readonly number[]): string =>
  sniff(typeof content === 'string' ? Buffer.from(content) : Uint8Array.from(content)).kind;

describe('the content of a file', () => {
  it.each([
    ['id,amount\n1,2\n', 'csv'],
    ['\ufeff"id"\n', 'csv'],
    ['[draft] name,amount\n', 'csv'],
    ['<1 year>,b\n', 'csv'],
    ['', 'empty'],
    ['\ufeff \r\n\n', 'empty'],
    ['<html><body><table>', 'markup'],
    ['\ufeff<!DOCTYPE html>\n<html>', 'markup'],
    ['<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', 'markup'],
    ['<?xml version="1.0"?><orders/>', 'other'],
    ['<!-- saved by a CRM --> <!-- > -->\n<table>', 'markup'],
    [`<!--${'-'.repeat(9000)}--><html>`, 'markup'],
    ['<?xml version="1.0"?><!-- x --><html>', 'markup'],
    ['<!-- -->id,amount\n', 'csv'],
    ['<!---->', 'other'],
    ['<!-- without an end', 'other'],
    ['{"deals": []}', 'other'],
    ['[{"id": 1}]', 'other'],
    ['%PDF-1.7', 'other'],
    ['PK\x03\x04', 'zip'],
  ])('%j is %s', (content, expected) => {
    expect(kind(content)).toBe(expected);
  });

  it('is told in time, however many comments stand in front', () => {
    for (const content of ['<!---->', '<!-- -->', '<!--><!---->', '<?xml?>', '<!----> <!---->', '<!--a--> ']) {
      const started = cpuTime();
      expect(kind(content.repeat(30_000))).toBe('other');
      expect(cpuTime() - started).toBeLessThan(5000);
    }
  });

  it('is text in UTF-16 too', () => {
    expect(kind([...Buffer.from('id,amount\r\n1,2\r\n', 'utf16le')])).toBe('csv');
  });

  it('is text in a code page too', () => {
    expect(kind([0x69, 0x64, 0x2c, 0xe4, 0xc7, 0xe3, 0x0a, 0x31, 0x2c, 0xca, 0xed, 0x0a])).toBe('csv');
  });

  it('is binary data when it is random', () => {
    // The first bytes of SHA-256 (FIPS 180-4, 4.2.2): as random as any.
    const constants =
      '428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5d807aa9812835b01243185be550c7dc372be5d74';
    expect(kind([...Buffer.from(constants, 'hex')])).toBe('other');
  });

  it('is a JPEG by its first three bytes', () => {
    const content = sniff(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    expect(content).toMatchObject({ kind: 'other', looksLike: 'jpeg' });
  });
});
