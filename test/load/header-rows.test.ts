import { describe, expect, it } from 'vitest';
import { groupedNames } from '../../src/load/header-rows.js';

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

  it('is never left out where names repeat without it', () => {
    const known = (cells: readonly string[]): number => cells.filter((cell) => cell === 'Amount').length;
    expect(names('Plan,,Fact,', 'Amount,Date,Amount,Date', known)).toBe('Plan Amount,Plan Date,Fact Amount,Fact Date');
  });
});
