import { describe, expect, it } from 'vitest';
import { groupedNames, isSecondHeader } from '../../src/load/header-rows.js';

const unknown = (): number => 0;

/** The joined names of two rows of cells, by comma. */
function names(above: string, header: string, score: (cells: readonly string[]) => number = unknown): string | null {
  return groupedNames(above.split(','), header.split(','), score)?.join(',') ?? null;
}

describe('a row of groups above the header', () => {
  it('gives its names to the columns below, blanks being what merged cells leave', () => {
    expect(names('Deal,,Customer,', 'Id,Amount,Name,City')).toBe('Deal Id,Deal Amount,Customer Name,Customer City');
  });

  it('may leave the first columns alone, and may name years', () => {
    expect(names(',2024,,2025,', 'Owner,Q1,Q2,Q1,Q2')).toBe('Owner,2024 Q1,2024 Q2,2025 Q1,2025 Q2');
    expect(names(',۱۴۰۳,,۱۴۰۴,', 'کارشناس,بهار,پاییز,بهار,پاییز')).toBe(
      'کارشناس,۱۴۰۳ بهار,۱۴۰۳ پاییز,۱۴۰۴ بهار,۱۴۰۴ پاییز',
    );
  });

  it('may repeat the name of a group in each of its columns', () => {
    expect(names('Deal,,Customer,Customer', 'Id,Amount,Name,City')).toBe(
      'Deal Id,Deal Amount,Customer Name,Customer City',
    );
    expect(names(',Deal,Deal,Customer', 'Row,Id,Amount,Name')).toBe('Row,Deal Id,Deal Amount,Customer Name');
  });

  it.each([
    ['a title', 'Deals of the year,,,'],
    ['a filter', 'Stage,Won or lost,,'],
    ['a filter with a colon', 'Stage:,,Owner:,'],
    ['a filter with a date', 'From,,2024-01-01,'],
    ['a record', 'D1,Alpha,Graz,500'],
    ['wider than the header', 'Deal,,Customer,,Other,'],
  ])('is not %s', (_, above) => {
    expect(names(above, 'Id,Amount,Name,City')).toBeNull();
  });

  it('is left out where it would hide the names that the caller knows', () => {
    const known = (cells: readonly string[]): number => cells.filter((cell) => cell === 'Amount').length;
    expect(names('Money,,Place,', 'Amount,Currency,City,Country', known)).toBeNull();
    expect(names('Money,,Place,', 'Amount,Currency,City,Country')).not.toBeNull();
  });

  it('may have names that stand alone above blanks, or in both rows', () => {
    expect(names('Deal,Value,,Stage', ',Net,Gross,')).toBe('Deal,Value Net,Value Gross,Stage');
    expect(names('Deal,Value,,Stage', 'Deal,Net,Gross,Stage')).toBe('Deal,Value Net,Value Gross,Stage');
    expect(names('Geschäft,Plan,,Ist,,Phase', ',Netto,Brutto,Netto,Brutto,')).toBe(
      'Geschäft,Plan Netto,Plan Brutto,Ist Netto,Ist Brutto,Phase',
    );
    expect(names('معامله,مبلغ,,مرحله', ',خالص,ناخالص,')).toBe('معامله,مبلغ خالص,مبلغ ناخالص,مرحله');
    // A group with a gap, and single names alone, group nothing.
    expect(names('Deal,Value,,Stage', ',,Gross,')).toBeNull();
    expect(names('Deal,Value,Owner,Stage', ',Net,,')).toBeNull();
  });

  it('is never left out where names repeat without it', () => {
    const known = (cells: readonly string[]): number => cells.filter((cell) => cell === 'Amount').length;
    expect(names('Plan,,Fact,', 'Amount,Date,Amount,Date', known)).toBe('Plan Amount,Plan Date,Fact Amount,Fact Date');
  });
});

describe('the row below a header', () => {
  const RECORDS = 'A,100,119,Won;B,200,238,Lost;C,300,357,Won';
  const isSecond = (header: string, below: string, records = RECORDS): boolean =>
    isSecondHeader(
      header.split(','),
      below.split(','),
      records.split(';').map((record) => record.split(',')),
    );

  it('is its second where it names what the first leaves blank', () => {
    expect(isSecond('Deal,Value,,Stage', ',Net,Gross,')).toBe(true);
    expect(isSecond('Deal,Value,,Stage', ',Net,Gross')).toBe(true);
    expect(isSecond('Deal,Value,Value,Stage', ',Net,Gross,')).toBe(true);
    expect(isSecond('Deal,Value,,Stage', 'Deal,Net,Gross,Stage')).toBe(true);
    expect(isSecond('Deal,Contact,,Stage', ',First,Last,', 'A,Ann,Lee,Won;B,Bob,,Lost')).toBe(true);
  });

  it.each([
    ['a record', 'Deal,Value,,Stage', 'A,100,119,Won'],
    ['a record with gaps', 'Deal,Value,,Stage', ',100,119,'],
    ['a record where others have the same gaps', 'Deal,Name,,Stage', ',Ann,Lee,', 'A,Bob,Fox,Won;,Cid,Roe,'],
    ['below a header without blanks', 'Deal,Net,Gross,Stage', ',Acme,Bolt,'],
    ['a lone word', 'Deal,Value,,Stage', ',,Gross,'],
    ['where columns have no name in either', 'Deal,,,Stage', ',,Gross,'],
    ['wider than the first', 'Deal,Value,,Stage', ',Net,Gross,,Owner'],
    ['above columns that are never filled', 'Deal,Value,,Stage', ',Net,Gross,', 'A,1,2,;B,3,4,'],
    ['above nothing', 'Deal,Value,,Stage', ',Net,Gross,', ''],
  ])('is not its second: %s', (_, header, below, records = RECORDS) => {
    expect(isSecond(header, below, records)).toBe(false);
  });
});
