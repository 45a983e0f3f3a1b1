import { describe, expect, it } from 'vitest';
import { recordTestOrPlaceholder } from '../../../src/quality/catalogue/record-test-or-placeholder.js';
import { runRule } from '../../support/rules.js';

describe('record.test_or_placeholder', () => {
  const found = (table: string) =>
    runRule(recordTestOrPlaceholder, table)
      .describe()
      .map(({ recordId, field, value }) => [recordId, field, value]);

  it('rejects names of nothing but words for a test, junk of the keyboard and reserved domains', () => {
    const table = `id name account contact_email
       D1 Test Alpha .
       D2 test_deal_#2 Alpha .
       D3 Pump asdf_GmbH .
       D4 معامله_تست_۲ Alpha .
       D5 Pump آزمایشي .
       D6 Pump Alpha ana@mail.example.org
       D7 DEMO1 Dummy ben@test.com`;
    expect(found(table)).toEqual([
      ['D1', 'name', 'Test'],
      ['D2', 'name', 'test deal #2'],
      ['D3', 'account', 'asdf GmbH'],
      ['D4', 'name', 'معامله تست ۲'],
      ['D5', 'account', 'آزمایشي'],
      ['D6', 'contact_email', 'ana@mail.example.org'],
      ['D7', 'name', 'DEMO1'],
      ['D7', 'account', 'Dummy'],
      ['D7', 'contact_email', 'ben@test.com'],
    ]);
    expect(runRule(recordTestOrPlaceholder, table).applicable).toBe(7);
  });

  it('tells odd words wherever they stand, and however many there are', () => {
    const words = ['tést', 'Ｄｅｍｏ', 'نمونه', 'ÄSDF', 'tеst', 'İzmir'];
    // The fifth is no test: its second letter is Cyrillic.
    const names = ['Customer_1', '', 'Übung'].flatMap((before) =>
      words.map((word) => [before, word].filter((part) => part !== '').join('_')),
    );
    const rows = names.map((name, row) => `D${row} ${name}`);
    // A word of the keyboard counts beside any other; one for a test beside general words alone.
    const expected = [0, 1, 2, 3, 6, 7, 8, 9, 15].map((row) => `D${row}`);
    expect(found(`id name\n${rows.join('\n')}`).map(([id]) => id)).toEqual(expected);
    const many = Array.from({ length: 1_200 }, (_, at) => `D${at + 100} Wort${at}é`);
    expect(found(`id name\n${[...many, ...rows].join('\n')}`).map(([id]) => id)).toEqual(expected);
  });

  it('accepts what only holds such a word', () => {
    const table = `id name account contact_email
       D1 Crash_test_rig Sample_Foods ana@testo.de
       D2 Contest Testa_SpA b@examples.io
       D3 Demo_hall_extension Demographics_Inc c@best.com
       D4 دستگاه_تست_فشار . .
       D5 1234 . .`;
    expect(found(table)).toEqual([]);
  });
});
